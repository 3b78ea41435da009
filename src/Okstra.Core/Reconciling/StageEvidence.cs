using Okstra.Core.Stages;

namespace Okstra.Core.Reconciling;

/// <summary>What the git history says about one finished stage.</summary>
public sealed record StageEvidence
{
    /// <summary>Done: it has a head.</summary>
    public required StageRecord Record { get; init; }

    /// <summary>Tip of the stage branch; null when the branch is gone.</summary>
    public required string? BranchTip { get; init; }

    /// <summary>The recorded head and base are still in the object store.</summary>
    public required bool Resolves { get; init; }

    /// <summary>The head is part of the stage branch, of any local branch when that is gone, or of what a correction found it under.</summary>
    public required bool IsReachable { get; init; }

    /// <summary>The recorded commits as one change.</summary>
    public PatchId Cumulative { get; init; } = PatchId.Unknown;

    /// <summary>The recorded commits one by one, oldest first; null when there are merges among them.</summary>
    public IReadOnlyList<PatchId>? Commits { get; init; }

    /// <summary>Ends of the stage branch, the most telling first.</summary>
    public IReadOnlyList<TailPatch> Tails { get; init; } = [];

    /// <summary>First-parent chains the content may have moved to, oldest commit first, the most telling chain first.</summary>
    public IReadOnlyList<IReadOnlyList<ChainCommit>> Chains { get; init; } = [];
}
