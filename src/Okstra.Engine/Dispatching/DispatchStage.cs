using Okstra.Core.Runs;
using Okstra.Core.Workers;
using Okstra.Engine.Limits;
using Okstra.Engine.Pipeline;
using Okstra.Engine.Preparation;
using Okstra.Engine.Workers;
using Okstra.Processes;
using Okstra.State.Documents;
using Okstra.State.Runs;

namespace Okstra.Engine.Dispatching;

/// <summary>Makes one dispatch and leaves its one document; a dispatch whose document is on disk for the same prompt is not made again.</summary>
public sealed class DispatchStage(RunServices services, RunBundle bundle, DriverCatalog drivers, WorkerTrees trees, Journal journal, IRunObserver observer, DispatchTerms terms)
{
    private readonly DispatchRecords _records = new(services, bundle);
    private readonly LimitedCalls _calls = new(services, bundle, drivers, journal, observer, terms.Limits);

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

        // Before the journal names the dispatch: afterwards they would be taken for its own.
        _records.ForgetLogs(order);
        var dispatchId = services.Ids.NewUuid();
        if (drivers.Of(order.Entry).IsCharged)
        {
            await terms.Spending.ReserveAsync(order, dispatchId, cancellationToken);
        }

        observer.WorkerStarted(order.Entry.Worker, order.Round, order.Batch);
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
        JournalStart(order, order.Entry, dispatchId, default);
        if (driver.WhyUnavailable() is { } reason)
        {
            var absent = new DispatchResult { Outcome = new DriverOutcome.Failed(WorkerStatus.NotRun, "cli-failure", reason) };
            Charge(order, dispatchId, absent);
            return _records.Document(order, promptHash, startedAt, absent, TreeVerdict.NoTree);
        }

        var tree = driver.NeedsTree ? await trees.OfAsync(order.Entry.Worker, cancellationToken) : null;
        var call = new DispatchCall
        {
            Id = dispatchId,
            Order = order,
            Budget = terms.WorkerBudget,
            Tree = tree,
            LogPath = _records.LogPath(order),
            Started = (route, identity) => JournalStart(order, route, dispatchId, identity),
            Paid = (route, left, goesOn) => ChargeLeft(order, route, dispatchId, left, goesOn),
        };
        var result = await CarryOutAsync(call, cancellationToken);

        // Before the document: a kill in between repeats the dispatch, and both were paid for.
        Charge(order, dispatchId, result);
        var verdict = tree is null ? TreeVerdict.NoTree : await trees.JudgeAsync(tree, order, cancellationToken);
        return _records.Document(order, promptHash, startedAt, result, verdict);
    }

    private async Task<DispatchResult> CarryOutAsync(DispatchCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await new DispatchConversation(services, bundle, _calls, call).RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (drivers.Of(call.Order.Entry).IsCharged)
        {
            terms.Spending.ChargeStopped([.. journal.Read().InFlight().Where(dispatch => dispatch.DispatchId == call.Id)]);
            throw;
        }
    }

    /// <summary>The dispatch has one charge under its own id; a vendor that did not finish it has one beside that.</summary>
    private void ChargeLeft(DispatchOrder order, RosterEntry route, string dispatchId, DriverOutcome left, bool goesOn)
    {
        if (!goesOn || left.Models.Count > 0)
        {
            Charge(order, goesOn ? $"{dispatchId}/{route.Driver}" : dispatchId, new DispatchResult { Outcome = left, CarriedOutBy = route });
        }
    }

    private void Charge(DispatchOrder order, string dispatchId, DispatchResult result)
    {
        if (drivers.Of(order.Entry).IsCharged)
        {
            terms.Spending.Charge(order, result.CarriedOutBy ?? order.Entry, dispatchId, result.Outcome);
        }
    }

    private void JournalStart(DispatchOrder order, RosterEntry route, string dispatchId, ProcessIdentity supervisor) => journal.Append(new JournalEvent.DispatchStarted
    {
        At = services.Now(),
        DispatchId = dispatchId,
        Worker = order.Entry.Worker,
        Driver = route.Driver,
        Round = order.Round,
        Batch = order.Batch,
        Label = dispatchId,
        Pid = supervisor.Pid,
        StartTime = supervisor.StartTime,
    });
}
