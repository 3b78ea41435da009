using Okstra.State.Files;

namespace Okstra.State.Trees;

/// <summary>One thing in a folder.</summary>
/// <param name="Relative">With <c>/</c>.</param>
/// <param name="Path">Absolute.</param>
/// <param name="Status">From <c>statx</c>, the link itself for a link.</param>
internal readonly record struct TreeEntry(string Relative, string Path, PathStatus Status)
{
    /// <summary>A repository's folder, or the file a linked worktree or submodule has in its place.</summary>
    internal bool IsGit => string.Equals(System.IO.Path.GetFileName(Path), ".git", StringComparison.Ordinal);
}
