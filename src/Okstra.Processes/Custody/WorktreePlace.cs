namespace Okstra.Processes.Custody;

/// <summary>Where the parts of one worktree are; whatever is gone is null.</summary>
public sealed record WorktreePlace
{
    /// <summary>Common git directory, absolute.</summary>
    public required string CommonDirectory { get; init; }

    /// <summary>Git's administrative folder of the worktree, absolute.</summary>
    public required string? AdminFolder { get; init; }

    /// <summary>The worktree itself, absolute.</summary>
    public required string? Folder { get; init; }

    /// <summary>Administrative folder without conversions, prepared by State, absolute; its other files are scratch.</summary>
    public required string RawFolder { get; init; }

    /// <summary>Copy of the worktree's index in <see cref="RawFolder"/>.</summary>
    public string? IndexCopy { get; init; }
}
