using Okstra.Core.Problems;
using Okstra.Core.Worktrees;
using Okstra.Engine.Worktrees;
using Okstra.Processes.Custody;
using Okstra.Processes.Git;
using Okstra.State.Custody;
using Okstra.State.Files;
using Okstra.State.Worktrees;

namespace Okstra.Engine.Custody;

/// <summary>Clears away what a plan names, one by one; work is kept right before, and what changed since the plan is looked at again.</summary>
public sealed class WorktreePrune(RunServices services, KnownPlaces places)
{
    private const string Verb = "worktree prune";
    private readonly WorktreeRegistry _registry = new(services.Home, services.Documents, services.Locks, services.Time);

    /// <summary>A refusal of one item is its outcome and stops no other.</summary>
    public async Task<PruneOutcome> RemoveAsync(PruneItem item, CancellationToken cancellationToken)
    {
        try
        {
            return item.Kind switch
            {
                PruneKind.Released => await ReleasedAsync(item, cancellationToken),
                PruneKind.Stale => await StaleAsync(item, cancellationToken),
                PruneKind.ThrowAway => await ThrowAwayAsync(item, cancellationToken),
                _ => await ScratchAsync(item, cancellationToken),
            };
        }
        catch (UserErrorException refusal)
        {
            return new PruneOutcome(item, null, null, refusal.Problem);
        }
    }

    private async Task<PruneOutcome> ReleasedAsync(PruneItem item, CancellationToken cancellationToken)
    {
        var key = item.Key!.Value;
        using var held = await WorktreeLocks.TakeAsync(services, key, item.Repository, Verb, cancellationToken);
        var row = await _registry.LookupAsync(key, cancellationToken);
        if (row is not { IsReleased: true } || row.WorktreePath != item.Path)
        {
            throw new UserErrorException("OKS0666", $"'{key}' was taken up again meanwhile", "release it first if it is really done");
        }

        var worktrees = new RepositoryWorktrees(services.Git, item.Repository);
        var target = CustodyTarget.Of(key, row, item.Repository);
        var refs = new KeepRefs(services.Git, item.Repository);
        var entry = await worktrees.FindAsync(item.Path, cancellationToken);
        if (entry is not null)
        {
            await RemoveWorktreeAsync(key, row, entry, target, worktrees, cancellationToken);
        }
        else if (item.Branch is { } left && await worktrees.ResolveAsync($"refs/heads/{left}", cancellationToken) is { } leftTip && !await IsHeldAsync(key, leftTip, worktrees, refs, cancellationToken))
        {
            // A killed prune had removed the worktree: what was kept then is fuller than the branch alone.
            await new WorktreeCustody(services).KeepAsync(target, cancellationToken);
        }

        var stays = item.Branch is { } branch ? await RemoveBranchAsync(key, branch, row, worktrees, refs, cancellationToken) : null;
        return new PruneOutcome(item, (await refs.NewestAsync(key.KeepPrefix, cancellationToken))?.Ref, stays, null);
    }

    private async Task RemoveWorktreeAsync(WorktreeKey key, WorktreeRow row, WorktreeEntry entry, CustodyTarget target, RepositoryWorktrees worktrees, CancellationToken cancellationToken)
    {
        var custody = new WorktreeCustody(services);
        if (LockReasons.RemovedKeyOf(entry.LockReason) == key)
        {
            await RequireNothingNewAsync(key, target, worktrees, cancellationToken);
        }
        else if (LockReasons.KeyOf(entry.LockReason) == key || (entry.LockReason is null && !Path.Exists(entry.Path)))
        {
            await new RemovalChecks(services, places).RequireFreeAsync(key, row, target.Repository, cancellationToken);
            if (await worktrees.IsReadableAsync(WorktreeAdmin.Find(target.Repository, entry.Path), cancellationToken))
            {
                _ = Path.Exists(entry.Path) ? await custody.KeepUntilStableAsync(target, cancellationToken) : await custody.KeepRemainsAsync(target, cancellationToken);
            }

            // From here on a killed removal is told apart from files that the user deleted.
            if (WorktreeAdmin.Find(target.Repository, entry.Path) is { } admin)
            {
                WorktreeAdmin.Lock(admin, LockReasons.Removing(key), services.Writer);
            }
        }
        else
        {
            throw new UserErrorException("OKS0667", $"git's record of '{entry.Path}' does not say that it is the worktree of '{key}'", "it was left alone; look at git worktree list");
        }

        await WorktreeRemoval.RemoveAsync(services, worktrees, entry.Path, cancellationToken);
    }

    /// <summary>A killed removal left half of it; whoever worked there since keeps it.</summary>
    private async Task RequireNothingNewAsync(WorktreeKey key, CustodyTarget target, RepositoryWorktrees worktrees, CancellationToken cancellationToken)
    {
        if (!Path.Exists(target.Path))
        {
            return;
        }

        var now = await new WorktreeCustody(services).SnapshotAsync(target, cancellationToken);
        var kept = await new KeepRefs(services.Git, target.Repository).NewestAsync(key.KeepPrefix, cancellationToken);
        if (now.Message.Tip != (kept?.Message.Tip ?? target.BaseCommit) || await worktrees.AddsAnythingAsync(kept?.Tree ?? $"{target.BaseCommit}^{{tree}}", now.Tree, cancellationToken))
        {
            throw new UserErrorException("OKS0668", $"'{target.Path}' was half removed when okstra was stopped, and somebody has worked there since", "copy what is new; okstra worktree restore --to brings the kept rest back beside it");
        }
    }

    private static async Task<bool> IsHeldAsync(WorktreeKey key, string tip, RepositoryWorktrees worktrees, KeepRefs refs, CancellationToken cancellationToken)
    {
        foreach (var kept in await refs.ListAsync(key.KeepPrefix, cancellationToken))
        {
            if (await worktrees.IsAncestorAsync(tip, kept.Commit, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>Why it stays; null when it is gone.</returns>
    private async Task<string?> RemoveBranchAsync(WorktreeKey key, string branch, WorktreeRow row, RepositoryWorktrees worktrees, KeepRefs refs, CancellationToken cancellationToken)
    {
        var name = $"refs/heads/{branch}";
        if (await worktrees.ResolveAsync(name, cancellationToken) is not { } tip)
        {
            return null;
        }

        if ((await worktrees.ListAsync(cancellationToken)).FirstOrDefault(entry => entry.Branch == name) is { } elsewhere)
        {
            return $"it is checked out at {elsewhere.Path}";
        }

        if ((await _registry.ReadAsync(cancellationToken)).Branches.GetValueOrDefault(branch) is { } owner)
        {
            return $"it belongs to {owner}";
        }

        var holders = (await refs.ListAsync(key.KeepPrefix, cancellationToken)).Select(kept => kept.Commit).Reverse().Append(row.BaseRef).Append("HEAD");
        foreach (var holder in holders)
        {
            if (await worktrees.IsAncestorAsync(tip, holder, cancellationToken))
            {
                await worktrees.DeleteBranchAsync(branch, tip, cancellationToken);
                return null;
            }
        }

        return "its commits are neither merged nor kept";
    }

    private async Task<PruneOutcome> StaleAsync(PruneItem item, CancellationToken cancellationToken)
    {
        var key = item.Key!.Value;
        using var held = await WorktreeLocks.TakeAsync(services, key, item.Repository, Verb, cancellationToken);
        var worktrees = new RepositoryWorktrees(services.Git, item.Repository);
        var entry = await worktrees.FindAsync(item.Path, cancellationToken);
        if (entry is null || Path.Exists(item.Path) || LockReasons.KeyOf(entry.LockReason) != key || await _registry.LookupAsync(key, cancellationToken) is not null)
        {
            throw new UserErrorException("OKS0669", $"'{item.Path}' is in use again", "okstra worktree list shows by whom");
        }

        var target = new CustodyTarget { Key = key, Repository = item.Repository, Path = entry.Path, Branch = entry.Branch?.Replace("refs/heads/", "", StringComparison.Ordinal), BaseCommit = null };
        var kept = await new WorktreeCustody(services).KeepAsync(target, cancellationToken);
        await WorktreeRemoval.RemoveAsync(services, worktrees, entry.Path, cancellationToken);
        return new PruneOutcome(item, kept?.Ref, null, null);
    }

    private async Task<PruneOutcome> ThrowAwayAsync(PruneItem item, CancellationToken cancellationToken)
    {
        using var run = await services.Locks.AcquireAsync(item.RunLock!, Verb, TimeSpan.Zero, cancellationToken);
        using var held = await RepositoryLock.AcquireAsync(services, item.Repository, Verb, cancellationToken);
        var worktrees = new RepositoryWorktrees(services.Git, item.Repository);
        if ((await worktrees.FindAsync(item.Path, cancellationToken))?.LockReason == ThrowawayWorktree.LockReason)
        {
            await WorktreeRemoval.RemoveAsync(services, worktrees, item.Path, cancellationToken);
        }

        return new PruneOutcome(item, null, null, null);
    }

    private async Task<PruneOutcome> ScratchAsync(PruneItem item, CancellationToken cancellationToken)
    {
        using var run = await services.Locks.AcquireAsync(item.RunLock!, Verb, TimeSpan.Zero, cancellationToken);
        if (Path.Exists(Path.Combine(item.Path, "trees")) && HomeFolders.HasWorktrees(item.Path))
        {
            throw new UserErrorException("OKS0670", $"'{item.Path}' still holds worktrees that git knows", "run okstra worktree prune --all, which looks at every repository");
        }

        new ScratchFolder(services.Home, services.Writer).Remove(item.Path);
        return new PruneOutcome(item, null, null, null);
    }
}
