using System.Globalization;

namespace Okstra.Processes.Git;

/// <summary>Keeps a commit that a record is about to stop naming; the caller holds the repository's lock.</summary>
public sealed class StageKeep(GitRepository repository)
{
    /// <summary>Gives the commit the next free number below the prefix; one that is kept there already is not kept twice.</summary>
    /// <param name="prefix">Such as <c>refs/okstra/keep/shop/g/t-1/stage-2/</c>.</param>
    /// <param name="commit">Full id of a commit that exists.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <returns>The ref.</returns>
    public async Task<string> KeepAsync(string prefix, string commit, CancellationToken cancellationToken)
    {
        var listed = await repository.Git.RequireAsync(repository.Root, ["for-each-ref", "--format=%(refname) %(objectname)", prefix], "list kept commits", cancellationToken);
        var kept = listed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).Where(parts => parts.Length == 2 && Number(parts[0]) > 0).ToList();
        if (kept.FirstOrDefault(parts => parts[1] == commit) is { } known)
        {
            return known[0];
        }

        var free = $"{prefix}{(kept.Select(parts => Number(parts[0])).DefaultIfEmpty().Max() + 1).ToString(CultureInfo.InvariantCulture)}";
        await repository.Git.RequireAsync(repository.Root, ["update-ref", "-m", "okstra: kept before a record moves on", free, commit, new string('0', commit.Length)], $"keep {commit}", cancellationToken);
        return free;

        int Number(string name) => int.TryParse(name[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
