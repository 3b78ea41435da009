using System.Globalization;
using Okstra.Core.Convergence;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>What a reader sees first: title, warnings, verdict, how the findings fell, the facts of the run.</summary>
internal static class HtmlMasthead
{
    public static void Write(HtmlPage page, ReportDocument report, ReportTexts texts)
    {
        page.Raw("<header class=\"masthead\">");
        page.Raw($"<div class=\"topline\"><span class=\"crumb\">{HtmlText.Escape(report.TaskKey)} · {report.TaskType.Token()} · {HtmlText.Escape(report.Seq)}</span><span class=\"actions\">{Actions(texts)}</span></div>");
        page.Raw($"<h1>{HtmlText.Prose(report.Title)}</h1>");
        page.Raw($"<p class=\"byline\">{HtmlText.Escape(texts["meta.author"])}: {HtmlText.Escape(report.Author)} · {HtmlText.Escape(report.GeneratedAt)} · {HtmlText.Escape(texts[report.Mode == ReportMode.Deterministic ? "mode.deterministic" : "mode.agents"])}</p>");
        foreach (var warning in ReportFacts.Warnings(report, texts))
        {
            page.Raw($"<p class=\"notice\" role=\"note\">{HtmlText.Escape(warning)}</p>");
        }

        Verdict(page, report, texts);
        if (report.TaskType == TaskType.ImplementationPlanning)
        {
            page.Raw($"<section class=\"approve\" aria-labelledby=\"approval\"><h2 id=\"approval\">{HtmlText.Escape(texts["heading.approval"])}</h2><p>{HtmlText.Prose(texts["approval.note"])}</p><p><code>- [ ] Approved</code></p></section>");
        }

        page.Raw($"<details class=\"fold\"><summary>{HtmlText.Escape(texts["page.facts"])}</summary><dl class=\"facts\">{string.Concat(ReportFacts.Of(report, texts).Select(fact =>
            $"<div><dt>{HtmlText.Escape(texts[fact.Label])}</dt><dd>{(fact.IsCode ? HtmlText.Code(fact.Value) : HtmlText.Escape(fact.Value))}</dd></div>"))}</dl></details>");
        page.Raw("</header>");
    }

    private static string Actions(ReportTexts texts) =>
        $"<button type=\"button\" id=\"expand\" data-expand=\"{HtmlText.Escape(texts["page.expand"])}\" data-collapse=\"{HtmlText.Escape(texts["page.collapse"])}\">{HtmlText.Escape(texts["page.expand"])}</button>"
        + $"<button type=\"button\" id=\"theme\" data-label=\"{HtmlText.Escape(texts["page.theme"])}\" data-auto=\"{HtmlText.Escape(texts["page.theme.auto"])}\" data-light=\"{HtmlText.Escape(texts["page.theme.light"])}\" data-dark=\"{HtmlText.Escape(texts["page.theme.dark"])}\">{HtmlText.Escape(texts["page.theme"])}</button>";

    private static void Verdict(HtmlPage page, ReportDocument report, ReportTexts texts)
    {
        var verdict = report.FinalVerdict;
        page.Raw($"<section class=\"verdict\" aria-labelledby=\"glance\"><h2 id=\"glance\">{HtmlText.Escape(texts["page.glance"])}</h2>");
        page.Raw($"<p class=\"lead\">{HtmlText.Prose(verdict.Conclusion)}</p>");
        page.Raw($"<p class=\"split\"><span class=\"token\">{HtmlText.Escape(verdict.Direction)}</span><span class=\"muted small\">→ {HtmlText.Code(report.Routing)}</span></p>");
        page.Raw(Bar(report, texts));
        page.Raw($"<ul class=\"counts\">{string.Concat(Enum.GetValues<FindingClass>().Select(value =>
            $"<li>{HtmlBadges.Count(value, report.FinalClassificationCounts.GetValueOrDefault(Tokens.Of(value)), texts)}</li>"))}</ul></section>");
    }

    // Widths are attributes of the drawing: the page's policy allows no inline style.
    private static string Bar(ReportDocument report, ReportTexts texts)
    {
        var total = report.FinalClassificationCounts.Values.Sum();
        if (total == 0)
        {
            return "";
        }

        var left = 0.0;
        var rects = new List<string>();
        foreach (var value in Enum.GetValues<FindingClass>())
        {
            var width = 100.0 * report.FinalClassificationCounts.GetValueOrDefault(Tokens.Of(value)) / total;
            if (width > 0)
            {
                rects.Add(string.Create(CultureInfo.InvariantCulture, $"<rect class=\"fill-{Tokens.Of(value)}\" x=\"{left:0.##}\" y=\"0\" width=\"{width:0.##}\" height=\"4\"/>"));
            }

            left += width;
        }

        return $"<svg class=\"bar\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{HtmlText.Escape(texts["label.counts"])}\">{string.Concat(rects)}</svg>";
    }
}
