using Okstra.Core.Problems;
using Okstra.Core.Worktrees;
using Okstra.Engine.Worktrees;
using Okstra.Processes.Custody;
using Okstra.State.Custody;
using Okstra.State.Documents;
using Okstra.State.Worktrees;

namespace Okstra.Engine.Custody;

/// <summary>Brings the registry in line with what can be proven; a corrupt one is put aside and made again from git's own records.</summary>
public sealed class WorktreeRepair(RunServices services, KnownPlaces places)
{
    private const string Verb = "worktree repair";
    private readonly WorktreeRegistry _registry = new(services.Home, services.Documents, services.Locks, services.Time);
    private readonly List<RepairFinding> _findings = [];

    /// <param name="checkOnly">Only says what it would do.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    public async Task<IReadOnlyList<RepairFinding>> RepairAsync(bool checkOnly, CancellationToken cancellationToken)
    {
        if (await ReadOrPutAsideAsync(checkOnly, cancellationToken) is not { } before)
        {
            before = new RegistryDocument();
        }

        await MovedRepositoriesAsync(before, checkOnly, cancellationToken);
        var repositories = await places.RepositoriesAsync(before, cancellationToken);
        var rows = new RowRecovery(services, places);
        foreach (var repository in repositories)
        {
            await UnclaimedAsync(repository, rows, checkOnly, cancellationToken);
        }

        await PendingAsync(checkOnly, cancellationToken);
        await BranchesAsync(checkOnly, cancellationToken);
        await ReportAsync(cancellationToken);
        return _findings;
    }

    private async Task<RegistryDocument> CurrentAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _registry.ReadAsync(cancellationToken);
        }
        catch (UserErrorException unreadable) when (unreadable.Problem.Code == "OKS0204")
        {
            // Only while checking: a repair has put it aside by now.
            return new RegistryDocument();
        }
    }

    private async Task<RegistryDocument?> ReadOrPutAsideAsync(bool checkOnly, CancellationToken cancellationToken)
    {
        if (!DocumentStore.Exists(services.Home.WorktreeRegistry))
        {
            return null;
        }

        try
        {
            return await _registry.ReadAsync(cancellationToken);
        }
        catch (UserErrorException unreadable) when (unreadable.Problem.Code == "OKS0204")
        {
            if (checkOnly)
            {
                Found($"the registry is unreadable and would be put aside and made again: {services.Home.WorktreeRegistry}");
                return null;
            }

            using var held = await services.Locks.AcquireAsync(services.Home.WorktreeRegistryLock, Verb, TimeSpan.FromMinutes(1), cancellationToken);
            var backup = RegistryBackup.Move(services.Home, services.Time.GetUtcNow());
            Found($"the registry was unreadable and is made again; the old one is {backup}");
            return null;
        }
    }

    /// <summary>The main checkout was moved: its worktrees say where it was, its own records say which worktrees are its.</summary>
    private async Task MovedRepositoriesAsync(RegistryDocument registry, bool checkOnly, CancellationToken cancellationToken)
    {
        if (await places.CurrentRepositoryAsync(cancellationToken) is not { } here)
        {
            return;
        }

        foreach (var (name, row) in registry.Tasks.Where(entry => entry.Value.Repository.Length > 0 && !Path.Exists(entry.Value.Repository)))
        {
            if (!WorktreeKey.TryParse(name, out var key) || WorktreeAdmin.Find(here, RepositoryWorktrees.RealPathOf(row.WorktreePath)) is not { } admin || LockReasons.KeyOf(WorktreeAdmin.LockReason(admin)) != key)
            {
                continue;
            }

            Found($"{name}: its repository moved from {row.Repository} to {here}");
            if (!checkOnly)
            {
                using var held = await RepositoryLock.AcquireAsync(services, here, Verb, cancellationToken);
                if (Path.Exists(row.WorktreePath))
                {
                    await new RepositoryWorktrees(services.Git, here).RepairAsync(row.WorktreePath, cancellationToken);
                }

                await _registry.ChangeAsync(document => document.Row(key.Value) is { } old ? document.WithRow(key.Value, old with { Repository = here }) : document, cancellationToken);
            }
        }
    }

    /// <summary>Worktrees that say whose they are and that no row claims.</summary>
    private async Task UnclaimedAsync(string repository, RowRecovery rows, bool checkOnly, CancellationToken cancellationToken)
    {
        if (!await RepositoryWorktrees.IsRepositoryAsync(services.Git, repository, cancellationToken))
        {
            Cannot($"{repository} is not a repository git can use");
            return;
        }

        var worktrees = new RepositoryWorktrees(services.Git, repository);
        foreach (var entry in await worktrees.ListAsync(cancellationToken))
        {
            var registry = await CurrentAsync(cancellationToken);
            if (LockReasons.KeyOf(entry.LockReason) is not { } key || registry.Row(key) is not null || registry.PendingOf(key) is not null)
            {
                continue;
            }

            var row = await rows.OfAsync(key, entry, worktrees, _registry.Now(), cancellationToken);
            if (row is null)
            {
                Cannot($"{key}: the worktree {entry.Path} is on no branch, so its row cannot be made; finish what is going on there first");
                continue;
            }

            Found($"{key}: registered again: {entry.Path} on branch {row.Branch} from {row.BaseRef}");
            if (!checkOnly)
            {
                await _registry.ChangeAsync(document => document.Row(key) is null ? RegistryRules.Reserve(document, key, row) : document, cancellationToken);
            }
        }
    }

    private async Task PendingAsync(bool checkOnly, CancellationToken cancellationToken)
    {
        foreach (var (name, pending) in (await CurrentAsync(cancellationToken)).Pending ?? new Dictionary<string, PendingWorktree>())
        {
            if (!WorktreeKey.TryParse(name, out var key) || Path.Exists(pending.WorktreePath))
            {
                continue;
            }

            if (!await RepositoryWorktrees.IsRepositoryAsync(services.Git, pending.Repository, cancellationToken))
            {
                Cannot($"{name}: was being made in {pending.Repository}, which is gone");
                continue;
            }

            var worktrees = new RepositoryWorktrees(services.Git, pending.Repository);
            if (await worktrees.ResolveAsync($"refs/heads/{pending.Branch}", cancellationToken) is not null || await worktrees.FindAsync(pending.WorktreePath, cancellationToken) is not null)
            {
                continue;
            }

            Found($"{name}: nothing was made of the worktree that was announced {pending.Since}; the announcement goes");
            if (!checkOnly)
            {
                await _registry.ChangeAsync(document => document.PendingOf(key.Value) == pending ? document.WithPending(key.Value, null) : document, cancellationToken);
            }
        }
    }

    private async Task BranchesAsync(bool checkOnly, CancellationToken cancellationToken)
    {
        var registry = await CurrentAsync(cancellationToken);
        var expected = Owners(registry);
        foreach (var branch in registry.Branches.Keys.Union(expected.Keys, StringComparer.Ordinal).Where(branch => registry.Branches.GetValueOrDefault(branch) != expected.GetValueOrDefault(branch)))
        {
            Found($"branch {branch} belongs to {expected.GetValueOrDefault(branch) ?? "nobody"}, not to {registry.Branches.GetValueOrDefault(branch) ?? "nobody"}");
        }

        if (!checkOnly)
        {
            await _registry.ChangeAsync(document => Same(document.Branches, Owners(document)) ? document : document with { Branches = Owners(document) }, cancellationToken);
        }
    }

    private static SortedDictionary<string, string> Owners(RegistryDocument registry)
    {
        var owners = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, row) in registry.Tasks.Where(entry => !entry.Value.IsReleased && entry.Value.Branch.Length > 0))
        {
            owners.TryAdd(row.Branch, name);
        }

        return owners;
    }

    private static bool Same(IReadOnlyDictionary<string, string> one, SortedDictionary<string, string> other) =>
        one.Count == other.Count && one.All(pair => other.GetValueOrDefault(pair.Key) == pair.Value);

    private async Task ReportAsync(CancellationToken cancellationToken)
    {
        var registry = await CurrentAsync(cancellationToken);
        foreach (var view in await new WorktreeInspection(services, places).ListOfAsync(registry, null, cancellationToken))
        {
            if (view.Agreement is not ("ok" or "gone" or "detached") && !(view.Status == WorktreeRow.Released && view.Agreement == "folder-missing"))
            {
                Cannot($"{view.Key}: {view.Agreement} ({view.Path}); {Advice(view)}");
            }
        }
    }

    private static string Advice(WorktreeView view) => view.Agreement switch
    {
        "folder-missing" => "okstra worktree release and restore bring back what git still has",
        "wrong-branch" => $"switch it back to {view.Branch}",
        "repository-missing" => "run okstra worktree repair in the place the repository moved to",
        _ => view.Problem ?? "look at it with okstra worktree show",
    };

    private void Found(string what) => _findings.Add(new RepairFinding(what, CanRepair: true));

    private void Cannot(string what) => _findings.Add(new RepairFinding(what, CanRepair: false));
}
