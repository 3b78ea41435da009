using Okstra.Core.Problems;
using Okstra.Core.Worktrees;
using Okstra.Processes.Git;
using Okstra.State.Worktrees;

namespace Okstra.Engine.Worktrees;

/// <summary>Makes a worktree: announce, add, furnish, reserve (R-WT-12…17); takes up what a killed call announced.</summary>
internal sealed class WorktreeCreation(RunServices services, WorktreeRegistry registry)
{
    private readonly WorktreeFolders _folders = new(services.Home, services.Writer);

    public async Task<ProvisionedWorktree> CreateAsync(ProvisionRequest request, WorktreeSite site, CancellationToken cancellationToken)
    {
        var known = (await registry.ReadAsync(cancellationToken)).PendingOf(request.Key);
        if (known is not null && known.Repository != site.Repository.CommonDirectory)
        {
            throw new UserErrorException("OKS0622", $"'{request.Key}' is half made in another repository: {known.Repository}", "two projects share an id; register one of them under another --project-id, or run okstra worktree repair there");
        }

        var plan = known ?? new PendingWorktree
        {
            WorktreePath = services.Home.Worktree(request.Key),
            Branch = request.Key.Branch(request.WorkCategory),
            BaseRef = await site.BaseAsync(request.BaseRef, cancellationToken),
            Repository = site.Repository.CommonDirectory,
            Since = registry.Now(),
        };
        if (known is null)
        {
            await RefuseTakenAsync(request, plan, site, cancellationToken);
            await registry.ChangeAsync(document => RegistryRules.Announce(document, request.Key, plan), cancellationToken);
        }

        await AddAsync(request, plan, site, resumed: known is not null, cancellationToken);
        return await ReserveAsync(request, plan, site, cancellationToken);
    }

    /// <summary>R-WT-12 and R-WT-13: what is there and not ours is left alone.</summary>
    private async Task RefuseTakenAsync(ProvisionRequest request, PendingWorktree plan, WorktreeSite site, CancellationToken cancellationToken)
    {
        var document = await registry.ReadAsync(cancellationToken);

        // An owner's name says more than "exists already".
        RegistryRules.Announce(document, request.Key, plan);
        var released = document.Row(request.Key) is { IsReleased: true };
        var remedy = released
            ? "it belongs to this task and was released: okstra worktree restore takes it up again, okstra worktree prune clears it away and keeps its work"
            : "okstra worktree list shows what is registered; okstra worktree repair takes up worktrees the registry lost";
        if (!WorktreeFolders.IsFree(plan.WorktreePath))
        {
            throw new UserErrorException("OKS0623", $"the folder '{plan.WorktreePath}' exists and is not registered for '{request.Key}'", remedy);
        }

        if (site.Entry(plan.WorktreePath) is not null)
        {
            throw new UserErrorException("OKS0624", $"git still has a record of a worktree at '{plan.WorktreePath}', whose folder is gone", remedy);
        }

        if (await site.Git.BranchTipAsync(plan.Branch, cancellationToken) is { } tip)
        {
            throw new UserErrorException("OKS0625", $"branch '{plan.Branch}' exists already (at {WorktreeNotes.Short(tip)}) and is not registered for '{request.Key}'", $"choose another --work-category or --task-id; {remedy}");
        }

        if (await site.Git.ClashingBranchAsync(plan.Branch, cancellationToken) is { } other)
        {
            throw new UserErrorException("OKS0626", $"branch '{plan.Branch}' cannot stand beside the branch '{other}'", "choose another --work-category or --task-id");
        }
    }

    private async Task AddAsync(ProvisionRequest request, PendingWorktree plan, WorktreeSite site, bool resumed, CancellationToken cancellationToken)
    {
        _folders.MakeParents(plan.WorktreePath);
        if (resumed && await FinishAsync(plan, site, cancellationToken))
        {
            return;
        }

        var tip = resumed ? await site.Git.BranchTipAsync(plan.Branch, cancellationToken) : null;
        if (tip is not null && tip != plan.BaseRef)
        {
            throw new UserErrorException("OKS0627", $"branch '{plan.Branch}' was being made for '{request.Key}' and has moved to {WorktreeNotes.Short(tip)} since", "look at who committed to it; okstra worktree repair takes up what belongs to the task");
        }

        var added = tip is null
            ? await site.Git.AddAsync(site.Main, plan.WorktreePath, plan.Branch, plan.BaseRef, request.Key, cancellationToken)
            : await site.Git.AddExistingAsync(site.Main, plan.WorktreePath, plan.Branch, request.Key, cancellationToken);
        if (!added.Succeeded)
        {
            // Git removes its own half-made worktree; a branch this call made is taken back while it is still where it began. One that was there may be somebody's by now.
            if (tip is null)
            {
                await site.Git.TakeBackAsync(site.Main, plan.WorktreePath, plan.Branch, plan.BaseRef, cancellationToken);
            }

            await registry.ChangeAsync(document => document.WithPending(request.Key, null), cancellationToken);
            throw new UserErrorException("OKS0628", $"git could not make the worktree '{plan.WorktreePath}': {added.Complaint}", "look at the repository with git status, and at the free space");
        }
    }

    /// <summary>A killed call got as far as git's record: the rest is written in place; whatever else stands in the way is moved aside whole.</summary>
    private async Task<bool> FinishAsync(PendingWorktree plan, WorktreeSite site, CancellationToken cancellationToken)
    {
        // A git that outlived its okstra may be at work right now.
        await LinkedWorktrees.WaitForGitAsync(plan.WorktreePath, services.Time, cancellationToken);
        var entry = LinkedWorktrees.Of(await site.Git.ListAsync(cancellationToken), plan.WorktreePath);
        if (entry?.Branch == $"refs/heads/{plan.Branch}" && await site.Git.GitDirectoryAsync(plan.WorktreePath, cancellationToken) is { } gitDirectory)
        {
            await CompleteAsync(plan, gitDirectory, site, cancellationToken);
            return true;
        }

        if (!WorktreeFolders.IsFree(plan.WorktreePath))
        {
            _folders.SetAside(plan.WorktreePath);
        }

        if (entry is not null)
        {
            await site.Git.ForgetAsync(plan.WorktreePath, cancellationToken);
        }

        return false;
    }

    /// <summary>Git writes the index last: with one the checkout is whole, and somebody may have found and used it; it is taken as it is.</summary>
    private async Task CompleteAsync(PendingWorktree plan, string gitDirectory, WorktreeSite site, CancellationToken cancellationToken)
    {
        if (WorktreeFolders.HasIndex(gitDirectory))
        {
            return;
        }

        WorktreeFolders.RemoveStaleIndexLock(gitDirectory);
        if (await site.Git.BeginAgainAsync(plan.WorktreePath, cancellationToken) is { Count: > 0 } cut)
        {
            _folders.SetAside(plan.WorktreePath, cut);
            await site.Git.FillAsync(plan.WorktreePath, cancellationToken);
        }
    }

    private async Task<ProvisionedWorktree> ReserveAsync(ProvisionRequest request, PendingWorktree plan, WorktreeSite site, CancellationToken cancellationToken)
    {
        var (links, guarded) = await new WorktreeFurnishing(services).FurnishAsync(site, plan.WorktreePath, cancellationToken);
        var row = new WorktreeRow
        {
            ProjectId = request.Key.Project,
            TaskGroup = request.Key.Group,
            TaskId = request.Key.Task,
            WorktreePath = plan.WorktreePath,
            Branch = plan.Branch,
            BaseRef = plan.BaseRef,
            CreatedAt = registry.Now(),
            LastPhase = request.Phase,
            Stage = request.Key.Stage,
            Stages = request.Stages,
            Repository = plan.Repository,
            Links = links.Linked,
        };
        try
        {
            await registry.ChangeAsync(document => RegistryRules.Reserve(document, request.Key, row), cancellationToken);
        }
        catch (UserErrorException)
        {
            // R-WT-16: what this call made goes again, unless somebody wrote to it in the meantime.
            if (await site.Git.IsUntouchedAsync(plan.WorktreePath, plan.BaseRef, links.Linked, cancellationToken))
            {
                await site.Git.TakeBackAsync(site.Main, plan.WorktreePath, plan.Branch, plan.BaseRef, cancellationToken);
            }

            throw;
        }

        return new ProvisionedWorktree(ProvisionStatus.Created, plan.WorktreePath, plan.Branch, plan.BaseRef, WorktreeNotes.Created(plan.WorktreePath, plan.Branch, plan.BaseRef, request.Phase, links, guarded));
    }
}
