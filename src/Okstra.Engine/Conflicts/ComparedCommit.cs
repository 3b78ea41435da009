namespace Okstra.Engine.Conflicts;

/// <summary>One side of a comparison.</summary>
public sealed record ComparedCommit
{
    /// <summary>Row key; the base as it was named.</summary>
    public required string Name { get; init; }

    /// <summary>Without <c>refs/heads/</c>; null when the base is none.</summary>
    public required string? Branch { get; init; }

    /// <summary>Full id of the commit that was compared.</summary>
    public required string Commit { get; init; }

    /// <summary>Uncommitted work of the worktree is part of <see cref="Commit"/>.</summary>
    public required bool Uncommitted { get; init; }

    /// <summary>Why uncommitted work is not in it although there is some; null otherwise.</summary>
    public string? Note { get; init; }
}
