using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Worktrees;
using Okstra.Processes.Custody;
using Okstra.Processes.Git;
using Okstra.State.Runs;

namespace Okstra.Engine.Custody;

/// <summary>Makes the row of a worktree again from git's record, run manifests and kept commits.</summary>
internal sealed class RowRecovery(RunServices services, KnownPlaces places)
{
    private const string Heads = "refs/heads/";
    private readonly Lazy<IReadOnlyList<RunManifest>> _manifests = new(() => [.. places.Runs().Select(run => TryRead(services, run)).OfType<RunManifest>()]);

    /// <summary>Null when nothing says which branch is its own.</summary>
    public async Task<WorktreeRow?> OfAsync(WorktreeKey key, WorktreeEntry entry, RepositoryWorktrees worktrees, string now, CancellationToken cancellationToken)
    {
        var block = _manifests.Value.Where(manifest => manifest.Worktree.Branch is not null && RepositoryWorktrees.RealPathOf(manifest.Worktree.Path) == entry.Path).MaxBy(manifest => manifest.CreatedAt, StringComparer.Ordinal);
        var kept = (await new KeepRefs(services.Git, worktrees.CommonDirectory).NewestAsync(key.KeepPrefix, cancellationToken))?.Message;
        var branch = entry.Branch is { } name && name.StartsWith(Heads, StringComparison.Ordinal) ? name[Heads.Length..] : block?.Worktree.Branch ?? kept?.Branch;
        if (string.IsNullOrEmpty(branch))
        {
            return null;
        }

        var known = block?.Worktree.BaseRef ?? kept?.Base;
        var commit = known is not null && await worktrees.ResolveAsync(known, cancellationToken) is { } resolved
            ? resolved
            : entry.Commit is { } tip ? await worktrees.MergeBaseAsync(tip, "HEAD", cancellationToken) ?? tip : "";
        var usual = services.Home.Worktree(key);
        return Rows.Of(key, RepositoryWorktrees.RealPathOf(usual) == entry.Path ? usual : entry.Path, entry, commit, worktrees.CommonDirectory, now) with { Branch = branch, LastPhase = block?.TaskType ?? "" };
    }

    private static RunManifest? TryRead(RunServices services, LocatedRun run)
    {
        try
        {
            return services.Documents.TryRead(run.Run.RunManifest, RunDocumentsJson.Default.RunManifest);
        }
        catch (UserErrorException)
        {
            // A damaged manifest costs what only it knew.
            return null;
        }
    }
}
