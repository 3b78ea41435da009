namespace Okstra.Core.Convergence;

/// <summary>What one re-verification dispatch asks: at most <see cref="RoundPlanning.BatchSize"/> findings of one worker (R-CVG-18).</summary>
/// <param name="Worker">Id in the roster.</param>
/// <param name="Round">1 to 3.</param>
/// <param name="Number">1-based per worker and round.</param>
/// <param name="Asks">The findings with the role in which the worker is asked.</param>
public sealed record Batch(string Worker, int Round, int Number, IReadOnlyList<Ask> Asks)
{
    public IReadOnlyList<string> FindingIds => [.. Asks.Select(ask => ask.FindingId)];
}
