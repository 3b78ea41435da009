using System.Text.Json;
using Okstra.Cli.Output;
using Okstra.Core.Convergence;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Engine;
using Okstra.State.Layout;
using Okstra.State.Locks;
using Okstra.State.Runs;

namespace Okstra.Cli.Commands;

/// <summary>What the manifests say of tasks and runs, read as they are.</summary>
internal static class TaskViews
{
    public static IReadOnlyList<TaskLine> All(RunServices services, StateLayout state) =>
        [.. state.Tasks().AsParallel().AsOrdered().Select(task => Line(services, task)).OrderByDescending(line => line.UpdatedAt, StringComparer.Ordinal).ThenBy(line => line.TaskKey, StringComparer.Ordinal)];

    public static TaskAnswer Of(RunServices services, TaskLayout task)
    {
        var locator = new RunLocator(services.Documents);
        var workflow = services.Documents.Read(task.ManifestFile, TasksJson.Default.TaskManifest).Workflow;
        return new TaskAnswer(Line(services, task), task.Root, Workflow.Tokens(workflow), workflow?.LastSafeCheckpoint, [.. task.RunManifests().Select(file => Run(services, locator.Open(task, file).Run))]);
    }

    /// <summary>A phase with the stage of its run.</summary>
    public static string Phase(string taskType, int? stage) => stage is null ? taskType : $"{taskType} stage {stage}";

    /// <summary><c>running</c>, <c>waiting</c> (for its lead's next call) and <c>interrupted</c> are facts of locks and journals, not of the manifest, which a killed engine cannot update.</summary>
    public static string StatusOf(RunServices services, RunLayout run, RunManifest manifest)
    {
        if (StateLocks.IsHeld(run.RunLock))
        {
            return "running";
        }

        var stored = RunStatuses.Token(manifest.Status);
        if (manifest.Status is not (RunStatus.Running or RunStatus.Prepared))
        {
            return stored;
        }

        var journal = new Journal(run.Journal, services.Writer).Read();
        return journal.IsLedBySession ? "waiting"
            : manifest.Status == RunStatus.Running || journal.Events.Count > 0 ? "interrupted"
            : stored;
    }

    private static TaskLine Line(RunServices services, TaskLayout task)
    {
        var manifest = services.Documents.Read(task.ManifestFile, TasksJson.Default.TaskManifest);
        return new TaskLine(
            manifest.TaskKey,
            manifest.TaskType,
            JsonNamingPolicy.KebabCaseLower.ConvertName(manifest.WorkStatus.ToString()),
            LatestStatus(services, task, manifest),
            manifest.Workflow?.NextRecommendedPhase ?? manifest.SuggestedTaskType,
            manifest.UpdatedAt,
            manifest.CurrentStatus);
    }

    // Only an unfinished run can be running or interrupted; finished ones, the many, cost no look at lock and journal.
    private static string LatestStatus(RunServices services, TaskLayout task, TaskManifest manifest)
    {
        if (manifest.LatestRunStatus is not ("prepared" or "running") || task.RunManifests() is not [.., var latest])
        {
            return manifest.LatestRunStatus;
        }

        var run = new RunLocator(services.Documents).Open(task, latest).Run;
        return StatusOf(services, run, services.Documents.Read(run.RunManifest, RunDocumentsJson.Default.RunManifest));
    }

    private static RunLine Run(RunServices services, RunLayout run)
    {
        var manifest = services.Documents.Read(run.RunManifest, RunDocumentsJson.Default.RunManifest);
        var convergence = services.Documents.TryRead(run.Convergence, ConvergenceJson.Default.ConvergenceDocument);
        return new RunLine(
            manifest.TaskType,
            manifest.Seq,
            StatusOf(services, run, manifest),
            manifest.CreatedAt,
            run.Root,
            Path.Exists(run.ReportMarkdown) ? run.ReportMarkdown : null,
            convergence?.FinalClassificationCounts,
            convergence is null ? null : SettlementOutcomes.Counts(convergence.Findings),
            run.Stage);
    }
}
