using System.Globalization;
using Okstra.Core.Text;

namespace Okstra.Core.Usage.Bills;

/// <summary>A bill as columns and cells, the same for terminal, CSV and page.</summary>
public static class BillText
{
    /// <summary>Columns of figures, after the one of the group.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["Dispatches", "Input", "Cache read", "Cache write", "Output", "Reasoning", "Total", "USD", "Accepted", "USD per finding"];

    /// <summary>Columns that are there when the session logs were read.</summary>
    public static IReadOnlyList<string> LogColumns { get; } = ["Log", "Difference"];

    /// <summary>Figures of a row as people read them; <c>-</c> where there is none.</summary>
    public static IReadOnlyList<string> Row(BillRow row, bool withLogs)
    {
        var dispatches = row.Reported == row.Dispatches ? Number(row.Dispatches) : $"{Number(row.Dispatches)} ({Number(row.Reported)} reported)";
        List<string> cells =
        [
            dispatches, Number(row.Usage?.Input), Number(row.Usage?.CacheRead), Number(row.Usage?.CacheWrite), Number(row.Usage?.Output), Number(row.Usage?.Reasoning), Number(row.Usage?.Total),
            row.CostUsd is { } cost && row.Unpriced > 0 ? $"{Money(cost)} + {Number(row.Unpriced)} without price" : Money(row.CostUsd), Number(row.AcceptedFindings), Money(row.CostPerAcceptedUsd),
        ];
        return withLogs ? [.. cells, Number(row.ReconciledLogged), row.Difference > 0 ? $"+{Number(row.Difference)}" : Number(row.Difference)] : cells;
    }

    /// <summary>Where the money is from.</summary>
    public static string Prices(Bill bill) => $"USD: tokens times the prices of {bill.PricesOf} ({SafeText.OneLine(bill.PriceSource, 300)})";

    /// <summary>Null when every model has a price.</summary>
    public static string? Unpriced(Bill bill) => bill.UnpricedModels.Count == 0 ? null : $"no price, so tokens only: {string.Join(", ", bill.UnpricedModels.Select(model => SafeText.OneLine(model, 80)))}; add them to prices.json in okstra's home";

    /// <summary>Null when the logs were not read.</summary>
    public static string? Reconciliation(Bill bill)
    {
        if (bill.Sessions is not { } sessions)
        {
            return null;
        }

        var compared = sessions.Where(session => session.Difference is not null).ToList();
        var apart = compared.Where(session => session.Difference != 0).ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{sessions.Count} session(s): {compared.Count} compared with their logs, {apart.Count} with a difference ({Number(compared.Sum(session => session.Difference))} tokens in all), {sessions.Count(session => session.Logged is null)} without a log, {sessions.Count(session => session.Reported is null)} without a report");
    }

    public static string Csv(Bill bill)
    {
        var withLogs = bill.Sessions is not null;
        IReadOnlyList<string> heading = [bill.By, "dispatches", "reported", "input", "cache_read", "cache_write", "cache_write_1h", "output", "reasoning", "total", "cost_usd", "unpriced_dispatches", "accepted_findings", "cost_per_accepted_usd", .. withLogs ? ["reconciled_reported", "reconciled_logged", "difference"] : (string[])[], "prices_of"];
        return CsvText.Render(bill.Rows.Append(bill.Sum).Select(row => Record(row, withLogs, bill.PricesOf)).Prepend(heading));
    }

    private static IReadOnlyList<string> Record(BillRow row, bool withLogs, string pricesOf) =>
    [
        CsvText.Field(row.Key), CsvText.Field(row.Dispatches), CsvText.Field(row.Reported),
        CsvText.Field(row.Usage?.Input), CsvText.Field(row.Usage?.CacheRead), CsvText.Field(row.Usage?.CacheWrite), CsvText.Field(row.Usage?.CacheWrite1h), CsvText.Field(row.Usage?.Output), CsvText.Field(row.Usage?.Reasoning), CsvText.Field(row.Usage?.Total),
        CsvText.Field(row.CostUsd), CsvText.Field(row.Unpriced), CsvText.Field(row.AcceptedFindings), CsvText.Field(row.CostPerAcceptedUsd),
        .. withLogs ? [CsvText.Field(row.ReconciledReported), CsvText.Field(row.ReconciledLogged), CsvText.Field(row.Difference)] : (string[])[],
        pricesOf,
    ];

    public static string Number(long? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "-";

    public static string Money(decimal? amount) => amount?.ToString("N4", CultureInfo.InvariantCulture) ?? "-";
}
