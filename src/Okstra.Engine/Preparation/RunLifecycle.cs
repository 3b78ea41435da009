using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.State.Runs;

namespace Okstra.Engine.Preparation;

/// <summary>Records that a run started or ended: run manifest, task manifest, task index, status file, recents (R-OPN-79).</summary>
public sealed class RunLifecycle(RunServices services)
{
    public Task<RunManifest> StartAsync(RunBundle bundle, CancellationToken cancellationToken) =>
        MoveAsync(bundle, RunStatus.Running, reason: null, routing: null, cancellationToken);

    /// <summary>The last thing a run does.</summary>
    /// <param name="bundle">The run.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="reason">Why it is blocked or aborted; null otherwise.</param>
    /// <param name="routing">What its report recommends next; ignored where the routing matrix does not allow it.</param>
    /// <param name="cancellationToken">Ends the waiting for the recents lock.</param>
    public Task<RunManifest> EndAsync(RunBundle bundle, RunStatus status, string? reason, string? routing, CancellationToken cancellationToken) =>
        MoveAsync(bundle, status, reason, routing, cancellationToken);

    private async Task<RunManifest> MoveAsync(RunBundle bundle, RunStatus status, string? reason, string? routing, CancellationToken cancellationToken)
    {
        var (documents, layout, at) = (services.Documents, bundle.Layout, services.Now());
        var report = Path.Exists(layout.ReportMarkdown) ? layout.ReportMarkdown : null;
        if (status is not (RunStatus.Prepared or RunStatus.Running))
        {
            // R-OPN-25: one token, then the report.
            services.Writer.Write(layout.FinalStatus, report is null ? $"{status.Token()}\n" : $"{status.Token()} {layout.Relative(report)}\n");
        }

        var manifest = documents.Read(layout.RunManifest, RunDocumentsJson.Default.RunManifest) with { Status = status, StatusReason = reason, UpdatedAt = at };
        documents.Write(layout.RunManifest, manifest, RunDocumentsJson.Default.RunManifest);
        var task = TaskManifests.Moved(documents.Read(bundle.Task.ManifestFile, TasksJson.Default.TaskManifest), bundle, status, routing, report, at);
        documents.Write(bundle.Task.ManifestFile, task, TasksJson.Default.TaskManifest);
        services.Writer.Write(bundle.Task.IndexFile, TaskIndex.Render(bundle with { Manifest = manifest }, task, documents));
        await new RecentRuns(services.Home, services.Writer, services.Locks).AppendAsync(RunLines.Recent(bundle, status, at), cancellationToken);
        return manifest;
    }
}
