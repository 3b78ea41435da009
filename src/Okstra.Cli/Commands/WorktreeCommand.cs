using System.CommandLine;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra worktree …</c>: the worktrees of tasks, stages and stage groups.</summary>
internal static class WorktreeCommand
{
    public static Command Create(CliContext context) => new("worktree", "Worktrees of tasks: make, look at, give back, restore, clear away.")
    {
        WorktreeProvisionCommand.Create(context),
        WorktreeListCommand.Create(context),
        WorktreeShowCommand.Create(context),
        WorktreeReleaseCommand.Create(context),
        WorktreeRestoreCommand.Create(context),
        WorktreePruneCommand.Create(context),
        WorktreeRepairCommand.Create(context),
        WorktreeConflictsCommand.Create(context),
    };
}
