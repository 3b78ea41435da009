using System.Collections.Concurrent;
using Okstra.Engine.Preparation;
using Okstra.Processes.Git;
using Okstra.State.Files;
using Okstra.State.Trees;

namespace Okstra.Engine.Dispatching;

/// <summary>
/// Gives every worker a detached throw-away worktree of its own at the frozen commit, so that nothing it does reaches the user's checkout and a write can be laid
/// at one door. Outside git there is one tree, the project root itself.
/// </summary>
public sealed class WorkerTrees(RunServices services, RunBundle bundle, GitRepository? repository) : IAsyncDisposable
{
    private const int MostChangesNamed = 50;
    private const string TreesFolder = "trees";

    /// <summary>okstra's own state is not the tree's content.</summary>
    private static readonly string[] Ignored = [".okstra", ".project-docs"];

    private readonly ConcurrentDictionary<string, WorkerTree> _trees = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _adding = new(1, 1);
    private readonly ScratchFolder _scratch = new(services.Home, services.Writer);

    private string Root => services.Home.RunScratch(bundle.Key, bundle.Type, bundle.Layout.Seq, bundle.Layout.Stage);

    public async Task<WorkerTree> OfAsync(string worker, CancellationToken cancellationToken)
    {
        await _adding.WaitAsync(cancellationToken);
        try
        {
            if (_trees.TryGetValue(worker, out var known))
            {
                return known;
            }

            var worktree = repository is null ? null : await AddAsync(repository, worker, cancellationToken);
            var folder = worktree?.Folder ?? bundle.Manifest.ProjectRoot;
            return _trees[worker] = new WorkerTree(worker, folder, TreeFingerprint.Compute(folder, Ignored, cancellationToken), worktree);
        }
        finally
        {
            _adding.Release();
        }
    }

    /// <summary>Hashes the tree again; a changed one is kept as a patch, thrown away and made anew for the worker's next dispatch.</summary>
    public async Task<TreeVerdict> JudgeAsync(WorkerTree tree, DispatchOrder order, CancellationToken cancellationToken)
    {
        var changes = TreeFingerprint.Diff(tree.Before, TreeFingerprint.Compute(tree.Folder, Ignored, cancellationToken));
        if (changes.Count == 0)
        {
            return TreeVerdict.Untouched;
        }

        _trees.TryRemove(tree.Worker, out _);
        string? patch = null;
        if (tree.Worktree is { } worktree)
        {
            var path = Path.ChangeExtension(bundle.Layout.DispatchDocument(order.Entry.Worker, order.Round, order.Batch), "patch");
            services.Writer.Write(path, await worktree.DiffAsync(cancellationToken));
            patch = bundle.Layout.Relative(path);
            await worktree.RemoveAsync(cancellationToken);
        }

        return new TreeVerdict(false, [.. changes.Take(MostChangesNamed)], patch);
    }

    /// <summary>A worktree for commands that build or test; removed with the others. Outside git there is only the project itself.</summary>
    public async Task<string> CheckTreeAsync(CancellationToken cancellationToken)
    {
        if (repository is null)
        {
            return bundle.Manifest.ProjectRoot;
        }

        await _adding.WaitAsync(cancellationToken);
        try
        {
            return (await AddAsync(repository, "checks", cancellationToken)).Folder;
        }
        finally
        {
            _adding.Release();
        }
    }

    /// <summary>Removes everything of this run that was meant to be thrown away.</summary>
    public async ValueTask DisposeAsync()
    {
        _adding.Dispose();
        if (repository is not null)
        {
            // Git's own list, not ours: a killed engine may have left trees of workers that were not asked again.
            var own = $"/{Path.GetFileName(Root)}/{TreesFolder}/";
            foreach (var folder in await ThrowawayWorktree.ListAsync(repository, CancellationToken.None))
            {
                if (folder.Contains(own, StringComparison.Ordinal))
                {
                    await ThrowawayWorktree.RemoveAsync(repository, folder, CancellationToken.None);
                }
            }
        }

        _scratch.Remove(Root);
    }

    private async Task<ThrowawayWorktree> AddAsync(GitRepository within, string name, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Root, TreesFolder, name);

        // One of a killed engine may be left; nothing in it was ever anybody's work.
        await ThrowawayWorktree.RemoveAsync(within, folder, cancellationToken);
        _scratch.Create(Path.GetDirectoryName(folder)!);
        return await ThrowawayWorktree.AddAsync(within, folder, bundle.Manifest.Inputs.InspectedCommit!, cancellationToken);
    }
}
