namespace Okstra.Core.Reports;

/// <summary>A material the user is asked to attach: a row of 5.1 (R-PHS-006, R-PHS-007).</summary>
public sealed record MaterialRow
{
    /// <summary><c>A1</c>, …</summary>
    public required string Id { get; init; }

    public required IReadOnlyList<string> TicketIds { get; init; }

    public required string Request { get; init; }

    public required string Why { get; init; }

    public required string WhereToFind { get; init; }

    public required string WhereToPut { get; init; }

    /// <summary><c>open</c>, <c>resolved</c> or <c>obsolete</c>.</summary>
    public required string Status { get; init; }
}
