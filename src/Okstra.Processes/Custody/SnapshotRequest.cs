namespace Okstra.Processes.Custody;

/// <summary>A worktree of which everything is to be kept.</summary>
public sealed record SnapshotRequest
{
    public required WorktreePlace Place { get; init; }

    /// <summary>Row key.</summary>
    public required string Key { get; init; }

    /// <summary>The worktree's own branch, without <c>refs/heads/</c>; null when it has none.</summary>
    public required string? Branch { get; init; }

    /// <summary>Full id of the commit it began at; null when unknown.</summary>
    public required string? BaseCommit { get; init; }

    /// <summary>Paths okstra linked into it: not the task's work.</summary>
    public required IReadOnlyList<string> Links { get; init; }

    public required DateTimeOffset At { get; init; }
}
