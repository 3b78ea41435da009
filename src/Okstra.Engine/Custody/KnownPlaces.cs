using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;
using Okstra.Processes.Git;
using Okstra.State.Custody;
using Okstra.State.Layout;
using Okstra.State.Runs;

namespace Okstra.Engine.Custody;

/// <summary>Projects and repositories of this machine that okstra knows of.</summary>
/// <param name="services">Doors to the world.</param>
/// <param name="projectRoot">Project the command runs in; null when in none.</param>
public sealed class KnownPlaces(RunServices services, string? projectRoot)
{
    /// <summary>The common git directory of the current project; null when it is in none.</summary>
    public async Task<string?> CurrentRepositoryAsync(CancellationToken cancellationToken) => projectRoot is null ? null : await CommonDirectoryAsync(projectRoot, cancellationToken);

    /// <summary>The repository of a row; rows of older versions do not name it.</summary>
    public async Task<string?> RepositoryOfAsync(WorktreeRow? row, CancellationToken cancellationToken)
    {
        if (row is { Repository.Length: > 0 } && Path.Exists(row.Repository))
        {
            return row.Repository;
        }

        return (row is null ? null : WorktreeAdmin.CommonDirectoryOf(row.WorktreePath)) is { } found && Path.Exists(found) ? found : await CurrentRepositoryAsync(cancellationToken);
    }

    /// <summary>Every repository rows, worktree folders, recent runs and the current project lead to.</summary>
    public async Task<IReadOnlyList<string>> RepositoriesAsync(RegistryDocument registry, CancellationToken cancellationToken)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        found.UnionWith(registry.Tasks.Values.Select(row => row.Repository).Where(path => path.Length > 0));
        found.UnionWith(HomeFolders.All(services.Home).Select(WorktreeAdmin.CommonDirectoryOf).OfType<string>());
        foreach (var root in ProjectRoots())
        {
            if (Path.Exists(root) && await CommonDirectoryAsync(root, cancellationToken) is { } common)
            {
                found.Add(common);
            }
        }

        return [.. found.Where(Path.Exists)];
    }

    /// <summary>Roots of the current project and of recent runs.</summary>
    public IReadOnlyList<string> ProjectRoots() =>
        [.. new[] { projectRoot }.OfType<string>().Concat(Recents().Read().Select(run => run.ProjectRoot)).Distinct(StringComparer.Ordinal)];

    /// <summary>Every run of those projects.</summary>
    public IEnumerable<LocatedRun> Runs()
    {
        var locator = new RunLocator(services.Documents);
        var roots = ProjectRoots().Where(Path.Exists).SelectMany(root => StateLayout.Resolve(root).Tasks());
        var recent = Recents().Read().Select(run => new TaskLayout(run.TaskRoot)).Where(task => Path.Exists(task.Root));
        foreach (var task in roots.Concat(recent).DistinctBy(task => task.Root))
        {
            foreach (var manifest in task.RunManifests())
            {
                if (TryOpen(locator, task, manifest) is { } run)
                {
                    yield return run;
                }
            }
        }
    }

    /// <summary>Runs of a task that a process holds now.</summary>
    public IReadOnlyList<LocatedRun> LiveRuns(TaskKey key) => [.. Runs().Where(run => run.Key.Slug == key.Slug && State.Locks.StateLocks.IsHeld(run.Run.RunLock))];

    private static LocatedRun? TryOpen(RunLocator locator, TaskLayout task, RunManifestFile manifest)
    {
        try
        {
            return locator.Open(task, manifest);
        }
        catch (Core.Problems.UserErrorException)
        {
            // A damaged manifest of one run must not hide the others.
            return null;
        }
    }

    private RecentRuns Recents() => new(services.Home, services.Writer, services.Locks);

    private async Task<string?> CommonDirectoryAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            return (await GitRepository.FindAsync(services.Git, folder, cancellationToken))?.CommonDirectory;
        }
        catch (Core.Problems.UserErrorException)
        {
            return null;
        }
    }
}
