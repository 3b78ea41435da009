namespace Okstra.Core.Findings;

/// <summary>The wire contract of a re-verification dispatch (schema <c>votes.v1.json</c>).</summary>
public sealed record ReverifyAnswer
{
    public int SchemaVersion { get; init; } = 1;

    public required IReadOnlyList<VoteAnswer> Votes { get; init; }
}
