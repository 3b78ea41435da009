using System.Globalization;
using Okstra.Core.Problems;
using Okstra.State.Files;
using Okstra.State.Layout;
using Okstra.State.Writing;

namespace Okstra.State.Worktrees;

/// <summary>What okstra does to folders of worktrees beside git: nothing here removes content.</summary>
/// <param name="home">Where they are.</param>
/// <param name="writer">The process's writer.</param>
public sealed class WorktreeFolders(HomeLayout home, StateWriter writer)
{
    private const string AsideName = ".set-aside";

    /// <summary>Makes the folders above a worktree.</summary>
    public void MakeParents(string worktree) => writer.CreateFolder(Path.GetDirectoryName(worktree)!);

    /// <summary>Whether nothing is there, or an empty folder, which git takes as a place for a new worktree.</summary>
    public static bool IsFree(string path) => PathStatus.Of(path, follow: false).Kind switch
    {
        PathKind.Missing => true,
        PathKind.Folder => IsEmpty(path),
        _ => false,
    };

    /// <summary>Gives a worktree whose folder was deleted by hand its folder and its pointer to git's record back; that record still holds index, HEAD and history.</summary>
    /// <param name="worktree">Absolute; missing or empty.</param>
    /// <param name="gitDirectory">Its administrative folder below the common one, absolute.</param>
    public void Reconnect(string worktree, string gitDirectory) => writer.Write(Path.Combine(worktree, ".git"), $"gitdir: {gitDirectory}\n");

    /// <summary>Moves what nobody can account for out of the way, whole; answers where it is now.</summary>
    public string SetAside(string path)
    {
        var target = FreePlace(path);
        Move(path, target);
        return target;
    }

    /// <summary>The same for some files of a folder, paths kept.</summary>
    public string SetAside(string folder, IReadOnlyList<string> files)
    {
        var target = FreePlace(folder);
        foreach (var file in files)
        {
            writer.CreateFolder(Path.GetDirectoryName(Path.Combine(target, file))!);
            Move(Path.Combine(folder, file), Path.Combine(target, file));
        }

        return target;
    }

    /// <summary>Whether git has finished the first checkout of a worktree.</summary>
    public static bool HasIndex(string gitDirectory) => File.Exists(Path.Combine(gitDirectory, "index"));

    /// <summary>Removes the index lock of a git that was killed; the caller has made sure that none is at work.</summary>
    /// <param name="gitDirectory">The worktree's administrative folder, absolute.</param>
    public static void RemoveStaleIndexLock(string gitDirectory)
    {
        try
        {
            File.Delete(Path.Combine(gitDirectory, "index.lock"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(new Problem("OKS0201", $"cannot remove the stale lock in '{gitDirectory}': {failure.Message.Split(" : '")[0]}", "make the folder writable"), failure);
        }
    }

    private static void Move(string path, string target)
    {
        try
        {
            Directory.Move(path, target);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(new Problem("OKS0607", $"'{path}' is in the way and cannot be moved aside: {failure.Message.Split(" : '")[0]}", "look at what it is and move it yourself"), failure);
        }
    }

    private string FreePlace(string path)
    {
        var folder = Path.Combine(home.Worktrees, AsideName);
        writer.CreateFolder(folder);
        for (var number = 1; ; number++)
        {
            var target = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}-{number}"));
            if (PathStatus.Of(target, follow: false).Kind == PathKind.Missing)
            {
                return target;
            }
        }
    }

    private static bool IsEmpty(string folder)
    {
        try
        {
            return !Directory.EnumerateFileSystemEntries(folder).Any();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
