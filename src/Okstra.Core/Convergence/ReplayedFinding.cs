namespace Okstra.Core.Convergence;

/// <summary>One finding under the run's rules and under the replayed ones.</summary>
public sealed record ReplayedFinding
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Its class in the state document.</summary>
    public required FindingClass Then { get; init; }

    /// <summary>Null when it hangs on an answer that nobody gave.</summary>
    public required FindingClass? Now { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }

    public bool Changed => Now != Then;
}
