using System.Text.Json;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Converging;

/// <summary>A run of three workers that the test leads, call by call.</summary>
internal sealed class LedProject : IDisposable
{
    public const string Key = "g/t";
    private const string Holding = """{ "kind": "file", "path": "shop/cart.py", "startLine": 4, "endLine": 4, "quote": "result = item.price" }""";

    /// <summary>Has a citation that holds.</summary>
    public static string CartFinding { get; } = Scenarios.Finding("a1", "The total is overwritten", "It keeps the last price.", Holding);

    /// <summary>Its citation holds too; less sure, so it comes second.</summary>
    public static string ReadmeFinding { get; } = Scenarios.Finding("a2", "The readme says nothing", "No user learns how to start.", """{ "kind": "file", "path": "README.md", "startLine": 1, "endLine": 1, "quote": "# shop" }""")
        .Replace("\"confidence\": 0.8", "\"confidence\": 0.3", StringComparison.Ordinal);

    /// <summary>One finding.</summary>
    public static string AdasAnalysis { get; } = Analysis("ada", CartFinding);

    private LedProject(SampleProject project) => Project = project;

    public SampleProject Project { get; }

    public OkstraProcess Okstra => Project.Okstra;

    public string State => Path.Combine(Project.StateRoot, "tasks", "g", "t", "runs", "error-analysis", "state", "convergence-error-analysis-001.json");

    public string Results => Path.Combine(Project.StateRoot, "tasks", "g", "t", "runs", "error-analysis", "worker-results");

    /// <summary>A bundle for ada, bob and cyd.</summary>
    public static async Task<LedProject> PreparedAsync(params string[] more)
    {
        var led = new LedProject(SampleProject.Committed());
        var scenario = led.Project.Write("scenario.json", Scenarios.ThreeWorkersTwoRounds);
        var bundle = await led.Okstra.RunAsync(["render-bundle", "--task-type", "error-analysis", "--brief", led.Project.Brief, "--task-group", "g", "--task-id", "t", "--workers", $"scripted:{scenario}", .. more]);
        Assert.True(bundle.ExitCode == 0, bundle.Error);
        return led;
    }

    /// <summary>Analyses recorded and round 1 planned: F-001 is asked of bob and cyd.</summary>
    public static async Task<LedProject> InRoundOneAsync(params string[] more)
    {
        var led = await PreparedAsync(more);
        await led.AnalysesAsync();
        await led.PlanAsync();
        return led;
    }

    /// <summary>ada raises one finding, bob and cyd none.</summary>
    public async Task AnalysesAsync()
    {
        Assert.Equal(0, (await RecordAsync("ada", 0, AdasAnalysis)).ExitCode);
        Assert.Equal(0, (await RecordAsync("bob", 0, Analysis("bob"))).ExitCode);
        Assert.Equal(0, (await RecordAsync("cyd", 0, Analysis("cyd"))).ExitCode);
    }

    public static string Analysis(string worker, params string[] findings) => Scenarios.Answer(worker, findings);

    /// <summary>One vote with a citation that holds.</summary>
    public static string Vote(string id, string vote) => $$"""{ "findingId": "{{id}}", "vote": "{{vote}}", "reason": "looked at {{id}}", "citations": [{{Holding}}] }""";

    public Task<OkstraEnding> RecordAsync(string worker, int round, string answer, params string[] more) =>
        Okstra.RunWithInputAsync(answer, ["converge", "record", Key, "--worker", worker, "--round", $"{round}", "--answer", "-", "--json", .. more]);

    public Task<OkstraEnding> VoteAsync(string worker, int round, params string[] votes) => RecordAsync(worker, round, Scenarios.Votes(votes));

    public async Task<JsonElement> PlanAsync()
    {
        var ending = await Okstra.RunAsync("converge", "plan", Key, "--json");
        Assert.True(ending.ExitCode == 0, ending.Error);
        return DataOf(ending);
    }

    /// <summary>The state document of a finished convergence.</summary>
    public async Task<JsonElement> FinishAsync()
    {
        var ending = await Okstra.RunAsync("converge", "finish", Key, "--json");
        Assert.True(ending.ExitCode == 0, ending.Error);
        return JsonDocument.Parse(await File.ReadAllTextAsync(State, TestContext.Current.CancellationToken)).RootElement;
    }

    public IReadOnlyList<JsonElement> Journal() => Lines("journal");

    public IReadOnlyList<JsonElement> ErrorLog() => Lines("error-log");

    private List<JsonElement> Lines(string kind) =>
        [.. File.ReadAllLines(Path.Combine(Path.GetDirectoryName(State)!, $"{kind}-error-analysis-001.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Whoever is still asked in round 2 cannot tell; then the state document.</summary>
    public async Task<JsonElement> FinishRoundTwoAsync()
    {
        foreach (var dispatch in (await PlanAsync()).GetProperty("dispatches").EnumerateArray())
        {
            var votes = dispatch.GetProperty("findingIds").EnumerateArray().Select(id => Vote(id.GetString()!, "UNVERIFIABLE"));
            Assert.Equal(0, (await VoteAsync(dispatch.GetProperty("worker").GetString()!, 2, [.. votes])).ExitCode);
        }

        return await FinishAsync();
    }

    public static JsonElement DataOf(OkstraEnding ending) => JsonDocument.Parse(ending.Output).RootElement.GetProperty("data");

    public void Dispose() => Project.Dispose();
}
