using Okstra.Core.Usage.Ledger;
using Okstra.Core.Workers;

namespace Okstra.Core.Usage.Budgets;

/// <summary>What a run may use, from earlier runs of the same type.</summary>
/// <param name="Workers">Each worker that costs anything.</param>
/// <param name="Total">The whole run; null when too few runs are alike and a worker has no estimate either.</param>
/// <param name="TotalIsSum">The total adds the workers up, which puts its 90th percentile too high rather than too low.</param>
public sealed record RunEstimate(IReadOnlyList<WorkerEstimate> Workers, UsageEstimate? Total, bool TotalIsSum)
{
    /// <param name="roster">Places of the run that cost anything.</param>
    /// <param name="history">One ledger for each earlier run.</param>
    public static RunEstimate Of(IReadOnlyList<RosterEntry> roster, IReadOnlyList<LedgerView> history)
    {
        var workers = roster.Select(entry => new WorkerEstimate(
            entry,
            UsageEstimate.Of([.. history.Select(run => Sample(run.Charges.Where(charge => IsAlike(charge, entry)))).OfType<UsageSample>()]))).ToList();
        var drivers = Names(roster.Select(entry => entry.Driver));
        var alike = history.Where(run => Names(run.Charges.Where(charge => charge.Driver.Length > 0).Select(charge => charge.Driver)) == drivers);
        if (UsageEstimate.Of([.. alike.Select(run => Sample(run.Charges)).OfType<UsageSample>()]) is { } total)
        {
            return new RunEstimate(workers, total, TotalIsSum: false);
        }

        var known = workers.Select(worker => worker.Estimate).OfType<UsageEstimate>().ToList();
        return known.Count < workers.Count || known.Count == 0
            ? new RunEstimate(workers, null, TotalIsSum: false)
            : new RunEstimate(workers, new UsageEstimate(known.Min(estimate => estimate.Samples), Amount.Sum(known.Select(estimate => estimate.Median)), Amount.Sum(known.Select(estimate => estimate.P90))), TotalIsSum: true);
    }

    private static UsageSample? Sample(IEnumerable<LedgerEntry.Charged> charges) =>
        Amount.Sum(charges.Select(charge => charge.AmountOf())) is { Tokens: > 0 } used ? new UsageSample("", "", 0, used) : null;

    // A writer's work says nothing about an analyst's, whoever of them runs on the same CLI.
    private static bool IsAlike(LedgerEntry.Charged charge, RosterEntry entry) => charge.Driver == entry.Driver && charge.Round >= 0 == entry.IsAnalyst && charge.Worker == entry.Worker;

    private static string Names(IEnumerable<string> drivers) => string.Join(' ', drivers.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
