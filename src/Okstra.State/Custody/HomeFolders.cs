using Okstra.State.Layout;

namespace Okstra.State.Custody;

/// <summary>Folders on disk where worktrees of tasks are made, whatever the registry says.</summary>
public static class HomeFolders
{
    /// <summary>Every <c>worktrees/&lt;project&gt;/&lt;group&gt;/&lt;leaf&gt;</c>, ordinally sorted.</summary>
    public static IReadOnlyList<string> All(HomeLayout home) => Directory.Exists(home.Worktrees)
        ? [.. Directory.EnumerateDirectories(home.Worktrees).SelectMany(Directory.EnumerateDirectories).SelectMany(Directory.EnumerateDirectories).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Scratch folders of runs, ordinally sorted.</summary>
    public static IReadOnlyList<string> Scratch(HomeLayout home) => Directory.Exists(home.Scratch) ? [.. Directory.EnumerateDirectories(home.Scratch).Order(StringComparer.Ordinal)] : [];

    /// <summary>Whether a scratch folder has worktrees in it.</summary>
    public static bool HasWorktrees(string scratch) => Directory.EnumerateDirectories(Path.Combine(scratch, "trees")).Any(tree => File.Exists(Path.Combine(tree, ".git")));
}
