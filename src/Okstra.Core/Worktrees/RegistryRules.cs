using Okstra.Core.Problems;

namespace Okstra.Core.Worktrees;

/// <summary>What may happen to the registry (spec 7.3); documents in, documents out, the lock is the caller's.</summary>
public static class RegistryRules
{
    /// <summary>A worktree is about to be made: its path and branch are nobody else's from here on.</summary>
    /// <exception cref="UserErrorException">The key has a row, or path or branch belong to another key.</exception>
    public static RegistryDocument Announce(RegistryDocument registry, WorktreeKey key, PendingWorktree pending)
    {
        RefuseTaken(registry, key, pending.WorktreePath, pending.Branch);
        return registry.WithPending(key, pending);
    }

    /// <summary>Inserts a fresh row; a released one is overwritten and nothing of it carried over (R-WT-34…37).</summary>
    /// <exception cref="UserErrorException">The key has a row that is not released, or path or branch belong to another key.</exception>
    public static RegistryDocument Reserve(RegistryDocument registry, WorktreeKey key, WorktreeRow row)
    {
        RefuseTaken(registry, key, row.WorktreePath, row.Branch);
        return registry.WithRow(key, row).WithBranch(row.Branch, key.ToString()).WithPending(key, null);
    }

    /// <summary>Sets <c>last_phase</c>; an unknown key is left unknown (R-WT-38).</summary>
    public static RegistryDocument TouchPhase(RegistryDocument registry, WorktreeKey key, string phase) =>
        registry.Row(key) is { } row ? registry.WithRow(key, row with { LastPhase = phase }) : registry;

    /// <summary>Frees the key and its branch; directory and branch stay (R-WT-39).</summary>
    public static RegistryDocument Release(RegistryDocument registry, WorktreeKey key)
    {
        if (registry.Row(key) is not { } row)
        {
            return registry;
        }

        var released = registry.WithRow(key, row with { Status = WorktreeRow.Released });
        return registry.Branches.GetValueOrDefault(row.Branch) == key.ToString() ? released.WithBranch(row.Branch, null) : released;
    }

    /// <summary>Records the anchor once; a recorded one stays (R-WT-40).</summary>
    /// <exception cref="UserErrorException">The task has no row.</exception>
    public static RegistryDocument SetImplementationBase(RegistryDocument registry, WorktreeKey key, string commit)
    {
        var row = TaskRow(registry, key, "set");
        return row.ImplementationBaseCommit.Length > 0 ? registry : registry.WithRow(key.OfTask, row with { ImplementationBaseCommit = commit });
    }

    /// <summary>Moves the anchor deliberately; only git-reconcile does that (R-WT-41).</summary>
    /// <exception cref="UserErrorException">The task has no row.</exception>
    public static RegistryDocument ResetImplementationBase(RegistryDocument registry, WorktreeKey key, string commit) =>
        registry.WithRow(key.OfTask, TaskRow(registry, key, "reset") with { ImplementationBaseCommit = commit });

    /// <summary>Numbers of the task's active stage rows, ascending (R-WT-42).</summary>
    public static IReadOnlyList<int> ActiveStages(RegistryDocument registry, WorktreeKey key) =>
        [.. registry.Tasks
            .Where(entry => !entry.Value.IsReleased && WorktreeKey.TryParse(entry.Key, out var row) && row.Value.OfTask == key.OfTask && row.Value.Stage is not null)
            .Select(entry => WorktreeKey.TryParse(entry.Key, out var row) ? row.Value.Stage!.Value : 0)
            .Order()];

    private static WorktreeRow TaskRow(RegistryDocument registry, WorktreeKey key, string verb) => registry.Row(key.OfTask)
        ?? throw new UserErrorException("OKS0605", $"no task-key entry to {verb} implementation base: {key.OfTask}", "prepare a run of the task first; okstra worktree list shows what is registered");

    private static void RefuseTaken(RegistryDocument registry, WorktreeKey key, string path, string branch)
    {
        if (registry.Row(key) is { IsReleased: false } own)
        {
            throw new UserErrorException("OKS0603", $"'{key}' is registered already: {own.WorktreePath} on branch {own.Branch}", "look at it with okstra worktree show, or give it back with okstra worktree release");
        }

        var owner = registry.Branches.GetValueOrDefault(branch) is { } named && named != key.ToString() ? named : Others(registry, key).FirstOrDefault(other => other.Branch == branch).Key;
        if (owner is not null)
        {
            throw new UserErrorException("OKS0604", $"branch '{branch}' belongs to '{owner}'", "choose another --work-category, or release that task with okstra worktree release");
        }

        if (Others(registry, key).FirstOrDefault(other => other.Path == path).Key is { } holder)
        {
            throw new UserErrorException("OKS0606", $"the folder '{path}' belongs to '{holder}'", "choose another --task-id, or release that task with okstra worktree release");
        }
    }

    private static IEnumerable<(string Key, string Path, string Branch)> Others(RegistryDocument registry, WorktreeKey key) => registry.Tasks
        .Where(entry => !entry.Value.IsReleased)
        .Select(entry => (entry.Key, entry.Value.WorktreePath, entry.Value.Branch))
        .Concat((registry.Pending ?? new Dictionary<string, PendingWorktree>()).Select(entry => (entry.Key, entry.Value.WorktreePath, entry.Value.Branch)))
        .Where(entry => entry.Key != key.ToString());
}
