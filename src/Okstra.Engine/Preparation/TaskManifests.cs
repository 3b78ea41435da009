using Okstra.Core.Runs;
using Okstra.Core.Tasks;

namespace Okstra.Engine.Preparation;

/// <summary>How a task manifest moves with its runs; members okstra does not know stay.</summary>
public static class TaskManifests
{
    /// <summary>A run was prepared.</summary>
    /// <param name="known">The stored manifest; null for a new task.</param>
    /// <param name="bundle">The prepared run.</param>
    public static TaskManifest Prepared(TaskManifest? known, RunBundle bundle)
    {
        var (inputs, manifest) = (bundle.Inputs, bundle.Manifest);
        var at = manifest.Inputs.PreparedAt;
        return (known ?? new TaskManifest { TaskKey = bundle.Key.ToString(), CreatedAt = at }) with
        {
            TaskType = bundle.Type.Token(),
            ProjectId = bundle.Key.Project,
            TaskGroup = bundle.Key.Group,
            TaskId = bundle.Key.Task,
            Title = bundle.Brief.Title,
            TicketIds = bundle.Brief.TicketIds,
            WorkCategory = inputs.WorkCategory ?? known?.WorkCategory,
            BriefPath = inputs.BriefPath,
            RelatedTasks = inputs.RelatedTasks,
            UpdatedAt = at,
            CurrentStatus = Token(WorkStatus.InProgress),
            WorkStatus = WorkStatus.InProgress,
            LatestRunStatus = RunStatus.Prepared.Token(),
            LatestRunManifestPath = bundle.Layout.RunManifest,
            LatestResumeCommandPath = bundle.Layout.ResumeCommand,
            RecommendedWorkers = [.. manifest.Roster.Select(entry => entry.Worker)],
            ResultContract = new ResultContract([.. manifest.Roster.Where(entry => !entry.IsExtraVoter).Select(entry => entry.Role)]),
            Workflow = Workflow.Begin(known?.Workflow, bundle.Type),
        };
    }

    /// <summary>A run is under way, or over.</summary>
    /// <param name="known">The stored manifest.</param>
    /// <param name="bundle">The run.</param>
    /// <param name="status">Its status now.</param>
    /// <param name="routing">What its report recommends next; null keeps to the routing matrix.</param>
    /// <param name="reportPath">Its report, absolute; null when none was written.</param>
    /// <param name="at">UTC, ISO-8601 with seconds.</param>
    public static TaskManifest Moved(TaskManifest known, RunBundle bundle, RunStatus status, string? routing, string? reportPath, string at)
    {
        var over = status is not (RunStatus.Prepared or RunStatus.Running);
        var completed = status == RunStatus.Completed;
        var workflow = over ? Workflow.End(known.Workflow, bundle.Type, completed, routing, Point()) : Workflow.Begin(known.Workflow, bundle.Type);
        var work = over && !completed ? WorkStatus.Blocked
            : over && workflow.NextRecommendedPhase == Routing.Done ? WorkStatus.Done
            : WorkStatus.InProgress;
        return known with
        {
            UpdatedAt = at,
            LatestRunStatus = status.Token(),
            LatestReportPath = reportPath ?? known.LatestReportPath,
            CurrentStatus = completed && work != WorkStatus.Done ? $"{bundle.Type.Token()} completed" : Token(work),
            WorkStatus = work,
            Workflow = workflow,
        };

        Checkpoint? Point() => reportPath is null ? null : new Checkpoint(bundle.Type.Token(), bundle.Manifest.Seq, reportPath, at);
    }

    private static string Token(WorkStatus status) => status switch
    {
        WorkStatus.Todo => "todo",
        WorkStatus.InProgress => "in-progress",
        WorkStatus.Blocked => "blocked",
        WorkStatus.Done => "done",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "not a work status"),
    };
}
