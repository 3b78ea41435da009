namespace Okstra.Core.Reports;

/// <summary>Section 2 (R-REP-18).</summary>
public sealed record FinalVerdict
{
    public required string Conclusion { get; init; }

    /// <summary>One of <see cref="DirectionTokens"/>.</summary>
    public required string Direction { get; init; }

    /// <summary>Row ids and section numbers the conclusion rests on.</summary>
    public required IReadOnlyList<string> BasisIds { get; init; }

    /// <summary>Why, in a sentence or two.</summary>
    public required string Rationale { get; init; }

    /// <summary>Section that says how to go on: <c>6</c> or <c>7</c>.</summary>
    public required string NextStep { get; init; }
}
