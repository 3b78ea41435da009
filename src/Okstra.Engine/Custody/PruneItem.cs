using Okstra.Core.Worktrees;

namespace Okstra.Engine.Custody;

/// <summary>One thing a prune would clear away.</summary>
public sealed record PruneItem
{
    public required PruneKind Kind { get; init; }

    /// <summary>Row it belongs to; null for what belongs to a run.</summary>
    public WorktreeKey? Key { get; init; }

    /// <summary>Common git directory; empty where git has no part in it.</summary>
    public required string Repository { get; init; }

    /// <summary>Absolute.</summary>
    public required string Path { get; init; }

    /// <summary>Branch that goes with it; null when none does.</summary>
    public string? Branch { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Why nothing is lost with it.</summary>
    public required string Why { get; init; }

    /// <summary>Newest kept ref of it as things are now; another is made right before the removal when something changed.</summary>
    public string? KeptRef { get; init; }

    /// <summary>Lock of the run it belongs to; null when it belongs to none.</summary>
    public string? RunLock { get; init; }
}
