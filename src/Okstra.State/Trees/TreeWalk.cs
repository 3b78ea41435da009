using Okstra.State.Files;

namespace Okstra.State.Trees;

/// <summary>Everything below a folder, links and <c>.git</c> named but never entered.</summary>
internal static class TreeWalk
{
    // Deeper than any source tree; a file system loop through bind mounts ends here.
    private const int MostLevels = 200;

    /// <param name="root">Absolute.</param>
    /// <param name="wanted">Relative path and kind; a folder that is not wanted is not entered.</param>
    internal static IEnumerable<TreeEntry> Of(string root, Func<string, PathKind, bool> wanted)
    {
        var open = new Stack<(string Folder, string Prefix, int Level)>([(root, "", 0)]);
        while (open.TryPop(out var at))
        {
            foreach (var path in Names(at.Folder))
            {
                var relative = at.Prefix + Path.GetFileName(path);
                var status = PathStatus.Of(path, follow: false);
                if (!wanted(relative, status.Kind))
                {
                    continue;
                }

                var found = new TreeEntry(relative, path, status);
                yield return found;
                if (status.Kind == PathKind.Folder && !found.IsGit && at.Level < MostLevels)
                {
                    open.Push((path, $"{relative}/", at.Level + 1));
                }
            }
        }
    }

    private static string[] Names(string folder)
    {
        try
        {
            return Directory.GetFileSystemEntries(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Vanished or closed to us; the entry itself has been named.
            return [];
        }
    }
}
