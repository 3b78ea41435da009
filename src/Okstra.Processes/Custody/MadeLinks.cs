using Okstra.Processes.Native;

namespace Okstra.Processes.Custody;

/// <summary>Tells links okstra made in a worktree from the task's own work of that name.</summary>
internal static class MadeLinks
{
    /// <param name="folder">The worktree, absolute.</param>
    /// <param name="path">Relative to it.</param>
    /// <param name="links">As the registry has them: relative to the project, which may be a folder of the repository.</param>
    public static bool Contains(string folder, string path, IReadOnlyList<string> links) =>
        links.Any(link => path == link || path.EndsWith($"/{link}", StringComparison.Ordinal)) && RealPath.LinkTarget(Path.Combine(folder, path)) is not null;
}
