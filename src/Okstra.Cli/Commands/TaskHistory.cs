using System.Globalization;
using Okstra.Cli.Output;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Engine;
using Okstra.State.Layout;
using Okstra.State.Runs;

namespace Okstra.Cli.Commands;

/// <summary>Reads what became of a task, run by run (R-CLI-096).</summary>
internal static class TaskHistory
{
    public static HistoryAnswer Of(RunServices services, TaskLayout task)
    {
        var manifest = services.Documents.Read(task.ManifestFile, TasksJson.Default.TaskManifest);
        var locator = new RunLocator(services.Documents);
        var runs = task.RunManifests().Select(file => locator.Open(task, file).Run)
            .Select(run => (Run: run, Manifest: services.Documents.Read(run.RunManifest, RunDocumentsJson.Default.RunManifest)))
            .OrderBy(run => run.Manifest.CreatedAt, StringComparer.Ordinal).ThenBy(run => run.Run.Type).ThenBy(run => run.Run.Stage).ThenBy(run => run.Run.Seq);
        return new HistoryAnswer(manifest.TaskKey, Existing(manifest.LatestResumeCommandPath) ?? task.NewestResumeCommand(), [.. runs.Select(run => Line(services, run.Run, run.Manifest))]);
    }

    private static HistoryLine Line(RunServices services, RunLayout run, RunManifest manifest)
    {
        var over = manifest.Status is not (RunStatus.Prepared or RunStatus.Running);
        return new HistoryLine
        {
            TaskType = manifest.TaskType,
            Stage = run.Stage,
            Seq = manifest.Seq,
            Status = TaskViews.StatusOf(services, run, manifest),
            PreparedAt = manifest.CreatedAt,
            EndedAt = over ? manifest.UpdatedAt : null,
            Seconds = over ? Seconds(manifest) : null,
            Report = Existing(run.ReportMarkdown),
            // The name is what the manifest says, never made up from a counter (R-LAY-40).
            ResumeCommand = manifest.Artifacts.TryGetValue("resumeCommand", out var script) ? Existing(Path.Combine(run.Root, script)) : null,
        };
    }

    private static double? Seconds(RunManifest manifest) => At(manifest.CreatedAt) is { } from && At(manifest.UpdatedAt) is { } to && to >= from ? (to - from).TotalSeconds : null;

    private static DateTimeOffset? At(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static string? Existing(string? path) => Path.Exists(path) ? path : null;
}
