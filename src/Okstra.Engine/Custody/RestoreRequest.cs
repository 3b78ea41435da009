using Okstra.Core.Worktrees;

namespace Okstra.Engine.Custody;

/// <summary>Which kept work is to come back, and where.</summary>
public sealed record RestoreRequest
{
    public required WorktreeKey Key { get; init; }

    /// <summary>A ref below the keep prefix or its number; null = the newest.</summary>
    public string? From { get; init; }

    /// <summary>A new or empty folder, absolute: a copy that is not registered; null = the task's own place.</summary>
    public string? To { get; init; }

    /// <summary>Branch to put it on, without <c>refs/heads/</c>; null = the one it was on.</summary>
    public string? Branch { get; init; }

    /// <summary>Project the command runs in, absolute.</summary>
    public required string ProjectRoot { get; init; }
}
