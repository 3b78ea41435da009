using System.Globalization;
using Okstra.Core.Text;
using Okstra.Core.Workers;

namespace Okstra.Core.Reports;

/// <summary>Section 0, the problem summary, ticket coverage, execution status and token usage.</summary>
internal static class MarkdownOverview
{
    public static void Write(MarkdownPage page, ReportDocument report, ReportTexts texts)
    {
        page.Heading(2, texts["heading.0"]);
        page.TableOr(texts["empty.0"], ReportColumns.Of("heading.0", texts),
            [.. report.CarryIn.Select(row => Cells(row.Id, row.Request, row.Answer, row.Status, row.Evidence))]);

        page.Heading(2, texts["heading.summary"]);
        page.Table(ReportColumns.Of("heading.summary", texts),
            report.ProblemSummary.Select(row => Cells(row.Id, string.Join(", ", row.TicketIds), row.Summary, row.Source)));

        page.Heading(2, texts["heading.coverage"]);
        page.Table(ReportColumns.Of("heading.coverage", texts),
            report.TicketCoverage.Select(row => Cells(row.TicketId, row.Summary, string.Join(", ", row.RelatedIds), row.Status)));

        page.Heading(2, texts["heading.execution"]);
        page.Table(ReportColumns.Of("heading.execution", texts), report.ExecutionStatus.Select(row => Cells(
            row.Worker,
            row.Role,
            row.Model,
            Status(row),
            row.KeyFinding)));

        page.Heading(2, texts["heading.tokens"]);
        page.Table(ReportColumns.Of("heading.tokens", texts), TokenTable.Rows(report, texts).Select(row => Cells([.. row])));
    }

    /// <summary>Escapes each text as a cell.</summary>
    public static IReadOnlyList<string> Cells(params string[] texts) => [.. texts.Select(MarkdownText.Cell)];

    private static string Status(ExecutionRow row) => row.Status == WorkerStatus.Completed || MarkdownText.IsBlank(row.Reason)
        ? Tokens.Of(row.Status)
        : string.Create(CultureInfo.InvariantCulture, $"{Tokens.Of(row.Status)} ({row.Reason})");
}
