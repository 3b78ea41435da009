using Okstra.Core.Problems;
using Okstra.Processes.Git;

namespace Okstra.Processes.Custody;

/// <summary>Fills a worktree that has no files yet with what a kept commit holds: git's own state of it, its index, every byte of its files.</summary>
/// <param name="git">Calls git.</param>
/// <param name="place">The new worktree.</param>
public sealed class WorkRestorer(GitCommand git, WorktreePlace place)
{
    private readonly CustodyGit _calls = new(git, place);

    /// <summary>HEAD is left as it was kept; the caller points it elsewhere when that branch is taken.</summary>
    /// <exception cref="UserErrorException">Git refused.</exception>
    public async Task RestoreAsync(KeptWork kept, CancellationToken cancellationToken)
    {
        var state = await ReadTreeAsync(kept.Message.State is { } commit ? commit : null, "state.index", cancellationToken);
        var admin = Below(state, AdministrativeState.Folder);
        await WriteAsync(place.AdminFolder!, "admin.index", admin, cancellationToken);
        if (admin.All(entry => entry.Path != "index"))
        {
            // Nothing of an index was left to keep: what was staged, else the tip, is the nearest there is.
            var staged = kept.Message.Index ?? kept.Message.Tip;
            await _calls.AskAsync(staged is null ? ["read-tree", "--empty"] : ["read-tree", staged], "restore the index", cancellationToken);
        }

        await WriteAsync(place.Folder!, "files.index", await FilesAsync(kept, state, cancellationToken), cancellationToken);
        await RefreshAsync(admin, cancellationToken);
    }

    /// <summary>Points HEAD of the worktree at a branch.</summary>
    public Task AttachAsync(string branch, CancellationToken cancellationToken) => _calls.AskAsync(["symbolic-ref", "HEAD", $"refs/heads/{branch}"], "point HEAD at its branch", cancellationToken);

    /// <summary>Makes HEAD a commit of its own.</summary>
    public Task DetachAsync(string commit, CancellationToken cancellationToken) => _calls.AskAsync(["update-ref", "--no-deref", "HEAD", commit], "detach HEAD", cancellationToken);

    private static IReadOnlyList<IndexEntry> Below(IReadOnlyList<IndexEntry> entries, string folder) =>
        [.. entries.Where(entry => entry.Path.StartsWith(folder, StringComparison.Ordinal)).Select(entry => entry with { Path = entry.Path[folder.Length..] })];

    private async Task<IReadOnlyList<IndexEntry>> ReadTreeAsync(string? treeish, string name, CancellationToken cancellationToken)
    {
        if (treeish is null)
        {
            return [];
        }

        var index = _calls.Scratch(name);
        await _calls.RawAsync(null, index, ["read-tree", treeish], null, "read kept work", cancellationToken);
        return IndexEntry.ParseList(await _calls.RawAsync(null, index, ["ls-files", "-s", "-z"], null, "read kept work", cancellationToken));
    }

    private async Task<IReadOnlyList<IndexEntry>> FilesAsync(KeptWork kept, IReadOnlyList<IndexEntry> state, CancellationToken cancellationToken)
    {
        var files = (await ReadTreeAsync(kept.Commit, "kept.index", cancellationToken)).ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        foreach (var raw in Below(state, WorktreeContent.RawFolder))
        {
            files[raw.Path] = raw;
        }

        if (state.FirstOrDefault(entry => entry.Path == WorktreeContent.AbsentFile) is { Id: { } list })
        {
            foreach (var path in BytePaths.Split(await _calls.AskAsync(["cat-file", "blob", list], "read kept work", cancellationToken)))
            {
                files.Remove(path);
            }
        }

        return [.. files.Values];
    }

    private async Task WriteAsync(string folder, string name, IReadOnlyList<IndexEntry> entries, CancellationToken cancellationToken)
    {
        var index = _calls.Scratch(name);
        await _calls.RawAsync(null, index, ["read-tree", "--empty"], null, "begin an index", cancellationToken);
        await _calls.RawAsync(null, index, ["update-index", "-z", "--index-info"], entries.Select(entry => entry.ToRecord()), "fill an index", cancellationToken);
        await _calls.RawAsync(folder, index, ["checkout-index", "--all", "--force", "--quiet"], null, "write kept files", cancellationToken);
    }

    /// <summary>Tells the index which files are as it says, so that git need not look again; what a filter would have to decide stays open.</summary>
    private async Task RefreshAsync(IReadOnlyList<IndexEntry> admin, CancellationToken cancellationToken)
    {
        if (admin.Any(entry => entry.Path.StartsWith("sharedindex.", StringComparison.Ordinal)))
        {
            return;
        }

        // "needs update" is an exit code here, not a failure.
        await _calls.TryRawAsync(place.Folder, Path.Combine(place.AdminFolder!, "index"), ["update-index", "-q", "--refresh"], null, cancellationToken);
    }
}
