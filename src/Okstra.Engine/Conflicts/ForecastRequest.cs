using Okstra.Core.Worktrees;

namespace Okstra.Engine.Conflicts;

/// <summary>Which branches to compare.</summary>
public sealed record ForecastRequest
{
    /// <summary>A folder of the repository, absolute.</summary>
    public required string ProjectRoot { get; init; }

    /// <summary>Compare only this one with the base and the others; null = everybody with everybody.</summary>
    public WorktreeKey? Only { get; init; }

    /// <summary>Any name of a commit; null = the tip of the main worktree.</summary>
    public string? Base { get; init; }
}
