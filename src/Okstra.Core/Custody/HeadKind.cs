namespace Okstra.Core.Custody;

/// <summary>What HEAD of a worktree is.</summary>
public enum HeadKind
{
    Branch,

    Detached,

    /// <summary>A branch without a commit.</summary>
    Unborn,
}
