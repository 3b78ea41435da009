using System.Globalization;
using Okstra.Core.Problems;
using Okstra.Core.Worktrees;
using Okstra.Processes.Custody;
using Okstra.Processes.Git;
using Okstra.State.Custody;
using Okstra.State.Worktrees;

namespace Okstra.Engine.Custody;

/// <summary>Brings kept work back: the untouched worktree when it is still there, otherwise a new one with every byte, index, HEAD and operation under way.</summary>
public sealed class WorktreeRestore(RunServices services, KnownPlaces places)
{
    private const string Verb = "worktree restore";
    private readonly WorktreeRegistry _registry = new(services.Home, services.Documents, services.Locks, services.Time);

    /// <exception cref="UserErrorException">Nothing was kept, or something stands in the way.</exception>
    public async Task<RestoreOutcome> RestoreAsync(RestoreRequest request, CancellationToken cancellationToken)
    {
        var row = await _registry.LookupAsync(request.Key, cancellationToken);
        var repository = await places.RepositoryOfAsync(row, cancellationToken)
            ?? throw new UserErrorException("OKS0658", $"the repository of '{request.Key}' was not found: '{row?.Repository}'", "if it moved, run okstra worktree repair in its new place");
        using var held = await WorktreeLocks.TakeAsync(services, request.Key, repository, Verb, cancellationToken);
        row = await _registry.LookupAsync(request.Key, cancellationToken);
        var worktrees = new RepositoryWorktrees(services.Git, repository);
        if (request.Branch is { } asked && !await worktrees.IsBranchNameAsync(asked, cancellationToken))
        {
            throw new UserErrorException("OKS0660", $"'{asked}' is not a name for a branch", "leave --branch out to use the one the work was on");
        }

        if (request.To is { } folder)
        {
            var copied = await FindAsync(request, repository, cancellationToken) ?? throw NothingKept(request.Key);
            return await new WorktreeRemaking(services, worktrees).CopyAsync(request, copied, folder, cancellationToken);
        }

        return await InPlaceAsync(request, row, worktrees, cancellationToken);
    }

    private static UserErrorException NothingKept(WorktreeKey key) => new("OKS0661", $"no work of '{key}' is kept", "okstra worktree list --all shows what is; okstra worktree provision makes a new worktree");

    private async Task<RestoreOutcome> InPlaceAsync(RestoreRequest request, WorktreeRow? row, RepositoryWorktrees worktrees, CancellationToken cancellationToken)
    {
        var path = row?.WorktreePath ?? services.Home.Worktree(request.Key);
        var remaking = new WorktreeRemaking(services, worktrees);
        if (await remaking.TakeUpAsync(request.Key, path, cancellationToken) is { } finished)
        {
            return await ReserveAsync(request, row, finished, worktrees, [], cancellationToken);
        }

        var entry = await worktrees.FindAsync(path, cancellationToken);
        if (!TargetFolder.IsFree(path))
        {
            return await UntouchedAsync(request, row, path, entry, worktrees, cancellationToken);
        }

        // What git still knows of a folder that was deleted by hand is kept too; of a released one the commit made at its release is the fuller one.
        var chosen = row is { IsReleased: false } && entry is not null && request.From is null ? null : await FindAsync(request, worktrees.CommonDirectory, cancellationToken);
        if (entry is not null)
        {
            chosen = await KeepRemainsAsync(request.Key, row, entry, worktrees, cancellationToken) is { } remains ? chosen ?? remains : chosen;
        }

        chosen ??= await FindAsync(request, worktrees.CommonDirectory, cancellationToken) ?? throw NothingKept(request.Key);
        if (entry is not null)
        {
            await WorktreeRemoval.RemoveAsync(services, worktrees, entry.Path, cancellationToken);
        }

        if (row is { IsReleased: false })
        {
            await _registry.ReleaseAsync(request.Key, cancellationToken);
        }

        var notes = new List<string>();
        var branch = await new BranchChoice(worktrees, request.Branch).ChooseAsync(chosen.Message, notes, cancellationToken);
        await AnnounceAsync(request.Key, path, branch.Registered, chosen, worktrees, cancellationToken);
        await remaking.MakeAsync(request, chosen, path, branch, cancellationToken);
        return await ReserveAsync(request, row, chosen, worktrees, notes, cancellationToken);
    }

    /// <summary>Folder, branch and git's record are as they were at the release: only the row changes.</summary>
    private async Task<RestoreOutcome> UntouchedAsync(RestoreRequest request, WorktreeRow? row, string path, WorktreeEntry? entry, RepositoryWorktrees worktrees, CancellationToken cancellationToken)
    {
        if (entry is null || LockReasons.KeyOf(entry.LockReason) != request.Key || request.From is not null || request.Branch is not null)
        {
            throw new UserErrorException("OKS0662", $"'{path}' is not empty, and okstra overwrites nothing", "name another place with --to, or look at what is there");
        }

        if ((await _registry.ReadAsync(cancellationToken)).PendingOf(request.Key) is not null && await FindAsync(request, worktrees.CommonDirectory, cancellationToken) is { } kept)
        {
            // A killed restore had everything in place but the row.
            return await ReserveAsync(request, row, kept, worktrees, [], cancellationToken);
        }

        var active = row ?? Rows.Of(request.Key, path, entry, await BaseOfAsync(entry, worktrees, cancellationToken), worktrees.CommonDirectory, _registry.Now());
        if (active.IsReleased || row is null)
        {
            await _registry.ChangeAsync(document => RegistryRules.Reserve(document, request.Key, active with { Status = WorktreeRow.Active }), cancellationToken);
        }

        return new RestoreOutcome(request.Key, path, entry.Branch?.Replace("refs/heads/", "", StringComparison.Ordinal), null, ["the worktree was still there and is as it was"]);
    }

    private static async Task<string> BaseOfAsync(WorktreeEntry entry, RepositoryWorktrees worktrees, CancellationToken cancellationToken) =>
        entry.Commit is { } commit ? await worktrees.MergeBaseAsync(commit, "HEAD", cancellationToken) ?? commit : "";

    private async Task<KeptWork?> KeepRemainsAsync(WorktreeKey key, WorktreeRow? row, WorktreeEntry entry, RepositoryWorktrees worktrees, CancellationToken cancellationToken)
    {
        if (LockReasons.KeyOf(entry.LockReason) != key && LockReasons.RemovedKeyOf(entry.LockReason) != key)
        {
            throw new UserErrorException("OKS0663", $"git has a worktree at '{entry.Path}' that is not the one of '{key}'", "look at git worktree list; name another place with --to");
        }

        var target = new CustodyTarget { Key = key, Repository = worktrees.CommonDirectory, Path = entry.Path, Branch = row?.Branch ?? entry.Branch?.Replace("refs/heads/", "", StringComparison.Ordinal), BaseCommit = row?.BaseRef, Links = row?.Links ?? [] };
        return LockReasons.RemovedKeyOf(entry.LockReason) == key ? null : await new WorktreeCustody(services).KeepRemainsAsync(target, cancellationToken);
    }

    private async Task<KeptWork?> FindAsync(RestoreRequest request, string repository, CancellationToken cancellationToken)
    {
        var all = await new KeepRefs(services.Git, repository).ListAsync(request.Key.KeepPrefix, cancellationToken);
        if (request.From is not { } from)
        {
            return all is [.., var newest] ? newest : null;
        }

        var numbered = int.TryParse(from.StartsWith(request.Key.KeepPrefix, StringComparison.Ordinal) ? from[request.Key.KeepPrefix.Length..] : from, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return all.FirstOrDefault(kept => kept.Ref == from || kept.Commit == from || (numbered && kept.Number == number))
            ?? (numbered ? await new KeepRefs(services.Git, repository).PinnedAsync(request.Key.KeepPrefix, number, request.Key.ToString(), cancellationToken) : null)
            ?? throw new UserErrorException("OKS0664", $"'{from}' is no kept work of '{request.Key}'", $"kept are: {(all.Count == 0 ? "none" : string.Join(", ", all.Select(kept => kept.Ref)))}");
    }

    private Task<RegistryDocument> AnnounceAsync(WorktreeKey key, string path, string branch, KeptWork kept, RepositoryWorktrees worktrees, CancellationToken cancellationToken)
    {
        var pending = new PendingWorktree { WorktreePath = path, Branch = branch, BaseRef = kept.Message.Base ?? kept.Message.Tip ?? kept.Commit, Repository = worktrees.CommonDirectory, Since = _registry.Now() };
        return _registry.ChangeAsync(document => RegistryRules.Announce(document, key, pending), cancellationToken);
    }

    private async Task<RestoreOutcome> ReserveAsync(RestoreRequest request, WorktreeRow? row, KeptWork kept, RepositoryWorktrees worktrees, IReadOnlyList<string> notes, CancellationToken cancellationToken)
    {
        var path = row?.WorktreePath ?? services.Home.Worktree(request.Key);
        var entry = await worktrees.FindAsync(path, cancellationToken) ?? throw new UserErrorException("OKS0665", $"the worktree '{path}' vanished while it was restored", "run the same command again");
        var on = entry.Branch?.Replace("refs/heads/", "", StringComparison.Ordinal);
        var pending = (await _registry.ReadAsync(cancellationToken)).PendingOf(request.Key);
        var branch = on ?? pending?.Branch ?? kept.Message.Branch ?? row?.Branch ?? "";
        var fresh = row ?? Rows.Of(request.Key, path, entry, kept.Message.Base ?? "", worktrees.CommonDirectory, _registry.Now());
        var links = await RestoredFurnishing.FurnishAsync(services, request.ProjectRoot, path, worktrees.CommonDirectory, cancellationToken);
        await _registry.ChangeAsync(
            document => RegistryRules.Reserve(document, request.Key, fresh with { Status = WorktreeRow.Active, WorktreePath = path, Branch = branch, Repository = worktrees.CommonDirectory, Links = links }),
            cancellationToken);
        return new RestoreOutcome(request.Key, path, on, kept, notes);
    }
}
