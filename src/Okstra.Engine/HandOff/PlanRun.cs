using Okstra.Core.HandOff;
using Okstra.Core.Problems;
using Okstra.Core.Stages;
using Okstra.Core.Tasks;
using Okstra.State.Layout;
using Okstra.State.Locks;
using Okstra.State.Stages;

namespace Okstra.Engine.HandOff;

/// <summary>The planning run whose stages are handed off: whose task it is and what became of its stages (R-CON-21).</summary>
internal sealed class PlanRun
{
    // R-OPN-03.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly RunServices _services;

    private PlanRun(RunServices services, string folder, TaskLayout task, TaskKey key) =>
        (_services, Folder, Task, Key, Consumers) = (services, folder, task, key, new ConsumersFile(folder, services.Writer));

    /// <summary>The plan-run root, absolute.</summary>
    public string Folder { get; }

    public TaskLayout Task { get; }

    public TaskKey Key { get; }

    public ConsumersFile Consumers { get; }

    /// <exception cref="UserErrorException">The folder is no run directory of a task.</exception>
    public static PlanRun Open(RunServices services, string planRunRoot)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(planRunRoot, services.Host.CurrentDirectory));
        const string Hint = "name the planning run's directory: <task>/runs/implementation-planning";
        if (!Path.Exists(folder))
        {
            throw new UserErrorException("OKS0720", $"the plan-run root '{folder}' does not exist", Hint);
        }

        if (TaskLayout.FromRunDirectory(folder) is not { } task || services.Documents.TryRead(task.ManifestFile, TasksJson.Default.TaskManifest) is not { } manifest)
        {
            throw new UserErrorException("OKS0721", $"'{folder}' is no run directory of a task: there is no runs folder of a task above it", Hint);
        }

        return TaskKey.TryParse(manifest.TaskKey, manifest.ProjectId, out var key, out var problem)
            ? new PlanRun(services, folder, task, key)
            : throw new UserErrorException(problem);
    }

    /// <summary>Held by whoever reads the record of stages and then writes.</summary>
    public Task<StateLock> LockAsync(string verb, CancellationToken cancellationToken) =>
        _services.Locks.AcquireAsync(_services.Home.TaskLock(Key), verb, Patience, cancellationToken);

    public IReadOnlyList<StageJudgement> Judge(StagePlan plan) => HandOffEligibility.Judge(plan, Consumers.Stages());
}
