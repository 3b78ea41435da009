using System.Globalization;
using Okstra.Core.Convergence;
using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>The final report as one self-contained page, rendered from the document, never from the Markdown.</summary>
public static class HtmlReport
{
    // More than a few screens of open findings hide what comes after them.
    private const int OpenFindings = 10;

    // What a window or a list of bookmarks shows.
    private const int LongestTitle = 70;

    public static string Render(ReportDocument report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var texts = ReportTexts.In(report.Language);
        var page = new HtmlPage();
        HtmlMasthead.Write(page, report, texts);
        var masthead = page.TakeBody();
        Findings(page, report, texts);
        HtmlCrossVerification.Write(page, report, texts);
        HtmlSections.Write(page, report, texts);
        var main = page.TakeBody();
        var body = $"""
            <a class="skip" href="#content">{HtmlText.Escape(texts["page.skip"])}</a>
            <div class="shell">
            {masthead}<nav class="toc" aria-label="{HtmlText.Escape(texts["page.contents"])}"><details open><summary>{HtmlText.Escape(texts["page.contents"])}</summary>{Contents(page.Headings)}</details></nav>
            <main id="content">
            {main}</main>
            <footer>{HtmlText.Escape(texts.Format("page.footer", report.GeneratedAt))}</footer>
            </div>
            """;
        return HtmlPage.Document(report.Language.Token(), SafeText.OneLine(report.Title, LongestTitle), body);
    }

    private static void Findings(HtmlPage page, ReportDocument report, ReportTexts texts)
    {
        page.Heading(2, "findings", texts["page.findings"]);
        if (report.Findings.Count == 0)
        {
            page.Raw($"<p class=\"empty\">{HtmlText.Escape(texts["empty.3.2"].TrimStart('-', ' '))}</p>");
            return;
        }

        var classes = report.Findings.Select(finding => finding.Classification).Distinct().Order().ToList();
        page.Raw($"<div class=\"filters\" role=\"group\" aria-label=\"{HtmlText.Escape(texts["page.filter"])}\">{Filter("all", texts["page.all"], report.Findings.Count, pressed: true)}{string.Concat(
            classes.Select(value => Filter(Tokens.Of(value), texts[$"class.{Tokens.Of(value)}"], report.Findings.Count(finding => finding.Classification == value), pressed: false)))}</div>");
        foreach (var (index, finding) in report.Findings.Index())
        {
            HtmlFinding.Write(page, finding, texts, open: index < OpenFindings, evidence: index == 0);
        }
    }

    private static string Filter(string token, string label, int count, bool pressed) => string.Create(CultureInfo.InvariantCulture,
        $"<button type=\"button\" data-class=\"{token}\" aria-pressed=\"{(pressed ? "true" : "false")}\">{HtmlText.Escape(label)} {count}</button>");

    private static string Contents(IReadOnlyList<(int Level, string Id, string Text)> headings)
    {
        var html = new System.Text.StringBuilder("<ol>");
        var index = 0;
        while (index < headings.Count)
        {
            html.Append(Link(headings[index++]));
            var children = headings.Skip(index).TakeWhile(heading => heading.Level > 2).ToList();
            if (children.Count > 0)
            {
                html.Append("<ol>").AppendJoin("", children.Select(child => Link(child) + "</li>")).Append("</ol>");
                index += children.Count;
            }

            html.Append("</li>");
        }

        return html.Append("</ol>").ToString();
    }

    private static string Link((int Level, string Id, string Text) heading) => $"<li><a href=\"#{heading.Id}\">{HtmlText.Escape(heading.Text)}</a>";
}
