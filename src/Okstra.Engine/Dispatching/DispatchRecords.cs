using Okstra.Core.Workers;
using Okstra.Engine.Preparation;
using Okstra.Engine.Workers;
using Okstra.State.Files;

namespace Okstra.Engine.Dispatching;

/// <summary>What a dispatch leaves on disk, in this order: prompt, live log, rendering, the document that names them, and its errors once more in the sidecar and the run's error log.</summary>
public sealed class DispatchRecords(RunServices services, RunBundle bundle)
{
    public string LogPath(DispatchOrder order) => bundle.Layout.LiveLog(order.Entry.Worker, order.Round, order.Batch);

    /// <summary>Logs of an earlier, superseded attempt must not be taken for those of this one.</summary>
    public void ForgetLogs(DispatchOrder order) => LogFile.Forget(LogPath(order));

    /// <summary>Prompts sent are kept (R-LAY-43); one that the bundle prepared is there already.</summary>
    public void KeepPrompt(DispatchOrder order)
    {
        var path = bundle.Layout.Prompt(order.Entry.Worker, order.Round, order.Batch);
        if (TextFiles.TryRead(path) != order.Prompt)
        {
            services.Writer.Write(path, order.Prompt);
        }
    }

    public DispatchDocument Document(DispatchOrder order, string promptHash, string startedAt, DispatchResult result, TreeVerdict tree)
    {
        var failed = result.Outcome as DriverOutcome.Failed;
        var wrote = tree.Unchanged == false;
        var by = result.CarriedOutBy ?? order.Entry;
        var reason = wrote ? $"contract-violation: it wrote into the tree it was told only to read: {string.Join(", ", tree.Changes.Take(5))}" : failed?.Reason;
        var status = wrote ? WorkerStatus.Error : failed?.Status ?? WorkerStatus.Completed;
        return new DispatchDocument
        {
            TaskKey = bundle.Key.ToString(),
            TaskType = bundle.Manifest.TaskType,
            Seq = bundle.Manifest.Seq,
            Worker = order.Entry.Worker,
            Role = order.Entry.Role,
            Driver = by.Driver,
            Vendor = by.Vendor,
            Rerouted = result.Rerouted,
            Round = order.Round,
            Batch = order.Batch,
            AgentName = order.AgentName,
            Model = by.Model,
            Status = status,
            Reason = status == WorkerStatus.Completed ? null : SafeReason(reason),
            SessionId = result.Outcome.SessionId,
            StartedAt = startedAt,
            EndedAt = services.Now(),
            PromptSha256 = promptHash,
            PromptPath = bundle.Layout.Relative(bundle.Layout.Prompt(order.Entry.Worker, order.Round, order.Batch)),
            LogPath = Path.Exists(LogPath(order)) ? bundle.Layout.Relative(LogPath(order)) : null,
            Repaired = result.Repaired,
            TreeUnchanged = tree.Unchanged,
            FindingIds = [.. order.Findings.Select(finding => finding.Id)],
            Answer = wrote ? null : result.Answer,
            Votes = wrote ? null : result.Votes,
            Narrative = wrote ? null : result.Narrative,
            Groups = wrote ? null : result.Groups,
            Usage = result.Outcome.Usage,
            Errors = Errors(order, failed, wrote, reason, tree),
        };
    }

    /// <summary>Outputs first, then the document that names them (style: state on disk), then what only repeats it.</summary>
    public void Write(DispatchOrder order, DispatchDocument document)
    {
        services.Writer.Write(bundle.Layout.DispatchMarkdown(order.Entry.Worker, order.Round, order.Batch), DispatchMarkdown.Render(document));
        services.Documents.Write(bundle.Layout.DispatchDocument(order.Entry.Worker, order.Round, order.Batch), document, WorkersJson.Default.DispatchDocument);
        RepeatErrors(document);
    }

    /// <summary>Brings the errors of a written document into sidecar and error log; a no-op where they stand already.</summary>
    public void RepeatErrors(DispatchDocument document)
    {
        if (document.Errors.Count == 0)
        {
            return;
        }

        var path = bundle.Layout.ErrorsSidecar(document.Worker);
        var known = services.Documents.TryRead(path, WorkersJson.Default.IReadOnlyListWorkerError) ?? [];
        if (document.Errors.Except(known).ToList() is { Count: > 0 } missing)
        {
            services.Documents.Write(path, [.. known, .. missing], WorkersJson.Default.IReadOnlyListWorkerError);
        }

        ErrorEvents.AppendMissing(services, bundle, ErrorEvents.Of(bundle, document));
    }

    private List<WorkerError> Errors(DispatchOrder order, DriverOutcome.Failed? failed, bool wrote, string? reason, TreeVerdict tree)
    {
        if (wrote)
        {
            return [new WorkerError(services.Now(), "contract-violation", SafeReason(reason)!, tree.Patch)];
        }

        // The report writer has no cli-failure category (R-WRK-45).
        var category = order.Kind == AnswerKind.Narrative && failed?.Category == "cli-failure" ? "tool-failure" : failed?.Category;
        return failed is null or { Status: WorkerStatus.NotRun } ? [] : [new WorkerError(services.Now(), category!, SafeReason(failed.Reason)!)];
    }

    private static string? SafeReason(string? reason) => reason is null ? null : Core.Text.SafeText.OneLine(reason, 500);
}
