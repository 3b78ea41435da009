using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;
using Okstra.Engine.Worktrees;
using Okstra.State.Locks;

namespace Okstra.Engine.Custody;

/// <summary>The task's mutex and the repository's lock, taken in this order.</summary>
internal sealed class WorktreeLocks : IDisposable
{
    private readonly StateLock _task;
    private readonly StateLock _repository;

    private WorktreeLocks(StateLock task, StateLock repository) => (_task, _repository) = (task, repository);

    /// <summary>A task that is being prepared or run is not waited for.</summary>
    public static async Task<WorktreeLocks> TakeAsync(RunServices services, WorktreeKey key, string repository, string verb, CancellationToken cancellationToken)
    {
        var task = await services.Locks.AcquireAsync(services.Home.TaskLock(TaskOf(key)), verb, TimeSpan.Zero, cancellationToken);
        try
        {
            return new WorktreeLocks(task, await RepositoryLock.AcquireAsync(services, repository, verb, cancellationToken));
        }
        catch
        {
            task.Dispose();
            throw;
        }
    }

    /// <summary>Segments are never slugified again, so the key made of them names the same task.</summary>
    public static TaskKey TaskOf(WorktreeKey key) => TaskKey.TryParse($"{key.Project}:{key.Group}:{key.Task}", null, out var task, out var problem) ? task : throw new ArgumentException(problem.Message, nameof(key));

    public void Dispose()
    {
        _repository.Dispose();
        _task.Dispose();
    }
}
