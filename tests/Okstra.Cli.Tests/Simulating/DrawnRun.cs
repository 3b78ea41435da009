using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Okstra.Cli.Tests.Support;
using Okstra.Core.Convergence;
using Okstra.Core.Simulation;
using Okstra.Testing;

namespace Okstra.Cli.Tests.Simulating;

/// <summary>Draws of the simulator as one real run: a repository that holds what is quoted, scripted workers that say what was drawn, and the state document that came of it.</summary>
internal sealed class DrawnRun(SimulatedChange change, int workers, string policy)
{
    private const int Syllables = 5;

    private static readonly VerifierProfile Verifier = VerifierProfile.EvidenceObliged;
    private readonly SimulatedRoster _roster = new(workers);

    /// <summary>What the simulator says about the same draws.</summary>
    public ConvergenceState Simulated => SimulatedConvergence.Run(
        change,
        _roster,
        SimulatedConvergence.ConfigOf(policy == "classic" ? AcceptanceRule.Classic : AcceptanceRule.Evidence, rounds: 1),
        Verifier);

    /// <summary>Findings of as many changes as it takes to have <paramref name="count"/>.</summary>
    /// <param name="seed">Of the simulation.</param>
    /// <param name="workers">2 to 5.</param>
    /// <param name="count">At least so many.</param>
    /// <param name="emptyAnalysis">Mask of the workers whose analysis comes back empty.</param>
    /// <param name="emptyVotes">Mask of the workers whose votes come back empty.</param>
    public static SimulatedChange Draw(ulong seed, int workers, int count, int emptyAnalysis = 0, int emptyVotes = 0)
    {
        var draw = new ChangeDraw(SimulatedCases.Correlated, new SimulationSettings { Seed = seed, Workers = workers });
        var usable = ((1 << workers) - 1) & ~emptyAnalysis;
        var findings = new List<SimulatedFinding>();
        var defects = 0;
        for (var index = 0; findings.Count < count; index++)
        {
            var one = draw.Change(index);
            defects += one.Defects;
            findings.AddRange(one.Findings.Select(finding => finding with { Raisers = finding.Raisers & usable }).Where(finding => finding.Raisers != 0));
        }

        return new SimulatedChange { Defects = defects, Usable = usable, Findings = findings, EmptyVotes = [emptyVotes, 0, 0] };
    }

    /// <summary>Index of the drawn finding that this title names.</summary>
    public static int IndexOf(string title) => int.Parse(title.AsSpan(1, 4), CultureInfo.InvariantCulture);

    /// <summary>Runs the real command and reads the state document it left.</summary>
    public async Task<ConvergenceDocument> RunAsync()
    {
        using var folder = new TempFolder();
        var root = folder.CreateFolder("shop");
        TestRepository.Create(root, [.. Enumerable.Range(0, change.Findings.Count).Select(index => (FileOf(index), $"{Quote(index)}\n{Quote(index)} again\n"))]);
        var brief = folder.Write("bug.md", "# Many things are wrong\n\nReview the repository.\n");
        var scenario = folder.Write("scenario.json", Scenario().ToJsonString());
        var okstra = new OkstraProcess(folder.CreateFolder("home"), root);

        var ending = await okstra.RunAsync(
            "run", "--task-type", "error-analysis", "--brief", brief, "--task-group", "g", "--task-id", "t-1", "--workers", $"scripted:{scenario}", "--policy", policy, "--max-rounds", "1", "--json");

        Assert.True(ending.ExitCode == 0, ending.Error);
        var state = Path.Combine(root, ".okstra", "tasks", "g", "t-1", "runs", "error-analysis", "state", "convergence-error-analysis-001.json");
        return JsonSerializer.Deserialize(await File.ReadAllTextAsync(state), ConvergenceJson.Default.ConvergenceDocument)!;
    }

    // No two findings share a word or a file, so that whoever joins equal findings joins these and no others.
    private static string Token(int index) => string.Create(CultureInfo.InvariantCulture, $"k{index:D4}");

    private static string FileOf(int index) => $"src/{Word(index, 0)}.py";

    private static string Quote(int index) => $"{Word(index, 1)} = {Word(index, 2)}()";

    private static string Word(int index, int salt)
    {
        var random = new RandomStream(17, (ulong)salt, (ulong)index);
        var word = new StringBuilder();
        for (var syllable = 0; syllable < Syllables; syllable++)
        {
            word.Append("bcdfghjklmnpqrtvwz"[random.Below(18)]).Append("aiou"[random.Below(4)]);
        }

        return word.ToString();
    }

    private JsonObject Scenario() => new() { ["workers"] = new JsonArray([.. Enumerable.Range(0, workers).Select(JsonNode? (worker) => Worker(worker))]) };

    private JsonObject Worker(int worker) => new()
    {
        ["name"] = _roster.Names[worker],
        ["vendor"] = $"vendor-{_roster.Names[worker]}",
        ["rounds"] = new JsonObject
        {
            ["0"] = (change.Usable >> worker & 1) == 0 ? Empty() : new JsonObject { ["answer"] = Analysis(worker) },
            ["1"] = change.IsEmptyVote(worker, 1) ? Empty() : new JsonObject { ["answer"] = Votes(worker) },
        },
    };

    private static JsonObject Empty() => new() { ["text"] = "" };

    private JsonObject Analysis(int worker) => new()
    {
        ["schemaVersion"] = 1,
        ["summary"] = "Read every file.",
        ["keyFinding"] = "Several things are wrong.",
        ["findings"] = new JsonArray([.. Enumerable.Range(0, change.Findings.Count).Where(index => change.Findings[index].IsRaisedBy(worker)).Select(JsonNode? (index) => new JsonObject
        {
            ["id"] = $"x{index}",
            ["ticketId"] = "",
            ["kind"] = "cause",
            ["title"] = $"{Token(index)} {Word(index, 3)}",
            ["claim"] = $"{Word(index, 4)} {Word(index, 5)} {Word(index, 6)}.",
            ["severity"] = "major",
            ["confidence"] = 0.5,
            ["evidence"] = new JsonArray(Citation(index, 1, Quote(index))),
            ["recommendation"] = "",
        })]),
    };

    private JsonObject Votes(int worker) => new()
    {
        ["schemaVersion"] = 1,
        ["votes"] = new JsonArray([.. Enumerable.Range(0, change.Findings.Count).Select(JsonNode? (index) => new JsonObject
        {
            ["match"] = Token(index),
            ["vote"] = change.Findings[index].IsConfirmedBy(worker, Verifier) ? "AGREE" : "DISAGREE",
            ["reason"] = $"looked at {Word(index, 0)}",
            ["citations"] = new JsonArray(Citation(index, 2, $"{Quote(index)} again")),
        })]),
    };

    private static JsonObject Citation(int index, int line, string quote) => new() { ["kind"] = "file", ["path"] = FileOf(index), ["startLine"] = line, ["endLine"] = line, ["quote"] = quote };
}
