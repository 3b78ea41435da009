using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>Section 3 on the page: the analysis in words, and every citation as one table that folds away.</summary>
internal static class HtmlEvidence
{
    public static void Write(HtmlPage page, ReportDocument report, ReportTexts texts)
    {
        page.Heading(2, "evidence", texts["heading.3"]);
        page.Heading(3, "analysis", texts["heading.3.2"]);
        foreach (var paragraph in report.DetailedAnalysis)
        {
            page.Raw($"<p>{HtmlText.Prose(paragraph)}</p>");
        }

        page.Raw($"<p class=\"muted\">{HtmlText.Escape(report.Findings.Count == 0 ? texts["empty.3.2"].TrimStart('-', ' ') : texts["page.analysis"])}</p>");
        page.Heading(3, "citations", texts["heading.3.1"]);
        var citations = report.Findings.SelectMany(finding => finding.Evidence.Select(evidence => new[]
        {
            HtmlText.Link(finding.Id),
            HtmlText.Escape(evidence.Kind),
            HtmlText.Code(FindingPlaces.Of(evidence)),
            HtmlText.CodeLines(evidence.Quote),
            HtmlText.Escape(string.IsNullOrEmpty(evidence.Note) ? Tokens.Of(evidence.Check) : $"{Tokens.Of(evidence.Check)} ({evidence.Note})"),
            HtmlText.Escape(evidence.Worker),
        })).ToList();
        page.Raw(citations.Count == 0 ? "" : $"<details class=\"fold\"><summary>{HtmlText.Escape(texts.Format("page.evidence", citations.Count))}</summary>");
        page.TableOr(texts["empty.3.1"], texts["heading.3.1"], ReportColumns.Of("heading.3.1", texts), citations);
        page.Raw(citations.Count == 0 ? "" : "</details>");
    }
}
