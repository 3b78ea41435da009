using Okstra.Core.Runs;
using Okstra.Core.Workers;
using Okstra.Engine.Pipeline;
using Okstra.Engine.Preparation;
using Okstra.Engine.Workers;
using Okstra.Processes;
using Okstra.State.Documents;
using Okstra.State.Runs;

namespace Okstra.Engine.Dispatching;

/// <summary>Makes one dispatch and leaves its one document; a dispatch whose document is on disk for the same prompt is not made again.</summary>
public sealed class DispatchStage(RunServices services, RunBundle bundle, DriverCatalog drivers, WorkerTrees trees, Journal journal, IRunObserver observer, TimeSpan workerBudget)
{
    private readonly DispatchRecords _records = new(services, bundle);

    public async Task<DispatchDocument> DispatchAsync(DispatchOrder order, CancellationToken cancellationToken)
    {
        var path = bundle.Layout.DispatchDocument(order.Entry.Worker, order.Round, order.Batch);
        var promptHash = ContentHash.OfText(order.Prompt);
        if (services.Documents.TryRead(path, WorkersJson.Default.DispatchDocument) is { } known && known.PromptSha256 == promptHash)
        {
            // Its engine may have been killed before it could log them.
            _records.RepeatErrors(known);
            observer.WorkerFinished(known, reused: true);
            return known;
        }

        _records.KeepPrompt(order);
        observer.WorkerStarted(order.Entry.Worker, order.Round, order.Batch);
        var dispatchId = services.Ids.NewUuid();
        var document = await AskAsync(order, dispatchId, promptHash, cancellationToken);
        _records.Write(order, document);
        journal.Append(new JournalEvent.DispatchFinished(dispatchId, document.Status.Token(), bundle.Layout.Relative(path)) { At = services.Now() });
        observer.WorkerFinished(document, reused: false);
        return document;
    }

    private async Task<DispatchDocument> AskAsync(DispatchOrder order, string dispatchId, string promptHash, CancellationToken cancellationToken)
    {
        var startedAt = services.Now();
        var driver = drivers.Of(order.Entry);
        JournalStart(order, dispatchId, default);
        if (driver.WhyUnavailable() is { } reason)
        {
            var absent = new DispatchResult { Outcome = new DriverOutcome.Failed(WorkerStatus.NotRun, "cli-failure", reason) };
            return _records.Document(order, promptHash, startedAt, absent, TreeVerdict.NoTree);
        }

        var tree = driver.NeedsTree ? await trees.OfAsync(order.Entry.Worker, cancellationToken) : null;
        var call = new DispatchCall
        {
            Id = dispatchId,
            Order = order,
            Driver = driver,
            Budget = workerBudget,
            Tree = tree,
            LogPath = _records.LogPath(order),
            Started = identity => JournalStart(order, dispatchId, identity),
        };
        var result = await new DispatchConversation(services, bundle, call).RunAsync(cancellationToken);
        var verdict = tree is null ? TreeVerdict.NoTree : await trees.JudgeAsync(tree, order, cancellationToken);
        return _records.Document(order, promptHash, startedAt, result, verdict);
    }

    private void JournalStart(DispatchOrder order, string dispatchId, ProcessIdentity supervisor) => journal.Append(new JournalEvent.DispatchStarted
    {
        At = services.Now(),
        DispatchId = dispatchId,
        Worker = order.Entry.Worker,
        Round = order.Round,
        Batch = order.Batch,
        Label = dispatchId,
        Pid = supervisor.Pid,
        StartTime = supervisor.StartTime,
    });
}
