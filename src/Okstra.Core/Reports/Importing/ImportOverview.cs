using System.Globalization;
using Okstra.Core.Usage;
using Okstra.Core.Workers;

namespace Okstra.Core.Reports.Importing;

/// <summary>Section 0, problem summary, ticket coverage, execution status and token usage.</summary>
internal static class ImportOverview
{
    private static readonly string[] Coverage = ["covered", "contested", "not-covered"];
    internal static readonly string[] Statuses = ["open", "resolved", "obsolete"];

    public static IReadOnlyList<CarryInRow> CarryIn(ImportScan scan) => [.. scan.Rows("heading.0", "empty.0", "request", "answer").Select(row =>
        new CarryInRow(CarryInId(row, scan), row.Text("request"), row.Text("answer"), row.Token("newStatus", Statuses), row.Text("evidence")))];

    // An id of the report before, so it may stand in this one too.
    private static string CarryInId(ReportRow row, ImportScan scan)
    {
        var id = row.Text("id").Trim().Trim('`', '*').Trim();
        if (!RowIds.IsRowId(id))
        {
            scan.Problems.Add("OKS0852", row.Cell("id"), $"'{id}' is no id of an earlier request", "write the id the request had in the report before, such as A1 or Q1");
        }

        return id;
    }

    public static IReadOnlyList<ProblemRow> Problems(ImportScan scan) => [.. scan.Rows("heading.summary", null).Where(row => row.Text("oneLine").Length > 0 || row.Text("source").Length > 0 || row.Text("ticket").Length > 0)
        .Select(row => new ProblemRow(scan.Id(row, "P"), row.Items("ticket", ','), row.Text("oneLine"), row.Text("source")))];

    public static IReadOnlyList<TicketCoverageRow> Tickets(ImportScan scan) => [.. scan.Rows("heading.coverage", null).Select(row =>
        new TicketCoverageRow(row.Text("ticket"), row.Text("summary"), row.Items("related", ','), row.Token("status", Coverage)))];

    public static IReadOnlyList<ExecutionRow> Execution(ImportScan scan, ImportDefaults defaults) => [.. scan.Rows("heading.execution", null).Select(row =>
    {
        var (status, reason) = Status(row);
        return new ExecutionRow
        {
            Worker = row.Text("agent"),
            Role = row.Text("role"),
            Vendor = defaults.Roster.FirstOrDefault(entry => entry.Worker == row.Text("agent") || entry.AgentName == row.Text("agent"))?.Vendor ?? "",
            Model = row.Text("model"),
            Status = status,
            Reason = reason,
            KeyFinding = row.Text("keyFinding"),
            Seconds = 0,
        };
    })];

    public static IReadOnlyList<TokenUsageRow> Tokens(ImportScan scan)
    {
        var rows = scan.Rows("heading.tokens", null, "model", "dispatches", "cost");
        return [.. rows.Where(row => !Wording.Is(row.Text("agent"), "value.sum")).Select(row =>
        {
            var (dispatches, reported) = Dispatches(row);
            var usage = new TokenUsage
            {
                Input = Number(row, "input", scan),
                Output = Number(row, "output", scan),
                CacheRead = Number(row, "cacheRead", scan),
                CacheWrite = Number(row, "cacheWrite", scan),
                Total = Number(row, "total", scan),
                CostUsd = Money(row, scan),
            };
            return new TokenUsageRow { Worker = row.Text("agent"), Model = row.Text("model"), Dispatches = dispatches, Reported = reported, Usage = usage == new TokenUsage() ? null : usage };
        })];
    }

    // error (no answer within 600 s)
    internal static (WorkerStatus Status, string? Reason) Status(ReportRow row)
    {
        var text = row.Text("status");
        var end = text.IndexOf(" (", StringComparison.Ordinal);
        var breaks = text.IndexOf('(', StringComparison.Ordinal);
        var (word, reason) = end > 0 && text[^1] == ')' ? (text[..end], text[(end + 2)..^1]) : breaks > 0 && text[^1] == ')' ? (text[..breaks], text[(breaks + 1)..^1]) : (text, null);
        var token = row.Token(row.Cell("status"), word, "status", [.. Enum.GetValues<WorkerStatus>().Select(WorkerStatuses.Token)]);
        return (Enum.GetValues<WorkerStatus>().Where(status => status.Token() == token).DefaultIfEmpty(WorkerStatus.NotRun).First(), reason);
    }

    // "3", or "3 (1)" when one of three reported
    private static (int Dispatches, int Reported) Dispatches(ReportRow row)
    {
        var parts = row.Text("dispatches").Split(['(', ')'], StringSplitOptions.TrimEntries);
        var started = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : row.Number("dispatches") ?? 0;
        return (started, parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var second) ? second : started);
    }

    private static long? Number(ReportRow row, string key, ImportScan scan)
    {
        var text = row.Text(key).Trim();
        if (text.Length == 0 || Wording.Is(text, "value.unavailable"))
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        scan.Problems.Add("OKS0854", row.Cell(key), $"'{text}' is no number of tokens", "write the number that was reported, or 'unavailable'; never an estimate");
        return null;
    }

    private static decimal? Money(ReportRow row, ImportScan scan)
    {
        var text = row.Text("cost").Trim();
        if (text.Length == 0 || Wording.Is(text, "value.unavailable"))
        {
            return null;
        }

        if (decimal.TryParse(text.TrimStart('$'), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount))
        {
            return amount;
        }

        scan.Problems.Add("OKS0854", row.Cell("cost"), $"'{text}' is no amount in US dollars", "write the amount that was reported, or 'unavailable'");
        return null;
    }
}
