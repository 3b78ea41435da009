using Okstra.Core.Usage;
using Okstra.Core.Usage.Ledger;
using Okstra.Core.Usage.Prices;
using Okstra.Core.Workers;

namespace Okstra.Engine.Spending;

/// <summary>Makes the charge of a dispatch from what was used.</summary>
internal static class Charging
{
    /// <summary>Money the CLI stated itself stands in for a model that has no price.</summary>
    private const string StatedByCli = "reported";

    public static LedgerEntry.Charged Of(LedgerEntry about, string driver, ModelAssignment asked, string? session, IReadOnlyList<ModelUsage> models, string source, PriceTable prices)
    {
        var costs = models.Select(model => prices.Cost(model.Usage, model.Model ?? asked.Execution)).ToList();
        var table = costs.TrueForAll(cost => cost is not null);
        var stated = !table && models.All(model => model.Usage.CostUsd is not null);
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
            CostUsd = table ? costs.Sum() : stated ? models.Sum(model => model.Usage.CostUsd) : null,
            PricesOf = table ? models.Select(model => prices.PricesOf(model.Model ?? asked.Execution)).Max(StringComparer.Ordinal) : stated ? StatedByCli : null,
            Source = source,
        };
    }
}
