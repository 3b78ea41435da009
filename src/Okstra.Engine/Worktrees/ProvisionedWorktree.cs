namespace Okstra.Engine.Worktrees;

/// <summary>Where a task works (R-WT-20).</summary>
/// <param name="Status">A <see cref="Core.Worktrees.ProvisionStatus"/> token.</param>
/// <param name="Path">Absolute; the project root when skipped.</param>
/// <param name="Branch">Without <c>refs/heads/</c>; null when skipped.</param>
/// <param name="BaseRef">Full commit id; null when skipped.</param>
/// <param name="Note">For people.</param>
public sealed record ProvisionedWorktree(string Status, string Path, string? Branch, string? BaseRef, string Note);
