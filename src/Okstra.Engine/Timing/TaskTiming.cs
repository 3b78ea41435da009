using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Core.Timing;
using Okstra.Core.Workers;
using Okstra.State.Layout;
using Okstra.State.Locks;
using Okstra.State.Runs;

namespace Okstra.Engine.Timing;

/// <summary>Reads where the time of a task went from what its runs left on disk: manifests, dispatch documents, journals.</summary>
public sealed class TaskTiming(RunServices services)
{
    /// <param name="task">The task.</param>
    /// <param name="seq">Number of a run; null takes all.</param>
    /// <param name="type">Phase; null takes all.</param>
    /// <exception cref="UserErrorException">The task has no such run.</exception>
    public TaskTime Read(TaskLayout task, RunSeq? seq, TaskType? type)
    {
        ArgumentNullException.ThrowIfNull(task);
        var manifest = services.Documents.Read(task.ManifestFile, TasksJson.Default.TaskManifest);
        var all = task.RunManifests();
        var chosen = all.Where(run => (seq is null || run.Seq == seq) && (type is null || run.Type == type)).ToList();
        if (chosen.Count == 0 && (seq is not null || type is not null))
        {
            throw new UserErrorException(
                "OKS0880",
                $"'{manifest.TaskKey}' has no {(type is { } phase ? phase.Token() + " " : "")}run{(seq is { } number ? $" {number}" : "")}",
                $"its runs: {(all.Count == 0 ? "none" : string.Join(", ", all.Select(run => $"{run.Type.Token()}{(run.Stage is { } stage ? $" stage {stage}" : "")} {run.Seq}")))}");
        }

        var locator = new RunLocator(services.Documents);
        return TimeComposer.Compose(manifest.TaskKey, [.. chosen.Select(file => Record(locator.Open(task, file).Run))], services.Time.GetUtcNow());
    }

    private RunRecord Record(RunLayout run) => new()
    {
        Manifest = services.Documents.Read(run.RunManifest, RunDocumentsJson.Default.RunManifest) with { Stage = run.Stage },
        Journal = new Journal(run.Journal, services.Writer).Read(),
        Dispatches = [.. run.DispatchDocuments().Select(path => services.Documents.Read(path, WorkersJson.Default.DispatchDocument))],
        IsHeld = StateLocks.IsHeld(run.RunLock),
    };
}
