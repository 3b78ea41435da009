using Okstra.Core.Tasks;
using Okstra.Core.Usage.Budgets;
using Okstra.Core.Usage.Ledger;
using Okstra.State.Layout;
using Okstra.State.Runs;

namespace Okstra.Engine.Spending;

/// <summary>What earlier dispatches of a project used.</summary>
internal static class SpendingHistory
{
    /// <summary>Older runs say little about what the next one needs, and reading all of them would take long.</summary>
    private const int MostRuns = 200;

    public static IReadOnlyList<UsageSample> Of(RunServices services, StateLayout state) =>
        [.. Ledgers(services, state, null).SelectMany(view => view.Charges).Select(charge => charge.SampleOf()).OfType<UsageSample>()];

    /// <summary>Runs of one type, newest first.</summary>
    public static IReadOnlyList<LedgerView> Runs(RunServices services, StateLayout state, TaskType type) => [.. Ledgers(services, state, type).Where(view => view.Charges.Count > 0)];

    private static IEnumerable<LedgerView> Ledgers(RunServices services, StateLayout state, TaskType? type) =>
        UsageLedgers.Newest(state, type, MostRuns, services.Writer).Select(ledger => ledger.Read());
}
