using Okstra.Core.Reconciling;

namespace Okstra.Processes.Git;

/// <summary>Identities of changes between commits; neither the user's configuration nor white-space rules have a say in them.</summary>
public sealed class GitPatches(GitRepository repository)
{
    private const long PatchLimit = 64L * 1024 * 1024;
    private const long TotalLimit = 1024L * 1024 * 1024;

    // Plumbing reads little of the user's configuration; what it would read is named here, so that two calls always speak of the same bytes.
    private static readonly string[] Arguments =
    [
        "-c", "diff.suppressBlankEmpty=false",
        "diff-tree", "--stdin", "-r", "-p", "--full-index", "--binary", "--no-renames", "--no-ext-diff", "--no-textconv", "-U3", "--inter-hunk-context=0", "--no-color",
        "--src-prefix=a/", "--dst-prefix=b/", "--diff-algorithm=myers", "--indent-heuristic", "--submodule=short", "--ignore-submodules=none", "-O/dev/null", "--no-relative",
    ];

    /// <summary>One identity for each pair of commits, full ids; unknown for what is missing or larger than 64 MiB.</summary>
    public async Task<IReadOnlyList<PatchId>> ReadAsync(IReadOnlyList<(string From, string To)> changes, CancellationToken cancellationToken)
    {
        var trees = await TreesAsync([.. changes.SelectMany(change => (string[])[change.From, change.To]).Distinct(StringComparer.Ordinal)], cancellationToken);
        var known = changes.Where(change => trees.ContainsKey(change.From) && trees.ContainsKey(change.To)).Distinct().ToList();
        var headers = known.Select(change => $"{trees[change.From]} {trees[change.To]}").ToList();
        var found = known.Zip(await DiffAsync(headers, cancellationToken)).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. changes.Select(change => found.GetValueOrDefault(change, PatchId.Unknown))];
    }

    private async Task<IReadOnlyList<PatchId>> DiffAsync(List<string> headers, CancellationToken cancellationToken)
    {
        if (headers.Count == 0)
        {
            return [];
        }

        using var reader = new PatchReader(headers, PatchLimit);
        await using var sink = new PatchSink(reader);
        var call = new GitCall { Arguments = Arguments, Input = Lines(headers), Output = sink, OutputLimit = TotalLimit };
        var result = await repository.Git.RunAsync(repository.Root, call, cancellationToken);

        // Where git was ended, the last patch may be incomplete without looking it.
        return result.Succeeded ? reader.Finish() : [.. headers.Select(_ => PatchId.Unknown)];
    }

    /// <summary>Sample: <c>4b825dc642cb6eb9a060e54bf8d69288fbee4904</c> for each line asked, or <c>… missing</c>.</summary>
    private async Task<Dictionary<string, string>> TreesAsync(List<string> commits, CancellationToken cancellationToken)
    {
        var call = new GitCall { Arguments = ["cat-file", "--batch-check=%(objectname)"], Input = Lines(commits.Select(commit => $"{commit}^{{tree}}")) };
        var answers = (await repository.Git.RequireAsync(repository.Root, call, "look up trees", cancellationToken)).Split('\n');
        return commits.Zip(answers).Where(pair => GitObjectId.IsFull(pair.Second)).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
