using Okstra.State.Writing;

namespace Okstra.State.Custody;

/// <summary>Git's administrative folders of linked worktrees, <c>&lt;common&gt;/worktrees/&lt;id&gt;</c>; found also when the worktree itself is gone.</summary>
public static class WorktreeAdmin
{
    /// <summary>The administrative folder of the worktree at a path; null when git has none.</summary>
    public static string? Find(string commonDirectory, string worktree) => Folders(commonDirectory).FirstOrDefault(folder => PathOf(folder) == worktree);

    /// <summary>The worktree an administrative folder is of; null when it does not say.</summary>
    public static string? PathOf(string admin)
    {
        // Sample of gitdir: /home/ada/.okstra/worktrees/shop/g/t-1/.git
        var pointer = Read(Path.Combine(admin, "gitdir"))?.TrimEnd('\n', '\r');
        return string.IsNullOrEmpty(pointer) ? null : Path.GetDirectoryName(Path.GetFullPath(pointer, admin));
    }

    /// <summary>Null when not locked.</summary>
    public static string? LockReason(string admin) => Read(Path.Combine(admin, "locked"))?.TrimEnd('\n');

    /// <summary>Replaces the reason in one step: unlocking and locking again would leave an instant in which anybody may remove it.</summary>
    public static void Lock(string admin, string reason, StateWriter writer) => writer.Write(Path.Combine(admin, "locked"), $"{reason}\n");

    /// <summary>Whether submodules were initialised in the worktree: their repositories lie in its administrative folder.</summary>
    public static bool HasSubmodules(string admin) => Directory.Exists(Path.Combine(admin, "modules")) && Directory.EnumerateFileSystemEntries(Path.Combine(admin, "modules")).Any();

    /// <summary>The common git directory a worktree's <c>.git</c> file leads to; null when it has no such file.</summary>
    public static string? CommonDirectoryOf(string worktree)
    {
        const string Mark = "gitdir: ";

        // Sample of .git: gitdir: /home/ada/shop/.git/worktrees/t-1
        var pointer = Read(Path.Combine(worktree, ".git"));
        if (pointer is null || !pointer.StartsWith(Mark, StringComparison.Ordinal))
        {
            return null;
        }

        var admin = Path.GetFullPath(pointer[Mark.Length..].TrimEnd('\n', '\r'), worktree);
        return Path.GetDirectoryName(Path.GetDirectoryName(admin));
    }

    private static IEnumerable<string> Folders(string commonDirectory)
    {
        var all = Path.Combine(commonDirectory, "worktrees");
        return Directory.Exists(all) ? Directory.EnumerateDirectories(all).Order(StringComparer.Ordinal) : [];
    }

    private static string? Read(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
