using Okstra.Core.Worktrees;

namespace Okstra.Engine.Worktrees;

/// <summary>What a provisioning says about itself (R-WT-21, R-WT-22).</summary>
internal static class WorktreeNotes
{
    private const int ShortId = 12;

    public static string Created(string path, string branch, string commit, string phase, LinkOutcome links, bool guarded) => string.Concat(
        $"worktree {path} on branch {branch} from {Short(commit)} for {phase}",
        links.Linked.Count > 0 ? $"; linked {string.Join(", ", links.Linked)}" : "",
        links.NotLinked.Count > 0 ? $"; not linked: {string.Join(", ", links.NotLinked)}" : "",
        guarded ? "" : "; pushing is not disabled in it: this repository keeps core.worktree or core.bare in its shared configuration");

    public static string Reused(WorktreeRow row, string phase, params IEnumerable<string> more) =>
        string.Join("; ", [$"worktree {row.WorktreePath} on branch {row.Branch} from {Short(row.BaseRef)} for {phase}", .. more]);

    public static string Short(string commit) => commit.Length <= ShortId ? commit : commit[..ShortId];
}
