using Okstra.Core.Runs;
using Okstra.Core.Workers;
using Okstra.Engine.Preparation;
using Okstra.Processes;
using Okstra.State.Runs;

namespace Okstra.Engine.Pipeline;

/// <summary>
/// After a kill: ends what is still alive of the dispatches that were in flight and marks them superseded. A dispatch whose document made it to disk is only
/// noted as finished; documents decide, the journal explains.
/// </summary>
public static class RunRecovery
{
    public static async Task RecoverAsync(RunServices services, RunBundle bundle, Journal journal)
    {
        var inFlight = journal.Read().InFlight();
        if (inFlight.Count == 0)
        {
            return;
        }

        await ProcessSweep.KillSurvivorsAsync(
            [.. inFlight.Select(dispatch => dispatch.Label)],
            [.. inFlight.Where(dispatch => dispatch.Pid > 0).Select(dispatch => new ProcessIdentity(dispatch.Pid, dispatch.StartTime))]);
        foreach (var dispatch in inFlight)
        {
            var path = bundle.Layout.DispatchDocument(dispatch.Worker, dispatch.Round, dispatch.Batch);
            journal.Append(services.Documents.TryRead(path, WorkersJson.Default.DispatchDocument) is { } document
                ? new JournalEvent.DispatchFinished(dispatch.DispatchId, document.Status.Token(), bundle.Layout.Relative(path)) { At = services.Now() }
                : new JournalEvent.DispatchSuperseded(dispatch.DispatchId, "its engine ended before it did") { At = services.Now() });
        }
    }
}
