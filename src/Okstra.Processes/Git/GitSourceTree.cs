using Okstra.Core.Problems;
using Okstra.Core.Sources;

namespace Okstra.Processes.Git;

/// <summary>The regular files of one commit, read from the object store and never from a working tree.</summary>
public sealed class GitSourceTree(GitRepository repository, string commit) : ISourceTree, IDisposable
{
    /// <summary>Longest text <see cref="ISourceTree.ReadTextAsync"/> answers.</summary>
    private const int TextLimit = 4 * 1024 * 1024;

    private readonly SemaphoreSlim _listing = new(1, 1);
    private Dictionary<string, string>? _objects;
    private string[]? _paths;

    public string? Commit { get; } = GitObjectId.IsFull(commit) ? commit : throw new ArgumentException($"'{commit}' must be a full commit id", nameof(commit));

    public async Task<IReadOnlyList<string>> ListPathsAsync(CancellationToken cancellationToken)
    {
        await ObjectsAsync(cancellationToken);
        return _paths!;
    }

    public async Task<string?> ReadTextAsync(string path, CancellationToken cancellationToken)
    {
        // Only what the listing names can be read, so absolute paths, "..", links, folders and submodules find nothing.
        var objects = await ObjectsAsync(cancellationToken);
        if (!objects.TryGetValue(path, out var id))
        {
            return null;
        }

        var result = await repository.Git.RunAsync(repository.Root, ["cat-file", "blob", id], null, TextLimit, cancellationToken);
        if (result.Truncated)
        {
            return null;
        }

        return result.ExitCode == 0
            ? result.Output.Contains('\0', StringComparison.Ordinal) ? null : result.Output.TrimStart('\uFEFF')
            : throw new UserErrorException("OKS2016", $"git could not read '{path}' at {Commit}: {result.Complaint}", "the repository may be damaged or incomplete; look with git fsck");
    }

    public Task<IReadOnlyList<SourceHit>> SearchAsync(IReadOnlyCollection<string> texts, int maxHitsPerText, CancellationToken cancellationToken) =>
        new GitSearch(repository, Commit!).FindAsync(texts, maxHitsPerText, cancellationToken);

    public async Task<string?> ReadCommitAsync(string sha, CancellationToken cancellationToken)
    {
        if (!GitObjectId.IsPossible(sha) || await repository.ResolveAsync(sha, cancellationToken) is not { } full)
        {
            return null;
        }

        string[] arguments = ["show", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--no-notes", "--format=medium", "--encoding=UTF-8", "--diff-merges=first-parent", "--name-status", full, "--"];
        var result = await repository.Git.RunAsync(repository.Root, arguments, null, TextLimit, cancellationToken);
        return result.ExitCode == 0 || result.Truncated ? result.Output : null;
    }

    public void Dispose() => _listing.Dispose();

    private async Task<Dictionary<string, string>> ObjectsAsync(CancellationToken cancellationToken)
    {
        await _listing.WaitAsync(cancellationToken);
        try
        {
            if (_objects is null)
            {
                var output = await repository.Git.RequireAsync(repository.Root, ["ls-tree", "-r", "-z", "--full-tree", Commit!], $"list the files of {Commit}", cancellationToken);
                _objects = ParseListing(output);
                _paths = [.. _objects.Keys.Order(StringComparer.Ordinal)];
            }

            return _objects;
        }
        finally
        {
            _listing.Release();
        }
    }

    /// <summary>Sample, ended by NUL: <c>100644 blob 3b18e512dba79e4c8300dd08aeb37f8e728b8dad\tsrc/a b.cs</c>.</summary>
    private static Dictionary<string, string> ParseListing(string output)
    {
        var objects = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in output.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var columns = tab < 0 ? [] : line[..tab].Split(' ');

            // Links (120000) and submodules (160000) lead out of the tree.
            if (columns is ["100644" or "100755", "blob", var id])
            {
                objects[line[(tab + 1)..]] = id;
            }
        }

        return objects;
    }
}
