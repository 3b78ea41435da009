using Okstra.Core.Problems;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;
using Okstra.Processes.Git;
using Okstra.State.Worktrees;

namespace Okstra.Engine.Stages;

/// <summary>The repository and registry row the stages of a task stand on.</summary>
/// <param name="Key">The task.</param>
/// <param name="Repository">Where its branches are.</param>
/// <param name="Registry">The machine's.</param>
public sealed record StageTask(TaskKey Key, GitRepository Repository, WorktreeRegistry Registry)
{
    public WorktreeKey Worktree => WorktreeKey.Of(Key);

    /// <exception cref="UserErrorException">The folder is in no git repository, or the task is registered for another one.</exception>
    public static async Task<StageTask> FindAsync(RunServices services, TaskKey key, string projectRoot, CancellationToken cancellationToken)
    {
        var repository = await GitRepository.FindAsync(services.Git, projectRoot, cancellationToken)
            ?? throw new UserErrorException("OKS0707", $"'{projectRoot}' is in no git repository; stages need one", "name the project with --project-root, or make its folder a git repository with a first commit");
        await services.Git.RequireMinimumVersionAsync(cancellationToken);
        var task = new StageTask(key, repository, new WorktreeRegistry(services.Home, services.Documents, services.Locks, services.Time));
        return await task.RowAsync(cancellationToken) is { Repository.Length: > 0 } row && row.Repository != repository.CommonDirectory
            ? throw new UserErrorException("OKS0708", $"the task '{key}' is registered for another repository: {row.Repository}", "go to that repository, or name it with --project-root")
            : task;
    }

    public WorktreeKey Stage(int number) => WorktreeKey.Of(Key, number, null);

    /// <summary>Row of the task, released or not; null when it never had a worktree.</summary>
    public Task<WorktreeRow?> RowAsync(CancellationToken cancellationToken) => Registry.LookupAsync(Worktree, cancellationToken);
}
