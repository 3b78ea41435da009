namespace Okstra.Processes.Git;

/// <summary>Finds git's administrative folder of a worktree whose own folder is gone, so that git itself cannot be asked there.</summary>
internal static class WorktreeRecords
{
    // Reads git's own pointers, which no command prints; nothing is written.
#pragma warning disable RS0030
    /// <param name="commonDirectory">Absolute.</param>
    /// <param name="worktree">Absolute, links resolved.</param>
    public static string? Find(string commonDirectory, string worktree)
    {
        var folder = Path.Combine(commonDirectory, "worktrees");
        if (!Directory.Exists(folder))
        {
            return null;
        }

        // <common>/worktrees/<id>/gitdir holds "/path/of/the/worktree/.git\n".
        return Directory.EnumerateDirectories(folder).FirstOrDefault(record => PointsTo(Path.Combine(record, "gitdir"), worktree));
    }

    private static bool PointsTo(string file, string worktree)
    {
        try
        {
            return File.Exists(file) && GitRepository.RemoveNewline(File.ReadAllText(file)) == Path.Combine(worktree, ".git");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
#pragma warning restore RS0030
}
