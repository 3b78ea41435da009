namespace Okstra.Processes.Git;

/// <summary>What became of a merge without a worktree.</summary>
/// <param name="Commit">Full id; null when there were conflicts.</param>
/// <param name="Conflicts">Files in conflict.</param>
public sealed record MergeOutcome(string? Commit, IReadOnlyList<string> Conflicts);
