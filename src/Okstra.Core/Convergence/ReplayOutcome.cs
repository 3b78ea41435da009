namespace Okstra.Core.Convergence;

/// <summary>What a finished convergence would have been under other rules, as far as the answers there are can tell.</summary>
public sealed record ReplayOutcome
{
    public required ConvergenceConfig Config { get; init; }

    /// <summary>In the order of the state document.</summary>
    public required IReadOnlyList<ReplayedFinding> Findings { get; init; }

    /// <summary>First unanswered asks of the undetermined findings; what follows from them cannot be known.</summary>
    public required IReadOnlyList<MissingAsk> Missing { get; init; }

    /// <summary>Dispatches those asks would need, at least.</summary>
    public required int NewCalls { get; init; }

    /// <summary>Rounds that would have run, as far as is known.</summary>
    public required int Rounds { get; init; }
}
