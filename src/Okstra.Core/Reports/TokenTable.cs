using System.Globalization;
using Okstra.Core.Text;
using Okstra.Core.Usage;

namespace Okstra.Core.Reports;

/// <summary>Rows of the token table: what nobody reported is <c>unavailable</c>, never zero.</summary>
internal static class TokenTable
{
    public static IEnumerable<IReadOnlyList<string>> Rows(ReportDocument report, ReportTexts texts) => Rows(report.TokenUsage, texts);

    /// <summary>One for each agent, then their sum.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(IReadOnlyList<TokenUsageRow> used, ReportTexts texts)
    {
        var none = texts["value.unavailable"];
        string Number(long? value) => value is { } number ? number.ToString("N0", CultureInfo.InvariantCulture) : none;
        string Money(decimal? value) => value is { } number ? number.ToString("0.0000", CultureInfo.InvariantCulture) : none;
        IReadOnlyList<string> Row(string worker, string model, string dispatches, TokenUsage? usage) =>
        [
            worker,
            model,
            dispatches,
            Number(usage?.Input),
            Number(usage?.Output),
            Number(usage?.CacheRead),
            Number(usage?.CacheWrite),
            Number(usage?.Total),
            Money(usage?.CostUsd),
        ];
        foreach (var row in used)
        {
            var dispatches = row.Reported == row.Dispatches ? $"{row.Dispatches}" : $"{row.Dispatches} ({row.Reported})";
            yield return Row(row.Worker, row.Model, dispatches, row.Usage);
        }

        yield return Row(texts["value.sum"], "", used.Sum(row => row.Dispatches).ToString(CultureInfo.InvariantCulture), Total(used));
    }

    // Costs are summed as they are shown, so that the column adds up.
    private static TokenUsage Total(IReadOnlyList<TokenUsageRow> rows)
    {
        var usages = rows.Select(row => row.Usage).OfType<TokenUsage>().ToList();
        long? Sum(Func<TokenUsage, long?> number) => usages.Exists(usage => number(usage) is not null) ? usages.Sum(number) : null;
        return new TokenUsage
        {
            Input = Sum(usage => usage.Input),
            Output = Sum(usage => usage.Output),
            CacheRead = Sum(usage => usage.CacheRead),
            CacheWrite = Sum(usage => usage.CacheWrite),
            Total = Sum(usage => usage.Total),
            CostUsd = usages.Exists(usage => usage.CostUsd is not null) ? usages.Sum(usage => usage.CostUsd is { } cost ? decimal.Round(cost, 4, MidpointRounding.AwayFromZero) : null) : null,
        };
    }
}
