using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Usage.Budgets;
using Okstra.Core.Usage.Ledger;
using Okstra.Core.Workers;
using Okstra.Engine.Dispatching;
using Okstra.Engine.Pipeline;
using Okstra.Engine.Preparation;
using Okstra.Engine.Workers;
using Okstra.State.Runs;

namespace Okstra.Engine.Spending;

/// <summary>The purse of one run: before a dispatch it sets aside what the dispatch may need, under the task's mutex where other runs draw on the same budget.</summary>
public sealed class RunSpending(RunServices services, RunBundle bundle, BudgetSettings budgets, IRunObserver observer, bool stopsOthers) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly RunCharges _charges = new(services, bundle);
    private readonly Lazy<IReadOnlyList<UsageSample>> _history = new(() => SpendingHistory.Of(services, bundle.State));
    private readonly SemaphoreSlim _one = new(1, 1);
    private TaskCompletionSource _charged = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Returns when the dispatch may begin; waits for dispatches that run when it does not fit beside them.</summary>
    /// <exception cref="RunPausedException">A budget allows no further dispatch.</exception>
    public async Task ReserveAsync(DispatchOrder order, string dispatchId, CancellationToken cancellationToken)
    {
        while (budgets != new BudgetSettings())
        {
            Task changed;
            await _one.WaitAsync(cancellationToken);
            try
            {
                changed = _charged.Task;
                using var shared = await SharedAsync(cancellationToken);
                var estimate = UsageEstimate.For(_history.Value, order.Entry.Driver, order.Entry.Model.Execution, order.Round)?.P90;
                switch (BudgetRules.Decide(Standings(order.Entry.Worker), estimate))
                {
                    case BudgetVerdict.Fits fits:
                        _charges.Reserve(order, dispatchId, fits.Reservation);
                        return;
                    case BudgetVerdict.Exhausted exhausted:
                        throw Pause(exhausted);
                    default:
                        break;
                }
            }
            finally
            {
                _one.Release();
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The charge is on disk when this returns; who waits for it looks again.</summary>
    public void Charge(DispatchOrder order, RosterEntry carriedOutBy, string dispatchId, DriverOutcome outcome)
    {
        _charges.Charge(order, carriedOutBy, dispatchId, outcome);
        observer.Spent(Facts());
        Interlocked.Exchange(ref _charged, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    /// <summary>Charges a dispatch that is stopped with what it used so far.</summary>
    public void ChargeStopped(IReadOnlyList<JournalEvent.DispatchStarted> dispatches) => _charges.ChargeEnded(dispatches);

    public SpendingFacts Facts() => new(
        Amount.Sum(_charges.Ledger.Read().Charges.Select(charge => charge.AmountOf())),
        [.. BudgetScopes.All.Where(scope => scope != BudgetScope.Worker && budgets.Of(scope) is not null).Select(scope => Left(Standing(scope, null)))]);

    public void Dispose() => _one.Dispose();

    private static BudgetLeft Left(BudgetStanding standing) => new(standing.Scope, BudgetRules.Left(standing).Tokens, BudgetRules.Left(standing).Usd);

    private async Task<IDisposable?> SharedAsync(CancellationToken cancellationToken) => budgets.Task is null && budgets.Phase is null
        ? null
        : await services.Locks.AcquireAsync(services.Home.TaskLock(bundle.Key), "set a budget aside", Patience, cancellationToken);

    private List<BudgetStanding> Standings(string worker) => [.. BudgetScopes.All.Where(scope => budgets.Of(scope) is not null).Select(scope => Standing(scope, worker))];

    private BudgetStanding Standing(BudgetScope scope, string? worker)
    {
        var ledgers = scope is BudgetScope.Task or BudgetScope.Phase
            ? UsageLedgers.Of(bundle.Task, scope == BudgetScope.Phase ? bundle.Type : null, services.Writer)
            : [_charges.Ledger];
        var views = ledgers.Select(ledger => (Own: ledger.Path == _charges.Ledger.Path, View: ledger.Read())).ToList();
        bool Counts(LedgerEntry entry) => scope != BudgetScope.Worker || entry.Worker == worker;
        var charges = views.SelectMany(view => view.View.Charges).Where(Counts).Select(charge => charge.AmountOf());

        // What another run has set aside is as good as used: nobody here can wait for it.
        var elsewhere = views.Where(view => !view.Own).SelectMany(view => view.View.Open).Where(Counts).Select(open => open.AmountOf());
        var here = views.Where(view => view.Own).SelectMany(view => view.View.Open).Where(Counts).ToList();
        return new BudgetStanding(scope, budgets.Of(scope)!, Amount.Sum(charges.Concat(elsewhere)), Amount.Sum(here.Select(open => open.AmountOf())), here.Count);
    }

    private RunPausedException Pause(BudgetVerdict.Exhausted exhausted) => new(
        RunStatus.BudgetExhausted,
        new Problem("OKS0955", $"budget-exhausted: {exhausted.Reason}", $"okstra resume {bundle.Key} --budget {exhausted.Scope.Token()}=+<amount> goes on from here; what is on disk is kept"),
        stopsOthers)
    {
        Budget = exhausted.Scope,
    };
}
