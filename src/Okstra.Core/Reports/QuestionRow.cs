namespace Okstra.Core.Reports;

/// <summary>A decision or fact only the user knows: a row of 5.2 (R-PHS-006, R-PHS-007).</summary>
public sealed record QuestionRow
{
    /// <summary><c>Q1</c>, …</summary>
    public required string Id { get; init; }

    public required IReadOnlyList<string> TicketIds { get; init; }

    public required string Question { get; init; }

    /// <summary>Why the answer alters the next step.</summary>
    public required string Why { get; init; }

    public required string AnswerShape { get; init; }

    public required IReadOnlyList<string> Options { get; init; }

    /// <summary>Written by the user, empty until then.</summary>
    public required string Answer { get; init; }

    /// <summary><c>open</c>, <c>resolved</c> or <c>obsolete</c>.</summary>
    public required string Status { get; init; }
}
