namespace Okstra.Engine.Custody;

/// <summary>Everything about one row.</summary>
/// <param name="Worktree">As in the list.</param>
/// <param name="Kept">Commits kept of it, oldest first.</param>
/// <param name="Precious">Ignored files nothing makes again, with bytes; they block a release.</param>
/// <param name="Regenerable">Ignored output of tools.</param>
public sealed record WorktreeDetail(WorktreeView Worktree, IReadOnlyList<KeptView> Kept, IReadOnlyList<IgnoredView> Precious, IReadOnlyList<IgnoredView> Regenerable);
