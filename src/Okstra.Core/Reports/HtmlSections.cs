using Okstra.Core.Reports.Deliverables;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Workers;

namespace Okstra.Core.Reports;

/// <summary>Everything after the findings: verdict, status, tokens, coverage, risks, clarification, next steps, follow-ups.</summary>
internal static class HtmlSections
{
    public static void Write(HtmlPage page, ReportDocument report, ReportTexts texts)
    {
        Verdict(page, report, texts);
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
        HtmlEvidence.Write(page, report, texts);
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

    // A table that no run leaves empty has no line for it either.
    private static void Always(HtmlPage page, string id, string key, ReportTexts texts, IEnumerable<IReadOnlyList<string>> rows)
    {
        page.Heading(2, id, texts[key]);
        page.Table(texts[key], ReportColumns.Of(key, texts), rows);
    }

    private static void Verdict(HtmlPage page, ReportDocument report, ReportTexts texts)
    {
        var verdict = report.FinalVerdict;
        page.Heading(2, "verdict", texts["heading.2"]);
        page.Table(texts["heading.2"], ReportColumns.Of("heading.2", texts),
        [
            [HtmlText.Escape(texts["row.conclusion"]), HtmlText.Prose(verdict.Conclusion)],
            [HtmlText.Escape(texts["row.direction"]), $"<span class=\"token\">{HtmlText.Escape(verdict.Direction)}</span>"],
            .. report.TaskType == TaskType.FinalVerification ? [[HtmlText.Escape(texts["row.verdictToken"]), HtmlText.Escape(report.VerdictToken ?? "")]] : Array.Empty<IReadOnlyList<string>>(),
            [HtmlText.Escape(texts["row.basis"]), Ids(verdict.BasisIds, report)],
            [HtmlText.Escape(texts["row.rationale"]), HtmlText.Prose(verdict.Rationale)],
            [HtmlText.Escape(texts["row.nextStep"]), HtmlText.Escape($"{texts.Format("value.section", verdict.NextStep)}: {report.Routing}")],
        ]);
    }

    private static void Clarification(HtmlPage page, ReportDocument report, ReportTexts texts)
    {
        page.Heading(2, "clarification", texts["heading.5"]);
        page.Heading(3, "materials", texts["heading.5.1"]);
        page.TableOr(texts["empty.5"], texts["heading.5.1"], ReportColumns.Of("heading.5.1", texts), [.. report.Materials.Select(row =>
            Cells(row.Id, Join(row.TicketIds), row.Request, row.Why, row.WhereToFind, row.WhereToPut, row.Status))]);
        page.Heading(3, "questions", texts["heading.5.2"]);
        page.TableOr(texts["empty.5"], texts["heading.5.2"], ReportColumns.Of("heading.5.2", texts), [.. report.Questions.Select(row =>
            Cells(row.Id, Join(row.TicketIds), row.Question, row.Why, row.AnswerShape, string.Join('\n', row.Options), row.Answer, row.Status))]);
    }

    private static void Overview(HtmlPage page, ReportDocument report, ReportTexts texts)
    {
        Section(page, "carryin", "heading.0", "empty.0", texts, report.CarryIn.Select(row => Cells(row.Id, row.Request, row.Answer, row.Status, row.Evidence)));
        Always(page, "problem", "heading.summary", texts, report.ProblemSummary.Select(row => Cells(row.Id, Join(row.TicketIds), row.Summary, row.Source)));
        Always(page, "coverage", "heading.coverage", texts, report.TicketCoverage.Select(row => new[]
        {
            HtmlText.Escape(row.TicketId),
            HtmlText.Prose(row.Summary),
            Ids(row.RelatedIds, report),
            HtmlText.Code(row.Status),
        }));
        Always(page, "execution", "heading.execution", texts, report.ExecutionStatus.Select(row => new[]
        {
            HtmlText.Escape(row.Worker),
            HtmlText.Escape(row.Role),
            HtmlText.Escape(row.Model),
            HtmlText.Code(Tokens.Of(row.Status)) + (row.Status == WorkerStatus.Completed || string.IsNullOrEmpty(row.Reason) ? "" : $" <span class=\"small muted\">({HtmlText.Escape(row.Reason)})</span>"),
            HtmlText.Prose(row.KeyFinding),
        }));
        Always(page, "tokens", "heading.tokens", texts, TokenTable.Rows(report, texts).Select(row => row.Select((cell, index) =>
            index > 2 && cell.Length > 0 && char.IsAsciiDigit(cell[0]) ? HtmlPage.Number(cell) : index > 2 ? $"<span class=\"muted\">{HtmlText.Escape(cell)}</span>" : HtmlText.Escape(cell)).ToList()));
    }

    private static string Ids(IReadOnlyList<string> ids, ReportDocument report) => string.Join(", ", ids.Select(id =>
        report.Findings.Any(finding => string.Equals(finding.Id, id, StringComparison.Ordinal)) ? HtmlText.Link(id) : HtmlText.Escape(id)));

    private static string Join(IReadOnlyList<string> values) => string.Join(", ", values);
}
