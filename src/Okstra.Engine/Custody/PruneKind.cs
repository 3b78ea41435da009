namespace Okstra.Engine.Custody;

/// <summary>What a prune can clear away.</summary>
public enum PruneKind
{
    /// <summary>The worktree of a released row, or what is left of it.</summary>
    Released,

    /// <summary>Git's record of a worktree whose folder is gone and that no row claims.</summary>
    Stale,

    /// <summary>A throw-away worktree of a run that is over.</summary>
    ThrowAway,

    /// <summary>Support files of a run that is over.</summary>
    Scratch,
}
