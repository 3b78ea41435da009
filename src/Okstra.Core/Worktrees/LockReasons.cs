namespace Okstra.Core.Worktrees;

/// <summary>What git remembers a worktree's lock by: whose it is, and what okstra was doing with it.</summary>
public static class LockReasons
{
    private const string Prefix = "okstra ";

    public static string Of(WorktreeKey key) => $"{Prefix}{key}";

    /// <summary>Everything in it is kept; what a killed removal left may go.</summary>
    public static string Removing(WorktreeKey key) => $"{Prefix}removing {key}";

    /// <summary>A copy of what is kept, not finished yet.</summary>
    public static string Restoring(WorktreeKey key) => $"{Prefix}restoring {key}";

    /// <summary>The row a worktree says it belongs to; null when it is not a task's.</summary>
    public static WorktreeKey? KeyOf(string? reason) =>
        reason is not null && reason.StartsWith(Prefix, StringComparison.Ordinal) && WorktreeKey.TryParse(reason[Prefix.Length..], out var key) ? key : null;

    /// <summary>The row whose removal was under way; null when none was.</summary>
    public static WorktreeKey? RemovedKeyOf(string? reason)
    {
        const string Removing = Prefix + "removing ";
        return reason is not null && reason.StartsWith(Removing, StringComparison.Ordinal) && WorktreeKey.TryParse(reason[Removing.Length..], out var key) ? key : null;
    }
}
