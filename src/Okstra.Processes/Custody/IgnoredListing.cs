using Okstra.Core.Custody;
using Okstra.Processes.Git;

namespace Okstra.Processes.Custody;

/// <summary>What a worktree's ignore rules hide.</summary>
public static class IgnoredListing
{
    /// <summary>Path, relative with <c>/</c> (a folder ends with it), and what it is worth.</summary>
    public static async Task<IReadOnlyList<(string Path, IgnoredKind Kind)>> ReadAsync(GitCommand git, string folder, IReadOnlyList<string> links, CancellationToken cancellationToken)
    {
        var ignored = await PathsAsync(["ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z"]);
        if (ignored.Length == 0)
        {
            return [];
        }

        var known = await PathsAsync(["ls-files", "--cached", "--others", "--exclude-standard", "-z"]);
        var rules = new IgnoredRules(known, ignored.Where(path => MadeLinks.Contains(folder, path, links)).ToHashSet(StringComparer.Ordinal));
        return [.. ignored.Select(path => (path, rules.Classify(path)))];

        async Task<string[]> PathsAsync(string[] arguments) =>
            (await git.RequireAsync(folder, new GitCall { Arguments = arguments, OutputLimit = long.MaxValue / 4 }, "list ignored files", cancellationToken)).Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }
}
