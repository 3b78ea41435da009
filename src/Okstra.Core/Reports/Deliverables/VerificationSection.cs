namespace Okstra.Core.Reports.Deliverables;

/// <summary>What a final verification delivers beyond verdict, conditions and blockers (R-REP-45…51); the source report's path and the commits are members of the report itself.</summary>
public sealed record VerificationSection
{
    /// <summary>The worktree that was inspected.</summary>
    public required string Worktree { get; init; }

    /// <summary>Quoted from the source report.</summary>
    public required IReadOnlyList<CommitLine> Commits { get; init; }

    /// <summary>Quoted from the source report.</summary>
    public required IReadOnlyList<DiffRow> Diff { get; init; }

    public required IReadOnlyList<ResidualRiskRow> ResidualRisks { get; init; }

    public required IReadOnlyList<RequirementEvidence> Evidence { get; init; }

    /// <summary>Read-only commands that were run.</summary>
    public required IReadOnlyList<CommandRun> Commands { get; init; }

    /// <summary>How the routing follows from verdict and blockers.</summary>
    public required string RoutingReason { get; init; }
}
