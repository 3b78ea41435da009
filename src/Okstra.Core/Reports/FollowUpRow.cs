namespace Okstra.Core.Reports;

/// <summary>A follow-up task: a row of section 7 (R-REP-54).</summary>
public sealed record FollowUpRow
{
    /// <summary><c>FU-001</c>, …</summary>
    public required string Id { get; init; }

    /// <summary>Token of R-CON-60.</summary>
    public required string Origin { get; init; }

    public required string NewTaskId { get; init; }

    public required string Title { get; init; }

    public required string SuggestedTaskType { get; init; }

    public required string Scope { get; init; }

    public required string Reason { get; init; }

    /// <summary><c>P0</c>, <c>P1</c> or <c>P2</c>.</summary>
    public required string Priority { get; init; }

    public required bool AutoSpawn { get; init; }
}
