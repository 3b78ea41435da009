using Okstra.Core.Worktrees;
using Okstra.State.Files;

namespace Okstra.State.Worktrees;

/// <summary>Links the sync directories of the main checkout into a worktree: live state at no cost, nothing copied (R-WT-31, R-WT-32).</summary>
public static class SyncLinks
{
    /// <param name="source">The project root in the main checkout, absolute, links resolved.</param>
    /// <param name="target">The same folder in the worktree.</param>
    /// <param name="entries">As configured.</param>
    public static LinkOutcome Link(string source, string target, IReadOnlyList<string> entries)
    {
        var (linked, refused) = (new List<string>(), new List<string>());
        foreach (var entry in entries)
        {
            if (!SyncDirectories.TryNormalise(entry, out var path))
            {
                refused.Add(entry);
                continue;
            }

            // A missing source is normal; a taken target is tracked content, or a link of an earlier call.
            var from = Path.Combine(source, path);
            var to = Path.Combine(target, path);
            if (PathStatus.Of(from, follow: false).Kind == PathKind.Missing || PathStatus.Of(to, follow: false).Kind != PathKind.Missing)
            {
                continue;
            }

            (LeadsSomewhere(from, target) && TryLink(from, to) ? linked : refused).Add(path);
        }

        return new LinkOutcome(linked, refused);
    }

    /// <summary>Not a dangling link, no loop, and not the worktree itself.</summary>
    private static bool LeadsSomewhere(string source, string worktree)
    {
        if (PathStatus.Of(source, follow: true).Kind == PathKind.Missing)
        {
            return false;
        }

        var real = Resolved(source) + Path.DirectorySeparatorChar;
        var tree = Resolved(worktree) + Path.DirectorySeparatorChar;
        return !real.StartsWith(tree, StringComparison.Ordinal) && !tree.StartsWith(real, StringComparison.Ordinal);
    }

    private static string Resolved(string path) =>
        new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);

    private static bool TryLink(string source, string link)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(link)!);
            Directory.CreateSymbolicLink(link, source);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
