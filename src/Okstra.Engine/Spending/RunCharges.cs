using Okstra.Core.Runs;
using Okstra.Core.Usage.Budgets;
using Okstra.Core.Usage.Ledger;
using Okstra.Core.Usage.Prices;
using Okstra.Core.Workers;
using Okstra.Engine.Dispatching;
using Okstra.Engine.Preparation;
using Okstra.Engine.Workers;
using Okstra.State.Prices;
using Okstra.State.Runs;

namespace Okstra.Engine.Spending;

/// <summary>
/// Writes the charges of a run. A charge is on disk before the document of its dispatch: a kill in between repeats the dispatch under another id, and both were paid
/// for. What a killed engine left open is charged from what the CLIs left behind, once.
/// </summary>
public sealed class RunCharges(RunServices services, RunBundle bundle)
{
    private readonly Lazy<PriceTable> _prices = new(() => PricesFile.Load(services.Home));

    public UsageLedgerFile Ledger { get; } = new(bundle.Layout.UsageLedger, services.Writer);

    /// <summary>On disk when this returns.</summary>
    public void Reserve(DispatchOrder order, string dispatchId, Amount amount) => Ledger.Append(About(order.Entry.Worker, order.Round, order.Batch, dispatchId, amount));

    /// <summary>On disk when this returns.</summary>
    public void Charge(DispatchOrder order, RosterEntry carriedOutBy, string dispatchId, DriverOutcome outcome)
    {
        var about = About(order.Entry.Worker, order.Round, order.Batch, dispatchId, Amount.Nothing);
        var source = outcome.Models.Count == 0 ? ChargeSource.Unknown : outcome.IsFromLog ? ChargeSource.Log : ChargeSource.Reported;
        Ledger.Append(Charging.Of(about, carriedOutBy.Driver, carriedOutBy.Model, outcome.SessionId, outcome.Models, source, _prices.Value));
    }

    /// <summary>Charges what was in flight from what its CLIs left behind; what is charged already stays as it is.</summary>
    public void ChargeEnded(IReadOnlyList<JournalEvent.DispatchStarted> dispatches)
    {
        var charged = Ledger.Read().Charges.Select(charge => charge.DispatchId).ToHashSet(StringComparer.Ordinal);
        foreach (var dispatch in dispatches.Where(dispatch => !dispatch.HandedOut && !charged.Contains(dispatch.DispatchId)))
        {
            if (DispatchTraces.Of(services, bundle, dispatch) is { } trace)
            {
                var about = About(dispatch.Worker, dispatch.Round, dispatch.Batch, dispatch.DispatchId, Amount.Nothing);
                Ledger.Append(Charging.Of(about, trace.Driver, trace.Asked, trace.SessionId, trace.Models, trace.Source, _prices.Value));
            }
        }
    }

    /// <summary>Ends what was set aside for dispatches that never began; nobody works on the run now.</summary>
    public void ReleaseOpen()
    {
        foreach (var open in Ledger.Read().Open)
        {
            Ledger.Append(Charging.Of(open, "", new ModelAssignment("", ""), null, [], ChargeSource.None, _prices.Value));
        }
    }

    private LedgerEntry.Reserved About(string worker, int round, int batch, string dispatchId, Amount amount) => new()
    {
        At = services.Now(),
        DispatchId = dispatchId,
        Worker = worker,
        Round = round,
        Batch = batch,
        Tokens = amount.Tokens,
        CostUsd = amount.Usd,
    };
}
