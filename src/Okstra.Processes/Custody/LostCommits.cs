namespace Okstra.Processes.Custody;

/// <summary>Commits that only reflogs and git's own notes of an operation lead to.</summary>
internal static class LostCommits
{
    /// <summary>The fewest commits that hold all candidates the tip does not hold; candidates git no longer has are passed over.</summary>
    public static async Task<IReadOnlyList<string>> HeadsAsync(CustodyGit git, IEnumerable<string> candidates, string? tip, CancellationToken cancellationToken)
    {
        var commits = await ExistingAsync(git, [.. candidates.Distinct(StringComparer.Ordinal)], cancellationToken);
        if (commits.Count == 0)
        {
            return [];
        }

        if (!await IsWholeAsync(git, commits, tip, cancellationToken))
        {
            // A ref to a commit whose history has holes would break every later gc.
            var whole = new List<string>();
            foreach (var commit in commits)
            {
                if (await IsWholeAsync(git, [commit], tip, cancellationToken))
                {
                    whole.Add(commit);
                }
            }

            commits = whole;
        }

        return commits.Count == 0 ? [] : await TopmostAsync(git, commits, tip, cancellationToken);
    }

    private static async Task<IReadOnlyList<string>> ExistingAsync(CustodyGit git, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        // A line: <id> commit 231, or <id> missing
        var lines = await git.AskAsync(new Git.GitCall { Arguments = ["cat-file", "--batch-check"], Input = string.Concat(ids.Select(id => $"{id}\n")) }, "look up commits", cancellationToken);
        return [.. lines.Split('\n').Select(line => line.Split(' ')).Where(parts => parts is [_, "commit", _]).Select(parts => parts[0])];
    }

    private static async Task<bool> IsWholeAsync(CustodyGit git, IReadOnlyList<string> commits, string? tip, CancellationToken cancellationToken)
    {
        var call = new Git.GitCall { Arguments = ["rev-list", "--objects", "--quiet", "--stdin"], Input = Selection(commits, tip) };
        try
        {
            await git.AskAsync(call, "walk history", cancellationToken);
            return true;
        }
        catch (Core.Problems.UserErrorException)
        {
            return false;
        }
    }

    private static async Task<IReadOnlyList<string>> TopmostAsync(CustodyGit git, IReadOnlyList<string> commits, string? tip, CancellationToken cancellationToken)
    {
        var output = await git.AskAsync(new Git.GitCall { Arguments = ["rev-list", "--parents", "--stdin"], Input = Selection(commits, tip) }, "walk history", cancellationToken);
        var listed = new HashSet<string>(StringComparer.Ordinal);
        var parents = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var ids = line.Split(' ');
            listed.Add(ids[0]);
            parents.UnionWith(ids.Skip(1));
        }

        return [.. commits.Where(commit => listed.Contains(commit) && !parents.Contains(commit)).Order(StringComparer.Ordinal)];
    }

    private static string Selection(IReadOnlyList<string> commits, string? tip) => string.Concat(commits.Select(commit => $"{commit}\n")) + (tip is null ? "" : $"^{tip}\n");
}
