using Okstra.Core.Worktrees;

namespace Okstra.Engine.Custody;

/// <summary>A worktree whose work is to be kept.</summary>
public sealed record CustodyTarget
{
    public required WorktreeKey Key { get; init; }

    /// <summary>Common git directory, absolute.</summary>
    public required string Repository { get; init; }

    /// <summary>The worktree, absolute; it may be gone.</summary>
    public required string Path { get; init; }

    /// <summary>Without <c>refs/heads/</c>; null when it has none.</summary>
    public required string? Branch { get; init; }

    /// <summary>Full id; null when unknown.</summary>
    public required string? BaseCommit { get; init; }

    /// <summary>Sync directories linked into it.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    public static CustodyTarget Of(WorktreeKey key, WorktreeRow row, string repository) =>
        new() { Key = key, Repository = repository, Path = row.WorktreePath, Branch = row.Branch, BaseCommit = row.BaseRef, Links = row.Links };
}
