using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Workers;
using Okstra.Engine.Prompts;
using Okstra.Engine.Tests.Preparation;

namespace Okstra.Engine.Tests.Prompts;

public sealed class ReportWriterPromptTests
{
    [Fact]
    [Trait("Req", "R-WRK-28")]
    [Trait("Req", "R-WRK-39")]
    public async Task Report_writer_reads_convergence_and_every_workers_result()
    {
        using var rig = PreparationRig.InGit();
        var bundle = (await rig.PrepareAsync()).Bundle;
        var writer = bundle.Manifest.Roster.Single(entry => !entry.IsAnalyst);

        var prompt = PromptRenderer.ReportWriter(bundle, writer, Converged(reduced: false), [Completed("codex"), Failed("gemini")]);

        Assert.Contains("finalClassificationCounts: contested=1, full-consensus=0", prompt, StringComparison.Ordinal);
        Assert.Contains("round 1: queue 1 -> 1; votes AGREE=0, DISAGREE=1", prompt, StringComparison.Ordinal);
        Assert.Contains("round2SkippedReason: no-completed-reverify", prompt, StringComparison.Ordinal);
        Assert.Contains("\"keyFinding\": \"codex saw it\"", prompt, StringComparison.Ordinal);
        Assert.Contains("timeout: no answer in time", prompt, StringComparison.Ordinal);
        Assert.Contains("### F-001 (contested)", prompt, StringComparison.Ordinal);
        Assert.All((string[])["title", "problemSummary", "finalConclusion", "direction", "rationale", "detailedAnalysis", "nextSteps", "openRisks"], field => Assert.Contains($"- `{field}`", prompt, StringComparison.Ordinal));
        string[] headers = ["**Project Root:**", "**Task Key:**", "**Run Directory:**", "**Worktree Path:**", "**Role:** Report writer worker", "**Model:**", "**Prompt History Path:**", "**Result Path:**", "**Errors Path:**"];
        var positions = headers.Select(header => prompt.IndexOf(header, StringComparison.Ordinal)).ToList();
        Assert.Equal(0, positions[0]);
        Assert.Equal(positions.Order(), positions);
        Assert.Contains("## Available MCP Servers", prompt, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-CVG-30")]
    public async Task Report_writer_gets_each_result_completely_not_only_what_convergence_carries()
    {
        using var rig = PreparationRig.InGit();
        var bundle = (await rig.PrepareAsync()).Bundle;
        var completed = Completed("codex");
        var answer = completed.Answer! with
        {
            Findings =
            [
                new Finding
                {
                    Id = "C7", TicketId = "T-1", Kind = "cause", Title = "Total is overwritten", Claim = "The loop assigns.", Severity = Severity.Major, Confidence = 0.7,
                    Evidence = [new Citation.File { Path = "shop/cart.py", StartLine = 4, EndLine = 4, Quote = "result = item.price" }], Recommendation = "Add instead of assigning.",
                },
            ],
            Questions = [new Question { Kind = "material", Text = "Is a discount ever negative?", Why = "It decides the fix.", Where = "billing owner", AnswerShape = "yes or no" }],
        };

        var prompt = PromptRenderer.ReportWriter(bundle, bundle.Manifest.Roster.Single(entry => !entry.IsAnalyst), Converged(reduced: false), [completed with { Answer = answer }]);

        string[] details = ["Total is overwritten", "The loop assigns.", "shop/cart.py", "result = item.price", "Add instead of assigning.", "Is a discount ever negative?", "billing owner", "yes or no"];
        Assert.All(details, detail => Assert.Contains(detail, prompt, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Report_writer_is_told_to_say_that_confidence_is_reduced()
    {
        using var rig = PreparationRig.InGit();
        var bundle = (await rig.PrepareAsync()).Bundle;
        var writer = bundle.Manifest.Roster.Single(entry => !entry.IsAnalyst);

        Assert.Contains("reduced confidence", PromptRenderer.ReportWriter(bundle, writer, Converged(reduced: true), []), StringComparison.Ordinal);
        Assert.DoesNotContain("reduced confidence", PromptRenderer.ReportWriter(bundle, writer, Converged(reduced: false), []), StringComparison.Ordinal);
    }

    private static DispatchDocument Completed(string worker) => Failed(worker) with
    {
        Status = WorkerStatus.Completed,
        Reason = null,
        Answer = new WorkerAnswer { Summary = "Looked at it.", KeyFinding = $"{worker} saw it", Findings = [], Questions = [] },
    };

    private static DispatchDocument Failed(string worker) => new()
    {
        TaskKey = "shop-front:default:total-bug",
        TaskType = "error-analysis",
        Seq = "001",
        Worker = worker,
        Role = worker,
        Driver = worker,
        Vendor = worker,
        Round = 0,
        Batch = 1,
        AgentName = $"{worker}-worker",
        Model = new ModelAssignment("m", "m"),
        Status = WorkerStatus.Timeout,
        Reason = "no answer in time",
        StartedAt = "2026-01-02T03:04:05Z",
        EndedAt = "2026-01-02T03:04:05Z",
        PromptSha256 = "0",
        PromptPath = "p",
    };

    private static ConvergenceDocument Converged(bool reduced) => new()
    {
        TaskKey = "shop-front:default:total-bug",
        TaskType = "error-analysis",
        Seq = "001",
        Inputs = new Dictionary<string, string>(),
        Config = ConvergenceRules.Resolve(Core.Tasks.TaskType.ErrorAnalysis, new Core.Tasks.ConvergenceSettings()),
        Voters = [new Voter("codex", "openai", true)],
        Findings =
        [
            new ConvergedFinding
            {
                Finding = new ClusteredFinding
                {
                    Id = "F-001", Authors = ["codex"], Sources = ["codex/1"], TicketIds = [], Kind = "cause", Title = "t", Claim = "c", Severity = Severity.Major, Confidence = 0.5, Recommendation = "", Evidence = [], Unsupported = true,
                },
                Classification = FindingClass.Contested,
                ConfirmedInRound = null,
                Votes = [],
                Supporters = ["codex"],
                Dissenters = [],
                SameFamily = false,
                Reason = "the last round is over",
            },
        ],
        RoundHistory =
        [
            new RoundRecord
            {
                Round = 1, StartedAt = "", EndedAt = "", QueueBefore = ["F-001"], QueueAfter = ["F-001"], Dispatches = [],
                Votes = new Dictionary<string, int> { ["DISAGREE"] = 1, ["AGREE"] = 0 }, Confirmed = new Dictionary<string, IReadOnlyList<string>>(),
            },
        ],
        Round2SkippedReason = "no-completed-reverify",
        SkippedWorkers = [],
        FinalClassificationCounts = new Dictionary<string, int> { ["full-consensus"] = 0, ["contested"] = 1 },
        ReducedConfidence = reduced,
    };
}
