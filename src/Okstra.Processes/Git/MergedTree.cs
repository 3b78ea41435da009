namespace Okstra.Processes.Git;

/// <summary>What merging two commits gives, or would give.</summary>
public sealed record MergedTree
{
    /// <summary>The merged tree, full id; null when the commits have no common history.</summary>
    public string? Tree { get; init; }

    /// <summary>The commits have no common ancestor, so there is nothing to merge them by.</summary>
    public bool Unrelated { get; init; }

    /// <summary>Whether <see cref="Tree"/> is the result of a merge without conflicts.</summary>
    public required bool Clean { get; init; }

    /// <summary>Paths with conflicts, in git's order.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>What kinds of conflict they are; one path may have several.</summary>
    public IReadOnlyList<MergeConflict> Conflicts { get; init; } = [];
}
