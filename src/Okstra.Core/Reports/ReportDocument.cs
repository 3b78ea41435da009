using Okstra.Core.Convergence;
using Okstra.Core.Reports.Deliverables;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary><c>reports/final-report-&lt;task-type&gt;-&lt;seq&gt;.data.json</c>: everything a report says; Markdown and HTML are rendered from it (R-OPN-30).</summary>
public sealed record ReportDocument
{
    public int SchemaVersion { get; init; } = 1;

    public required string TaskKey { get; init; }

    public required TaskType TaskType { get; init; }

    public required string Seq { get; init; }

    /// <summary>Number of the stage a later phase worked on; null in the analysis phases.</summary>
    public required int? Stage { get; init; }

    public required ReportLanguage Language { get; init; }

    public required string Title { get; init; }

    /// <summary><c>Report writer worker</c>, or <c>Claude lead</c> where R-REP-04 permits it.</summary>
    public required string Author { get; init; }

    /// <summary>UTC, ISO-8601 with seconds.</summary>
    public required string GeneratedAt { get; init; }

    public required ReportMode Mode { get; init; }

    public required ReportHeader Header { get; init; }

    /// <summary>Base commit of the run; null outside git.</summary>
    public required string? BaseSha { get; init; }

    /// <summary>Commit the workers read; null outside git.</summary>
    public required string? HeadSha { get; init; }

    /// <summary>Relative path → SHA-256 of every document this one was composed from.</summary>
    public required IReadOnlyDictionary<string, string> Inputs { get; init; }

    /// <summary>Section 0.</summary>
    public required IReadOnlyList<CarryInRow> CarryIn { get; init; }

    public required IReadOnlyList<ProblemRow> ProblemSummary { get; init; }

    public required IReadOnlyList<TicketCoverageRow> TicketCoverage { get; init; }

    public required IReadOnlyList<ExecutionRow> ExecutionStatus { get; init; }

    public required IReadOnlyList<TokenUsageRow> TokenUsage { get; init; }

    /// <summary>Every finding of the run, in reading order: confirmed classes first.</summary>
    public required IReadOnlyList<ReportFinding> Findings { get; init; }

    /// <summary>Ids shown in 1.1.</summary>
    public required IReadOnlyList<string> ConsensusIds { get; init; }

    /// <summary>Ids shown in 1.2: no consensus, or a consensus with a recorded objection.</summary>
    public required IReadOnlyList<string> DifferenceIds { get; init; }

    /// <summary>The convergence configuration, as the state has it.</summary>
    public required ConvergenceConfig Convergence { get; init; }

    /// <summary>How the findings were grouped; null in reports of older runs.</summary>
    public GroupingOutcome? Grouping { get; init; }

    /// <summary>Verbatim from the convergence state (R-CVG-26).</summary>
    public required IReadOnlyList<RoundRecord> RoundHistory { get; init; }

    public required string? Round2SkippedReason { get; init; }

    public required string? Round3SkippedReason { get; init; }

    public required IReadOnlyList<SkippedWorker> SkippedWorkers { get; init; }

    /// <summary>The four classes and <c>withdrawn</c>, verbatim from the convergence state (R-CVG-27).</summary>
    public required IReadOnlyDictionary<string, int> FinalClassificationCounts { get; init; }

    public required FinalVerdict FinalVerdict { get; init; }

    /// <summary>Token of R-CON-49; only a final verification has one.</summary>
    public required string? VerdictToken { get; init; }

    /// <summary><c>whole-task</c> or <c>single-stage</c>; only a final verification has one (R-CON-62).</summary>
    public required string? VerificationScope { get; init; }

    /// <summary>Recommended next phase or <c>done</c>.</summary>
    public required string Routing { get; init; }

    /// <summary>Paragraphs that open 3.2.</summary>
    public required IReadOnlyList<string> DetailedAnalysis { get; init; }

    /// <summary>Section 4.</summary>
    public required IReadOnlyList<RiskRow> Risks { get; init; }

    /// <summary>Section 4 of a final verification.</summary>
    public required IReadOnlyList<BlockerRow> Blockers { get; init; }

    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>Section 4.5; null unless the run is a planning run (R-REP-10).</summary>
    public required PlanSection? Plan { get; init; }

    /// <summary>Section 4.5 of an implementation report; null in any other, and in data of older versions.</summary>
    public ImplementationSection? Implementation { get; init; }

    /// <summary>Section 4.5 of a final verification; null in any other report, and in data of older versions.</summary>
    public VerificationSection? Verification { get; init; }

    /// <summary>Section 4.6; null unless the run is a release hand-off (R-REP-23), and in data of older versions.</summary>
    public HandOffSection? HandOff { get; init; }

    /// <summary>5.1.</summary>
    public required IReadOnlyList<MaterialRow> Materials { get; init; }

    /// <summary>5.2.</summary>
    public required IReadOnlyList<QuestionRow> Questions { get; init; }

    /// <summary>Section 6, one sentence per item.</summary>
    public required IReadOnlyList<string> NextSteps { get; init; }

    /// <summary>Section 7.</summary>
    public required IReadOnlyList<FollowUpRow> FollowUps { get; init; }

    /// <summary>Report a later phase verified; null in the analysis phases.</summary>
    public required string? SourceReport { get; init; }

    /// <summary>Commits of a later phase; empty in the analysis phases.</summary>
    public required IReadOnlyList<string> Commits { get; init; }
}
