namespace Okstra.Core.Reports;

/// <summary>A row of 4.5.4.</summary>
public sealed record PlanStep
{
    public required string Step { get; init; }

    public required IReadOnlyList<string> TicketIds { get; init; }

    public required string Action { get; init; }

    public required IReadOnlyList<string> Files { get; init; }

    public required string Command { get; init; }

    public required string Expected { get; init; }
}
