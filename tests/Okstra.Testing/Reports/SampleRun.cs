using Okstra.Core.Convergence;
using Okstra.Core.Reports;
using Okstra.Core.Sources;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Workers;

namespace Okstra.Testing.Reports;

/// <summary>A made-up run in which every class, vote and check occurs and every document agrees with the others.</summary>
public static class SampleRun
{
    public const string Commit = "4f1c2a9d0b6e47c3a5d8e9f00112233445566778";

    public static TaskKey Key { get; } = TaskKey.TryParse("shop:checkout:DEV-9436", null, out var key, out _) ? key : throw new InvalidOperationException();

    public static ReportInputs Inputs(TaskType type, ReportLanguage language) => new()
    {
        TaskKey = Key,
        TaskType = type,
        Seq = "001",
        Language = language,
        GeneratedAt = "2026-11-20T22:00:00Z",
        TaskDate = "2026-11-20",
        BriefTitle = "Checkout charges shipping twice",
        BriefText = "# Checkout charges shipping twice\n\nSince Monday the total of some orders contains the shipping fee twice.\n",
        TicketIds = ["DEV-9436"],
        InnermostFrames = [new SourcePlace("src/Cart/Totals.cs", 43)],
        Roster = Roster,
        Dispatches = SampleDispatches.All(type),
        Convergence = SampleConvergence.Document(type),
        Project = new ProjectFacts { BaseCommit = Commit, InspectedCommit = Commit, WorktreeStatus = "" },
        DocumentHashes = new SortedDictionary<string, string>(StringComparer.Ordinal) { [$"state/convergence-{type.Token()}-001.json"] = new string('a', 64) },
    };

    public static IReadOnlyList<RosterEntry> Roster { get; } =
    [
        Entry("claude", "Claude worker", "anthropic", "sonnet", "claude-worker"),
        Entry("codex", "Codex worker", "openai", "gpt-5.5", "codex-worker"),
        Entry("gemini", "Gemini worker", "google", "auto", "gemini-worker"),
        Entry("report-writer", "Report writer worker", "anthropic", "opus", "report-writer") with { IsAnalyst = false },
    ];

    /// <summary>The same run reduced to one usable worker, outside git, without rounds.</summary>
    public static ReportInputs Reduced(ReportLanguage language)
    {
        var inputs = Inputs(TaskType.ErrorAnalysis, language);
        var findings = inputs.Convergence.Findings.Where(finding => finding.Finding.Authors is ["claude"]).ToList();
        return inputs with
        {
            TicketIds = [],
            Project = new ProjectFacts { BaseCommit = null, InspectedCommit = null, WorktreeStatus = "skipped-not-git", WorktreeNote = "not a git repository", UncommittedFiles = 3 },
            Dispatches = [.. inputs.Dispatches.Where(dispatch => dispatch.Round == 0).Select(dispatch => dispatch.Worker == "claude"
                ? dispatch
                : dispatch with { Status = WorkerStatus.NotRun, Reason = "command not found", Answer = null, Usage = null })],
            Convergence = inputs.Convergence with
            {
                Voters = [inputs.Convergence.Voters[0]],
                Findings = [.. findings.Select(finding => finding with { Classification = FindingClass.Contested, Votes = [], Supporters = ["claude"], Dissenters = [] })],
                RoundHistory = [],
                Round2SkippedReason = "no-completed-reverify",
                SkippedWorkers = [],
                FinalClassificationCounts = SampleConvergence.Counts(findings.Select(_ => FindingClass.Contested)),
                ReducedConfidence = true,
            },
        };
    }

    private static RosterEntry Entry(string worker, string role, string vendor, string model, string agent) => new()
    {
        Worker = worker,
        Role = role,
        Driver = worker,
        Vendor = vendor,
        Model = new ModelAssignment(model, model),
        AgentName = agent,
    };
}
