using Okstra.Core.Problems;

namespace Okstra.Engine.Custody;

/// <summary>What became of one item.</summary>
/// <param name="Item">As planned.</param>
/// <param name="KeptRef">Where its work is; null when there was none.</param>
/// <param name="BranchKept">Why its branch stayed; null when it went or there was none.</param>
/// <param name="Refusal">Why it was left alone; null when it went.</param>
public sealed record PruneOutcome(PruneItem Item, string? KeptRef, string? BranchKept, Problem? Refusal);
