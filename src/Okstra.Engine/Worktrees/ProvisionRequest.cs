using Okstra.Core.Worktrees;

namespace Okstra.Engine.Worktrees;

/// <summary>Who needs a worktree, and from where it begins.</summary>
public sealed record ProvisionRequest
{
    public required WorktreeKey Key { get; init; }

    /// <summary>Absolute.</summary>
    public required string ProjectRoot { get; init; }

    /// <summary>Task-type the worktree is for now.</summary>
    public required string Phase { get; init; }

    public string? WorkCategory { get; init; }

    /// <summary>Commit, branch or tag a new worktree begins at; null = HEAD of the main worktree (R-WT-06). Ignored with a note on reuse (R-OPN-56).</summary>
    public string? BaseRef { get; init; }

    /// <summary>Stages of a stage group.</summary>
    public IReadOnlyList<int>? Stages { get; init; }
}
