namespace Okstra.Core.Reports.Deliverables;

/// <summary>What one verifier said, or why it said nothing (R-PHS-046).</summary>
public sealed record VerifierResult
{
    public required string Verifier { get; init; }

    public required string Model { get; init; }

    /// <summary><c>completed</c>, <c>timeout</c>, <c>error</c> or <c>not-run</c>.</summary>
    public required string Status { get; init; }

    public required string Verdict { get; init; }

    /// <summary>Concerns, or the captured error.</summary>
    public required string Note { get; init; }
}
