namespace Okstra.Engine.Custody;

/// <summary>One row of the registry beside what disk and git say about it.</summary>
public sealed record WorktreeView
{
    /// <summary>Row key.</summary>
    public required string Key { get; init; }

    /// <summary><c>active</c> or <c>released</c>.</summary>
    public required string Status { get; init; }

    public required string Branch { get; init; }

    public required string Path { get; init; }

    public required string BaseRef { get; init; }

    public required string LastPhase { get; init; }

    public required string CreatedAt { get; init; }

    /// <summary>Common git directory; empty when unknown.</summary>
    public required string Repository { get; init; }

    /// <summary>On disk.</summary>
    public required long Bytes { get; init; }

    /// <summary>Changed and new files; null when git cannot say.</summary>
    public int? Dirty { get; init; }

    /// <summary>Commits beyond the base; null when git cannot say.</summary>
    public int? Ahead { get; init; }

    /// <summary>How many commits are kept of it.</summary>
    public required int Kept { get; init; }

    /// <summary>
    /// Whether registry, folder and git say the same: <c>ok</c>, <c>gone</c> (released, nothing left), <c>folder-missing</c>, <c>not-registered-in-git</c>, <c>wrong-branch</c>,
    /// <c>detached</c>, <c>foreign</c>, <c>repository-missing</c>, <c>unreadable</c>.
    /// </summary>
    public required string Agreement { get; init; }

    /// <summary>What went wrong while looking; null when nothing did.</summary>
    public string? Problem { get; init; }
}
