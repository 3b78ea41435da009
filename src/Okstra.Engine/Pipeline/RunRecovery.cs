using Okstra.Core.Runs;
using Okstra.Core.Workers;
using Okstra.Engine.Preparation;
using Okstra.Engine.Spending;
using Okstra.Processes;
using Okstra.State.Runs;

namespace Okstra.Engine.Pipeline;

/// <summary>
/// After a kill: ends what is still alive of the dispatches that were in flight and marks them superseded. A dispatch whose document made it to disk is only
/// noted as finished; documents decide, the journal explains.
/// </summary>
public static class RunRecovery
{
    /// <summary>The engine takes the run over, from a session lead too.</summary>
    public static Task RecoverAsync(RunServices services, RunBundle bundle, Journal journal) => RecoverAsync(services, bundle, journal, journal.Read().InFlight());

    /// <summary>For a call of a session lead: what it carries out itself stays in flight until its document is there.</summary>
    public static Task RecoverUnderLeadAsync(RunServices services, RunBundle bundle, Journal journal) => RecoverAsync(
        services,
        bundle,
        journal,
        [.. journal.Read().InFlight().Where(dispatch => !dispatch.HandedOut || Path.Exists(bundle.Layout.DispatchDocument(dispatch.Worker, dispatch.Round, dispatch.Batch)))]);

    private static async Task RecoverAsync(RunServices services, RunBundle bundle, Journal journal, IReadOnlyList<JournalEvent.DispatchStarted> inFlight)
    {
        if (inFlight.Count == 0)
        {
            return;
        }

        await ProcessSweep.KillSurvivorsAsync(
            [.. inFlight.Select(dispatch => dispatch.Label)],
            [.. inFlight.Where(dispatch => dispatch.Pid > 0).Select(dispatch => new ProcessIdentity(dispatch.Pid, dispatch.StartTime))]);
        new RunCharges(services, bundle).ChargeEnded(inFlight);
        foreach (var dispatch in inFlight)
        {
            var path = bundle.Layout.DispatchDocument(dispatch.Worker, dispatch.Round, dispatch.Batch);
            journal.Append(services.Documents.TryRead(path, WorkersJson.Default.DispatchDocument) is { } document
                ? new JournalEvent.DispatchFinished(dispatch.DispatchId, document.Status.Token(), bundle.Layout.Relative(path)) { At = services.Now() }
                : new JournalEvent.DispatchSuperseded(dispatch.DispatchId, dispatch.HandedOut ? "the engine took the run over from its lead" : "its engine ended before it did") { At = services.Now() });
        }
    }
}
