using Okstra.Core.Custody;
using Okstra.Processes.Git;

namespace Okstra.Processes.Custody;

/// <summary>What HEAD of a worktree stands for; where the worktree is gone altogether, its branch.</summary>
internal sealed record HeadState(HeadKind Kind, string? Ref, string? Tip, string? BranchTip)
{
    public static async Task<HeadState> ReadAsync(CustodyGit git, string? branch, CancellationToken cancellationToken)
    {
        var branchRef = branch is null ? null : $"refs/heads/{branch}";
        var branchTip = branchRef is null ? null : await CommitAsync(git, branchRef, cancellationToken);
        if (git.Place.AdminFolder is null)
        {
            return new HeadState(branchTip is null ? HeadKind.Unborn : HeadKind.Branch, branchRef, branchTip, branchTip);
        }

        var tip = await CommitAsync(git, "HEAD", cancellationToken);
        var name = await git.TryAskAsync(["symbolic-ref", "--quiet", "HEAD"], cancellationToken);
        return new HeadState(name is null ? HeadKind.Detached : tip is null ? HeadKind.Unborn : HeadKind.Branch, name, tip, branchTip);
    }

    private static async Task<string?> CommitAsync(CustodyGit git, string name, CancellationToken cancellationToken) =>
        await git.TryAskAsync(["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"], cancellationToken) is { } id && GitObjectId.IsFull(id) ? id : null;
}
