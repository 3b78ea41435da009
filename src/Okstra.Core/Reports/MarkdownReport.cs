using Okstra.Core.Reports.Deliverables;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>The final report as Markdown, rendered from the document alone (R-REP-01).</summary>
public static class MarkdownReport
{
    public static string Render(ReportDocument report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var texts = ReportTexts.In(report.Language);
        var page = new MarkdownPage();
        Top(page, report, texts);
        MarkdownOverview.Write(page, report, texts);
        MarkdownCrossVerification.Write(page, report, texts);
        MarkdownVerdict.Write(page, report, texts);
        if (report.Plan is { } plan)
        {
            MarkdownPlan.Write(page, plan, texts);
        }

        MarkdownDeliverables.Write(page, DeliverableBlocks.Of(report, texts), texts);
        MarkdownClosing.Write(page, report, texts);
        return page.ToString();
    }

    private static void Top(MarkdownPage page, ReportDocument report, ReportTexts texts)
    {
        page.Raw(ReportFrontMatter.Render(report));
        page.Heading(1, MarkdownText.Line(report.Title));
        page.Lines(ReportFacts.Of(report, texts).Select(fact => $"- {texts[fact.Label]}: {(fact.IsCode ? MarkdownText.Code(fact.Value, inTable: false) : MarkdownText.Line(fact.Value))}"));
        var warnings = ReportFacts.Warnings(report, texts);
        if (warnings.Count > 0)
        {
            page.Lines(warnings.SelectMany((warning, index) => index == 0 ? [$"> {warning}"] : new[] { ">", $"> {warning}" }));
        }

        if (report.TaskType == TaskType.ImplementationPlanning)
        {
            page.Heading(2, texts["heading.approval"]);
            page.Raw(texts["approval.note"]);
            page.Raw("- [ ] Approved");
        }
    }
}
