namespace Okstra.Core.Reports;

/// <summary>A row of 4.5.7.</summary>
public sealed record PlanRollback
{
    /// <summary><c>RB-001</c>, …</summary>
    public required string Id { get; init; }

    public required string Step { get; init; }

    public required string Action { get; init; }

    public required string Trigger { get; init; }

    public required string Verify { get; init; }
}
