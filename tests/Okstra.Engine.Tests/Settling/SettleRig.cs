using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Projects;
using Okstra.Core.Workers;
using Okstra.Engine.Pipeline;
using Okstra.Engine.Preparation;
using Okstra.Engine.Settling;
using Okstra.Engine.Spending;
using Okstra.Engine.Tests.Preparation;
using Okstra.Testing;

namespace Okstra.Engine.Tests.Settling;

/// <summary>A prepared run in a real repository, one contested finding for each citation, and a <c>pytest</c> on the PATH that is a shell script.</summary>
internal sealed class SettleRig : IRunObserver, IDisposable
{
    /// <summary>Long enough for a shell script, short enough to be reached by one that hangs.</summary>
    public static readonly SettleBudget Generous = new(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2));

    private static readonly Dictionary<string, string> Inputs = new(StringComparer.Ordinal) { ["state/findings.json"] = "0" };

    private readonly TempFolder _temp = new();
    private readonly PreparationRig _rig;

    private SettleRig(string script)
    {
        Calls = _temp.At("calls");
        _temp.WriteScript("bin/pytest", $"echo \"$*\" >> '{Calls}'\n{script.Replace("TEMP", _temp.Path, StringComparison.Ordinal)}\n");
        var path = HermeticHost.Variables(_temp.Path)["PATH"];
        _rig = PreparationRig.InGit(new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = $"{_temp.At("bin")}:{path}" });
    }

    /// <summary>One line for each start of the script: its arguments.</summary>
    public string Calls { get; }

    public RunBundle Bundle { get; private set; } = null!;

    public PreparationRig Preparation => _rig;

    public List<string> Stages { get; } = [];

    public IReadOnlyList<string> Started => File.Exists(Calls) ? File.ReadAllLines(Calls) : [];

    /// <param name="script">Body of <c>pytest</c>; TEMP is a folder that outlives its worktree.</param>
    /// <param name="commands">Of the project; one without a state is confirmed.</param>
    public static async Task<SettleRig> CreateAsync(string script, params IReadOnlyList<QaCommand> commands)
    {
        var rig = new SettleRig(script);
        var bundle = (await rig._rig.PrepareAsync()).Bundle;
        rig.Bundle = bundle with { Project = bundle.Project with { QaCommands = commands.Count > 0 ? commands : [new QaCommand("test", "pytest -q", QaCommandState.Confirmed)] } };
        return rig;
    }

    /// <summary>The user confirms one more command of the project.</summary>
    public void Confirm(string command) =>
        Bundle = Bundle with { Project = Bundle.Project with { QaCommands = [.. Bundle.Project.QaCommands, new QaCommand("test", command, QaCommandState.Confirmed)] } };

    /// <summary>A citation: exit code, quote, argv.</summary>
    public static Evidence Cites(int exitCode, string quote, params IReadOnlyList<string> argv) =>
        new() { Kind = "command", Argv = argv, ExitCode = exitCode, Quote = quote, Check = CitationVerdict.Fails, Worker = "ada" };

    public async Task<IReadOnlyList<FindingState>> SettleAsync(SettleBudget budget, params IReadOnlyList<Evidence> citations)
    {
        await using var place = await Workplace.OpenAsync(_rig.Services, Bundle, TestContext.Current.CancellationToken);
        var stage = new SettleStage(_rig.Services, Bundle, place, this, budget);
        return (await stage.RunAsync(State([.. citations]), Inputs, TestContext.Current.CancellationToken)).Findings;
    }

    public SettlementDocument? Document() => _rig.Services.Documents.TryRead(Bundle.Layout.Settlements, SettlementJson.Default.SettlementDocument);

    public void Keep(SettlementDocument document) => _rig.Services.Documents.Write(Bundle.Layout.Settlements, document, SettlementJson.Default.SettlementDocument);

    public void StageStarted(string stage, int queue) => Stages.Add($"{stage} {queue}");

    public void WorkerStarted(string worker, int round, int batch)
    {
    }

    public void WorkerFinished(DispatchDocument document, bool reused)
    {
    }

    public void Waiting(string worker, string driver, DateTimeOffset until, string reason)
    {
    }

    public void Waited(string worker)
    {
    }

    public void Spent(SpendingFacts facts)
    {
    }

    public void Warned(string text)
    {
    }

    public void Dispose()
    {
        _rig.Dispose();
        _temp.Dispose();
    }

    // One usable worker: nobody looks twice, so what carries nothing is contested.
    private static ConvergenceState State(Evidence[] citations) => ConvergenceFold.Run(
        new ConvergenceInput(
            new ConvergenceConfig { Enabled = true, RequestedMaxRounds = null, EffectiveMaxRounds = 2, VerificationMode = "lightweight", Policy = ConvergencePolicy.Evidence },
            [new Voter("ada", "one", CountsInV: true)],
            [.. citations.Select((citation, index) => new ClusteredFinding
            {
                Id = $"F-{index + 1:000}",
                Authors = ["ada"],
                Sources = [$"ada/{index}"],
                TicketIds = [],
                Kind = "cause",
                Title = $"title {index}",
                Claim = $"claim {index}",
                Severity = Severity.Major,
                Confidence = 0.5,
                Recommendation = "",
                Evidence = [citation],
                Unsupported = true,
            })]),
        []);
}
