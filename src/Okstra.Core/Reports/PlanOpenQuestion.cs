namespace Okstra.Core.Reports;

/// <summary>A row of 4.5.9.</summary>
public sealed record PlanOpenQuestion
{
    /// <summary><c>OQ-001</c>, …</summary>
    public required string Id { get; init; }

    public required IReadOnlyList<string> TicketIds { get; init; }

    public required string Question { get; init; }

    public required bool Blocking { get; init; }

    public required string AnswerShape { get; init; }

    public required string Status { get; init; }
}
