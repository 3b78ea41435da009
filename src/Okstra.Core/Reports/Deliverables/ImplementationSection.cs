namespace Okstra.Core.Reports.Deliverables;

/// <summary>What an implementation run delivers; later phases look its parts up by name (R-PHS-067, R-REP-98).</summary>
public sealed record ImplementationSection
{
    public required string PlanPath { get; init; }

    /// <summary>The recorded approval mark, as it stands in the plan.</summary>
    public required string ApprovalEvidence { get; init; }

    public required IReadOnlyList<ImplementationCommit> Commits { get; init; }

    public required IReadOnlyList<DiffRow> Diff { get; init; }

    public required IReadOnlyList<StepResult> Steps { get; init; }

    public required IReadOnlyList<CommandRun> Validation { get; init; }

    public required IReadOnlyList<TddRow> Tdd { get; init; }

    /// <summary>Reasons behind <c>TDD exemption: …</c> (R-PHS-057).</summary>
    public required IReadOnlyList<string> TddExemptions { get; init; }

    public required IReadOnlyList<OutOfPlanEdit> OutOfPlanEdits { get; init; }

    public required IReadOnlyList<CommandRun> Rollback { get; init; }

    public required IReadOnlyList<VerifierResult> Verifiers { get; init; }

    /// <summary>Why the run routes where it does.</summary>
    public required string RoutingReason { get; init; }
}
