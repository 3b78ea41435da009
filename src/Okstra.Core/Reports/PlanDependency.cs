namespace Okstra.Core.Reports;

/// <summary>A row of 4.5.5.</summary>
public sealed record PlanDependency
{
    /// <summary><c>DM-001</c>, …</summary>
    public required string Id { get; init; }

    /// <summary><c>order</c>, <c>backfill</c>, <c>flag-precondition</c>, <c>coordination</c> or <c>other</c>.</summary>
    public required string Kind { get; init; }

    public required string Item { get; init; }

    public required string Impact { get; init; }

    public required string Mitigation { get; init; }
}
