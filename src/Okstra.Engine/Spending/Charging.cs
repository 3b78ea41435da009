using Okstra.Core.Usage;
using Okstra.Core.Usage.Ledger;
using Okstra.Core.Usage.Prices;
using Okstra.Core.Workers;

namespace Okstra.Engine.Spending;

/// <summary>Makes the charge of a dispatch from what was used.</summary>
internal static class Charging
{
    public static LedgerEntry.Charged Of(LedgerEntry about, string driver, ModelAssignment asked, string? session, IReadOnlyList<ModelUsage> models, string source, PriceTable prices)
    {
        var costs = models.Select(model => prices.Cost(model.Usage, model.Model ?? asked.Execution)).ToList();

        // One table for every vendor: what a CLI says about its own price is kept with its usage and decides nothing.
        var priced = costs.Count > 0 && costs.TrueForAll(cost => cost is not null);
        return new LedgerEntry.Charged
        {
            At = about.At,
            DispatchId = about.DispatchId,
            Worker = about.Worker,
            Round = about.Round,
            Batch = about.Batch,
            Driver = driver,
            Model = asked.Execution,
            SessionId = session,
            Usage = TokenUsages.Sum(models.Select(model => model.Usage)) ?? new TokenUsage(),
            Models = models,
            CostUsd = priced ? costs.Sum() : null,
            PricesOf = priced ? models.Select(model => prices.PricesOf(model.Model ?? asked.Execution)).Max(StringComparer.Ordinal) : null,
            Source = source,
        };
    }
}
