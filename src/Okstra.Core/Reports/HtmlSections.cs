using Okstra.Core.Reports.Deliverables;
using Okstra.Core.Text;
using Okstra.Core.Workers;

namespace Okstra.Core.Reports;

/// <summary>Everything after the findings: verdict details, status, tokens, coverage, risks, clarification, next steps, follow-ups.</summary>
internal static class HtmlSections
{
    public static void Write(HtmlPage page, ReportDocument report, ReportTexts texts)
    {
        page.Heading(2, "verdict", texts["heading.2"]);
        page.Raw($"<p>{HtmlText.Prose(report.FinalVerdict.Conclusion)}</p><p class=\"split\"><span class=\"token\">{HtmlText.Escape(report.FinalVerdict.Direction)}</span><span>{Ids(report.FinalVerdict.BasisIds, report)}</span></p><p class=\"muted\">{HtmlText.Prose(report.FinalVerdict.Rationale)}</p>");
        foreach (var paragraph in report.DetailedAnalysis)
        {
            page.Raw($"<p>{HtmlText.Prose(paragraph)}</p>");
        }

        page.Heading(2, "next", texts["heading.6"]);
        page.Raw(report.NextSteps.Count == 0
            ? $"<p class=\"empty\">{HtmlText.Escape(texts["empty.6"].TrimStart('-', ' '))}</p>"
            : $"<ul>{string.Concat(report.NextSteps.Select(step => $"<li>{HtmlText.Prose(step)}</li>"))}</ul>");
        if (report.Plan is { } plan)
        {
            HtmlPlan.Write(page, plan, texts);
        }

        HtmlDeliverables.Write(page, DeliverableBlocks.Of(report, texts), texts);
        Clarification(page, report, texts);
        Section(page, "risks", "heading.4", "empty.4", texts, report.Risks.Select(row => Cells(row.Id, Join(row.TicketIds), row.Kind, row.Item, row.Impact)));
        HtmlDeliverables.Write(page, DeliverableBlocks.OfSection4(report), texts);
        Overview(page, report, texts);
        Section(page, "followups", "heading.7", "empty.7", texts, report.FollowUps.Select(row =>
            Cells(row.Id, row.Origin, row.NewTaskId, row.Title, row.SuggestedTaskType, row.Scope, row.Reason, row.Priority, row.AutoSpawn ? "yes" : "no")));
    }

    /// <summary>Escapes each text as a cell.</summary>
    public static IReadOnlyList<string> Cells(params string[] texts) => [.. texts.Select(text => HtmlText.Prose(text.Trim()).Replace("\n", "<br>", StringComparison.Ordinal))];

    /// <summary>Heading and table, or heading and empty-state line.</summary>
    public static void Section(HtmlPage page, string id, string key, string emptyKey, ReportTexts texts, IEnumerable<IReadOnlyList<string>> rows, int level = 2)
    {
        page.Heading(level, id, texts[key]);
        page.TableOr(texts[emptyKey], texts[key], ReportColumns.Of(key, texts), [.. rows]);
    }

    private static void Clarification(HtmlPage page, ReportDocument report, ReportTexts texts)
    {
        page.Heading(2, "clarification", texts["heading.5"]);
        page.Raw($"<h3>{HtmlText.Escape(texts["heading.5.1"])}</h3>");
        page.TableOr(texts["empty.5"], texts["heading.5.1"], ReportColumns.Of("heading.5.1", texts), [.. report.Materials.Select(row =>
            Cells(row.Id, Join(row.TicketIds), row.Request, row.Why, row.WhereToFind, row.WhereToPut, row.Status))]);
        page.Raw($"<h3>{HtmlText.Escape(texts["heading.5.2"])}</h3>");
        page.TableOr(texts["empty.5"], texts["heading.5.2"], ReportColumns.Of("heading.5.2", texts), [.. report.Questions.Select(row =>
            Cells(row.Id, Join(row.TicketIds), row.Question, row.Why, row.AnswerShape, string.Join('\n', row.Options), row.Answer, row.Status))]);
    }

    private static void Overview(HtmlPage page, ReportDocument report, ReportTexts texts)
    {
        if (report.CarryIn.Count > 0)
        {
            Section(page, "carryin", "heading.0", "empty.0", texts, report.CarryIn.Select(row => Cells(row.Id, row.Request, row.Answer, row.Status, row.Evidence)));
        }

        Section(page, "problem", "heading.summary", "empty.4", texts, report.ProblemSummary.Select(row => Cells(row.Id, Join(row.TicketIds), row.Summary, row.Source)));
        page.Heading(2, "coverage", texts["heading.coverage"]);
        page.Table(texts["heading.coverage"], ReportColumns.Of("heading.coverage", texts), report.TicketCoverage.Select(row => new[]
        {
            HtmlText.Escape(row.TicketId),
            HtmlText.Prose(row.Summary),
            Ids(row.RelatedIds, report),
            HtmlText.Code(row.Status),
        }));
        Section(page, "execution", "heading.execution", "empty.4", texts, report.ExecutionStatus.Select(row => new[]
        {
            HtmlText.Escape(row.Worker),
            HtmlText.Escape(row.Role),
            HtmlText.Escape(row.Model),
            HtmlText.Code(Tokens.Of(row.Status)) + (row.Status == WorkerStatus.Completed || string.IsNullOrEmpty(row.Reason) ? "" : $"<br><span class=\"small muted\">{HtmlText.Escape(row.Reason)}</span>"),
            HtmlText.Prose(row.KeyFinding),
        }));
        Section(page, "tokens", "heading.tokens", "empty.4", texts, TokenTable.Rows(report, texts).Select(row => row.Select((cell, index) =>
            index > 2 && cell.Length > 0 && char.IsAsciiDigit(cell[0]) ? HtmlPage.Number(cell) : index > 2 ? $"<span class=\"muted\">{HtmlText.Escape(cell)}</span>" : HtmlText.Escape(cell)).ToList()));
    }

    private static string Ids(IReadOnlyList<string> ids, ReportDocument report) => string.Join(" ", ids.Select(id =>
        report.Findings.Any(finding => string.Equals(finding.Id, id, StringComparison.Ordinal)) ? $"<a href=\"#{HtmlText.Escape(id)}\">{HtmlText.Escape(id)}</a>" : HtmlText.Escape(id)));

    private static string Join(IReadOnlyList<string> values) => string.Join(", ", values);
}
