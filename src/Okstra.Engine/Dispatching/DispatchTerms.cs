using Okstra.Core.Usage.Budgets;
using Okstra.Engine.Limits;
using Okstra.Engine.Pipeline;
using Okstra.Engine.Preparation;
using Okstra.Engine.Spending;

namespace Okstra.Engine.Dispatching;

/// <summary>The terms on which a run dispatches: time, money, limits.</summary>
/// <param name="WorkerBudget">Wall time of one dispatch (R-OPN-63).</param>
/// <param name="Spending">The run's purse.</param>
/// <param name="Limits">What happens at a vendor's limit.</param>
public sealed record DispatchTerms(TimeSpan WorkerBudget, RunSpending Spending, LimitOptions Limits) : IDisposable
{
    /// <summary>For a run whose lead pays its workers itself, and asks here for the built-in ones only.</summary>
    public static DispatchTerms WithoutBudget(RunServices services, RunBundle bundle, IRunObserver observer, TimeSpan workerBudget) =>
        new(workerBudget, new RunSpending(services, bundle, new BudgetSettings(), observer, stopsOthers: false), new LimitOptions());

    public void Dispose() => Spending.Dispose();
}
