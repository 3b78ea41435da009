using Okstra.Core.Problems;
using Okstra.Core.Worktrees;
using Okstra.Processes.Custody;
using Okstra.State.Custody;
using Okstra.State.Worktrees;

namespace Okstra.Engine.Worktrees;

/// <summary>Finds a registered worktree again; trusted only when registry, folder and git's list agree (R-WT-11, R-OPN-54, design: git custody).</summary>
internal sealed class WorktreeReuse(RunServices services, WorktreeRegistry registry)
{
    private readonly WorktreeFolders _folders = new(services.Home, services.Writer);

    /// <returns>Null when nothing of it is left and a new one has to be made; its row is released then.</returns>
    /// <exception cref="UserErrorException">They disagree, and only the user can say who is right.</exception>
    public async Task<ProvisionedWorktree?> TryAsync(ProvisionRequest request, WorktreeRow row, WorktreeSite site, CancellationToken cancellationToken)
    {
        if (row.Repository.Length > 0 && row.Repository != site.Repository.CommonDirectory)
        {
            throw Path.Exists(row.Repository)
                ? new UserErrorException("OKS0630", $"'{request.Key}' belongs to another repository: {row.Repository}; this one is {site.Repository.CommonDirectory}", "two projects share an id; register this one under another --project-id")
                : new UserErrorException("OKS0631", $"the repository of '{request.Key}' is gone from {row.Repository}; this one is {site.Repository.CommonDirectory}", "if it was moved here, okstra worktree repair brings the registry up to date");
        }

        var entry = site.Entry(row.WorktreePath);
        var missing = WorktreeFolders.IsFree(row.WorktreePath);
        string? done = null;
        if (entry is null && missing)
        {
            if (await site.Git.BranchTipAsync(row.Branch, cancellationToken) is null)
            {
                await registry.ReleaseAsync(request.Key, cancellationToken);
                return null;
            }

            await AddAgainAsync(request, row, site, cancellationToken);
            done = "its folder was gone: made again from its branch";
        }
        else if (entry is null)
        {
            throw new UserErrorException("OKS0632", $"the folder '{row.WorktreePath}' of '{request.Key}' is there, but git does not list it as a worktree", "okstra worktree repair looks at what can be proven; nothing was changed");
        }
        else if (missing)
        {
            await ReconnectAsync(row, site, cancellationToken);
            done = "its folder was gone: written again from its index";
        }

        if (entry is not null && entry.Branch != $"refs/heads/{row.Branch}")
        {
            var on = entry.Branch is { } other ? $"on branch '{other["refs/heads/".Length..]}'" : "on no branch (detached, or in the middle of a rebase)";
            throw new UserErrorException("OKS0633", $"the worktree '{row.WorktreePath}' of '{request.Key}' is {on}, not on '{row.Branch}'", $"finish what is going on there and switch it back to '{row.Branch}'");
        }

        if (row.Repository.Length == 0)
        {
            await registry.ChangeAsync(document => document.Row(request.Key) is { } old ? document.WithRow(request.Key, old with { Repository = site.Repository.CommonDirectory }) : document, cancellationToken);
        }

        await registry.ChangeAsync(document => RegistryRules.TouchPhase(document, request.Key, request.Phase), cancellationToken);
        List<string> notes = [.. done is null ? (string[])[] : [done]];
        if (request.BaseRef is { } asked && await site.Repository.ResolveAsync(asked, cancellationToken) != row.BaseRef)
        {
            notes.Add($"base ref '{asked}' was ignored: the worktree began at {WorktreeNotes.Short(row.BaseRef)}");
        }

        return new ProvisionedWorktree(ProvisionStatus.Reused, row.WorktreePath, row.Branch, row.BaseRef, WorktreeNotes.Reused(row, request.Phase, notes));
    }

    private async Task AddAgainAsync(ProvisionRequest request, WorktreeRow row, WorktreeSite site, CancellationToken cancellationToken)
    {
        _folders.MakeParents(row.WorktreePath);
        var added = await site.Git.AddExistingAsync(site.Main, row.WorktreePath, row.Branch, request.Key, cancellationToken);
        if (!added.Succeeded)
        {
            throw new UserErrorException("OKS0634", $"git could not make the worktree '{row.WorktreePath}' again: {added.Complaint}", $"see where branch '{row.Branch}' is checked out with git worktree list");
        }

        await new WorktreeFurnishing(services).FurnishAsync(site, row.WorktreePath, cancellationToken);
    }

    // Git's record survives the folder, with index, HEAD and history in it; adding anew would throw staged work away.
    private async Task ReconnectAsync(WorktreeRow row, WorktreeSite site, CancellationToken cancellationToken)
    {
        var record = WorktreeAdmin.Find(site.Repository.CommonDirectory, RepositoryWorktrees.RealPathOf(row.WorktreePath))
            ?? throw new UserErrorException("OKS0635", $"git lists '{row.WorktreePath}' but its record is unreadable", "okstra worktree repair looks at what can be proven");
        _folders.Reconnect(row.WorktreePath, record);
        await site.Git.FillAsync(row.WorktreePath, cancellationToken);
        await new WorktreeFurnishing(services).FurnishAsync(site, row.WorktreePath, cancellationToken);
    }
}
