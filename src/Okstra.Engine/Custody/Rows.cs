using Okstra.Core.Worktrees;
using Okstra.Processes.Git;

namespace Okstra.Engine.Custody;

/// <summary>Rows made from what git knows, where the registry knows nothing.</summary>
internal static class Rows
{
    public static WorktreeRow Of(WorktreeKey key, string path, WorktreeEntry entry, string baseCommit, string repository, string now) => new()
    {
        ProjectId = key.Project,
        TaskGroup = key.Group,
        TaskId = key.Task,
        WorktreePath = path,
        Branch = entry.Branch?.Replace("refs/heads/", "", StringComparison.Ordinal) ?? "",
        BaseRef = baseCommit,
        CreatedAt = now,
        Stage = key.Stage,
        Stages = key.GroupId is { } id ? StageGroups.Parse(id) : null,
        Repository = repository,
    };
}
