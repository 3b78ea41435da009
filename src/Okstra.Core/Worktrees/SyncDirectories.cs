namespace Okstra.Core.Worktrees;

/// <summary>Folders of the main checkout that every task worktree shares by link (R-CON-91, R-WT-30).</summary>
public static class SyncDirectories
{
    /// <summary>Colon-separated paths relative to the project root; takes the place of the default, blank disables.</summary>
    public const string Variable = "OKSTRA_WORKTREE_SYNC_DIRS";

    /// <summary>The list of the original with today's state folder in front (R-OPN-16).</summary>
    public static IReadOnlyList<string> Default { get; } = [".okstra", ".project-docs", ".scratch", "graphify-out"];

    /// <param name="value">Value of the variable; null = not set.</param>
    public static IReadOnlyList<string> Parse(string? value) =>
        value is null ? Default : [.. value.Split(':', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether an entry stays inside the project and outside git's own folder; normalised with <c>/</c>.</summary>
    public static bool TryNormalise(string entry, out string path)
    {
        var parts = entry.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").ToArray();
        path = string.Join('/', parts);
        return parts.Length > 0 && !Path.IsPathRooted(entry) && !entry.Any(char.IsControl) && parts.All(part => part != ".." && !part.Equals(".git", StringComparison.OrdinalIgnoreCase));
    }
}
