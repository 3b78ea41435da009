using Okstra.Core.Problems;
using Okstra.Core.Worktrees;
using Okstra.Processes.Git;

namespace Okstra.Engine.HandOff;

/// <summary>Whether an existing collector worktree still is what assembling gives; what somebody else did there is named and left alone.</summary>
internal sealed class CollectorCheck(GitRepository repository, BaseBranch baseBranch, MergedStages merged)
{
    private const int NamedFiles = 3;

    /// <summary>Before anything is made again: the row against base and branch.</summary>
    /// <exception cref="UserErrorException">The base moved, or the branch holds something else.</exception>
    public async Task RefuseOtherBranchAsync(WorktreeKey key, string branch, string rowBase, CancellationToken cancellationToken)
    {
        var tip = await new LinkedWorktrees(repository).BranchTipAsync(branch, cancellationToken);
        if (tip is null)
        {
            // Provisioning knows what to do about a branch that is gone.
            return;
        }

        if (await new StageMerging(repository).IsResultAsync(tip, baseBranch.Commit, merged.Steps, cancellationToken))
        {
            return;
        }

        // The row of a call that was killed before it finished has the head for its base.
        throw rowBase == baseBranch.Commit || rowBase == merged.Head
            ? new UserErrorException("OKS0726", $"the branch '{branch}' of group {key.GroupId} is at {tip[..12]}, which is not what assembling its stages gives: commits were added to it, or a stage changed since", Release(key, "take what is worth keeping there, "))
            : new UserErrorException("OKS0727", $"the base '{baseBranch.Name}' moved to {baseBranch.Commit[..12]} since group {key.GroupId} was assembled on {rowBase[..Math.Min(12, rowBase.Length)]}", Release(key, ""));
    }

    /// <exception cref="UserErrorException">Files were changed or added in the worktree.</exception>
    public async Task RefuseChangedFilesAsync(WorktreeKey key, string folder, IReadOnlyCollection<string> links, CancellationToken cancellationToken)
    {
        var changed = await new WorktreeChanges(repository).FilesAsync(folder, links, cancellationToken);
        if (changed.Count > 0)
        {
            var more = changed.Count > NamedFiles ? $" and {changed.Count - NamedFiles} more" : "";
            throw new UserErrorException("OKS0728", $"the worktree '{folder}' of group {key.GroupId} has uncommitted changes: {string.Join(", ", changed.Take(NamedFiles))}{more}", Release(key, "save them elsewhere or undo them there; or "));
        }
    }

    private static string Release(WorktreeKey key, string before) => $"{before}give the group back with okstra worktree release {key.OfTask} --group {key.GroupId} and okstra worktree prune, which keep its work; then assemble again";
}
