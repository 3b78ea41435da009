namespace Okstra.Core.Worktrees;

/// <summary>How a task came to its worktree (R-CON-56).</summary>
public static class ProvisionStatus
{
    public const string Created = "created";

    public const string Reused = "reused";

    /// <summary>The project root is a linked worktree: the caller is isolated already.</summary>
    public const string SkippedInWorktree = "skipped-in-worktree";

    public const string SkippedNotGit = "skipped-not-git";
}
