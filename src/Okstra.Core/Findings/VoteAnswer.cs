namespace Okstra.Core.Findings;

/// <summary>One vote in a re-verification answer.</summary>
public sealed record VoteAnswer
{
    public required string FindingId { get; init; }

    /// <summary>AGREE, DISAGREE or UNVERIFIABLE; WITHDRAW or MAINTAIN from a supporter facing a veto.</summary>
    public required Vote Vote { get; init; }

    public required string Reason { get; init; }

    public IReadOnlyList<Citation> Citations { get; init; } = [];
}
