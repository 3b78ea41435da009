namespace Okstra.Core.Convergence;

/// <summary>Everything that came back in one round, in any order; a planned batch without a result counts as <c>not-run</c>.</summary>
/// <param name="Round">1 to 3.</param>
/// <param name="StartedAt">UTC, ISO-8601.</param>
/// <param name="EndedAt">UTC, ISO-8601.</param>
/// <param name="Batches">One for each dispatch.</param>
public sealed record RoundResult(int Round, string StartedAt, string EndedAt, IReadOnlyList<BatchResult> Batches);
