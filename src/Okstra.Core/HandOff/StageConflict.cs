namespace Okstra.Core.HandOff;

/// <summary>A stage that does not merge with the base and the stages before it.</summary>
/// <param name="Stage">From 1.</param>
/// <param name="Files">Paths with conflicts, from the top of the tree.</param>
public sealed record StageConflict(int Stage, IReadOnlyList<string> Files);
