using Okstra.Core.Worktrees;
using Okstra.Processes.Custody;
using Okstra.Processes.Git;
using Okstra.State.Custody;
using Okstra.State.Locks;
using Okstra.State.Runs;

namespace Okstra.Engine.Custody;

/// <summary>Finds what may be cleared away; looks only.</summary>
public sealed class PrunePlan(RunServices services, KnownPlaces places)
{
    /// <param name="registry">As it is.</param>
    /// <param name="project">Project whose rows are meant; null for all.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    public async Task<IReadOnlyList<PruneItem>> MakeAsync(RegistryDocument registry, string? project, CancellationToken cancellationToken)
    {
        var items = new List<PruneItem>();
        foreach (var (name, row) in registry.Tasks)
        {
            if (row.IsReleased && WorktreeKey.TryParse(name, out var key) && (project is null || key.Value.Project == project)
                && await ReleasedAsync(key.Value, row, registry, cancellationToken) is { } item)
            {
                items.Add(item);
            }
        }

        var repositories = project is null ? await places.RepositoriesAsync(registry, cancellationToken) : [.. new[] { await places.CurrentRepositoryAsync(cancellationToken) }.OfType<string>()];
        var runs = places.Runs().ToList();
        foreach (var repository in repositories)
        {
            items.AddRange(await OfRepositoryAsync(repository, registry, runs, cancellationToken));
        }

        items.AddRange(ScratchFolders(runs, project is null, cancellationToken));
        return items;
    }

    private static string ScratchOf(RunServices services, LocatedRun run) => services.Home.RunScratch(run.Key, run.Run.Type, run.Run.Seq, run.Run.Stage);

    private async Task<PruneItem?> ReleasedAsync(WorktreeKey key, WorktreeRow row, RegistryDocument registry, CancellationToken cancellationToken)
    {
        var repository = await places.RepositoryOfAsync(row, cancellationToken);
        if (repository is null || !await RepositoryWorktrees.IsRepositoryAsync(services.Git, repository, cancellationToken))
        {
            return null;
        }

        var worktrees = new RepositoryWorktrees(services.Git, repository);
        var entry = await worktrees.FindAsync(row.WorktreePath, cancellationToken);
        var owned = entry is not null && (LockReasons.KeyOf(entry.LockReason) == key || LockReasons.RemovedKeyOf(entry.LockReason) == key || (entry.LockReason is null && !Path.Exists(row.WorktreePath)));
        var branch = registry.Branches.ContainsKey(row.Branch) || await worktrees.ResolveAsync($"refs/heads/{row.Branch}", cancellationToken) is null ? null : row.Branch;
        if (!owned && (branch is null || Path.Exists(row.WorktreePath) || entry is not null))
        {
            // A folder that is not the worktree of this row is somebody else's.
            return null;
        }

        var kept = await new KeepRefs(services.Git, repository).NewestAsync(key.KeepPrefix, cancellationToken);
        return new PruneItem
        {
            Kind = PruneKind.Released,
            Key = key,
            Repository = repository,
            Path = row.WorktreePath,
            Branch = branch,
            Bytes = owned ? DiskUse.Of(row.WorktreePath, cancellationToken) : 0,
            Why = kept is null ? "released; nothing in it beyond its base" : "released; its work is kept",
            KeptRef = kept?.Ref,
        };
    }

    private async Task<IReadOnlyList<PruneItem>> OfRepositoryAsync(string repository, RegistryDocument registry, IReadOnlyList<LocatedRun> runs, CancellationToken cancellationToken)
    {
        if (!await RepositoryWorktrees.IsRepositoryAsync(services.Git, repository, cancellationToken))
        {
            return [];
        }

        var items = new List<PruneItem>();
        foreach (var entry in await new RepositoryWorktrees(services.Git, repository).ListAsync(cancellationToken))
        {
            if (LockReasons.KeyOf(entry.LockReason) is { } key && !Path.Exists(entry.Path) && registry.Row(key) is null)
            {
                items.Add(new PruneItem { Kind = PruneKind.Stale, Key = key, Repository = repository, Path = entry.Path, Bytes = 0, Why = "its folder is gone; index and history of it are kept" });
            }
            else if (entry.LockReason == ThrowawayWorktree.LockReason && runs.FirstOrDefault(run => IsIn(entry.Path, ScratchOf(services, run))) is { } run && !StateLocks.IsHeld(run.Run.RunLock))
            {
                items.Add(new PruneItem { Kind = PruneKind.ThrowAway, Repository = repository, Path = entry.Path, Bytes = DiskUse.Of(entry.Path, cancellationToken), Why = "a throw-away copy of a run that is over", RunLock = run.Run.RunLock });
            }
        }

        return items;
    }

    private IEnumerable<PruneItem> ScratchFolders(IReadOnlyList<LocatedRun> runs, bool all, CancellationToken cancellationToken)
    {
        foreach (var folder in HomeFolders.Scratch(services.Home))
        {
            var name = Path.GetFileName(folder);
            var custody = name.StartsWith(RawPlace.ScratchPrefix, StringComparison.Ordinal) && all;
            var runLock = custody ? RawPlace.LockOf(services, name) : runs.FirstOrDefault(run => ScratchOf(services, run) == folder)?.Run.RunLock;
            if (runLock is not null && !StateLocks.IsHeld(runLock))
            {
                yield return new PruneItem { Kind = PruneKind.Scratch, Repository = "", Path = folder, Bytes = DiskUse.Of(folder, cancellationToken), Why = "scratch of a run that is over", RunLock = runLock };
            }
        }
    }

    private static bool IsIn(string path, string folder) => path.StartsWith(RepositoryWorktrees.RealPathOf(folder) + "/", StringComparison.Ordinal);
}
