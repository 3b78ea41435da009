using System.Security.Cryptography;
using System.Text;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Reports;

public sealed class HtmlReportTests
{
    [Fact]
    public void Policy_names_the_hashes_of_the_style_and_the_script_it_carries()
    {
        var html = Render();

        Assert.Contains($"style-src '{Hash(Between(html, "<style>", "</style>"))}'", html, StringComparison.Ordinal);
        Assert.Contains($"script-src '{Hash(Between(html, "<script>", "</script>"))}'", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", html, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" onclick=", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_shows_every_finding_vote_quote_and_place()
    {
        var report = ReportComposer.Compose(SampleRun.Inputs(TaskType.ErrorAnalysis, ReportLanguage.English));
        var html = HtmlReport.Render(report);

        Assert.All(report.Findings, finding => Assert.Contains($"<article class=\"card\" id=\"{finding.Id}\"", html, StringComparison.Ordinal));
        Assert.All(report.Findings.SelectMany(finding => finding.Votes), vote => Assert.Contains(HtmlText.Escape(vote.Reason), html, StringComparison.Ordinal));
        Assert.All(report.Findings.SelectMany(finding => finding.Evidence), evidence => Assert.Contains(HtmlText.Escape(FindingPlaces.Of(evidence)), html, StringComparison.Ordinal));
        Assert.Contains(">Contested <", html, StringComparison.Ordinal);
        Assert.Contains("begin-implementation", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_of_the_table_of_contents_lead_to_headings_of_the_page()
    {
        var html = HtmlReport.Render(ReportComposer.Compose(SampleRun.Inputs(TaskType.ImplementationPlanning, ReportLanguage.Korean)));

        var targets = Between(html, "<nav", "</nav>").Split("href=\"#").Skip(1).Select(link => link[..link.IndexOf('"', StringComparison.Ordinal)]).ToList();
        Assert.InRange(targets.Count, 20, 60);
        Assert.All(targets, target => Assert.Contains($" id=\"{target}\"", html, StringComparison.Ordinal));
        Assert.Equal(targets.Count, targets.Distinct(StringComparer.Ordinal).Count());
    }

    private static string Render() => HtmlReport.Render(ReportComposer.Compose(SampleRun.Inputs(TaskType.ErrorAnalysis, ReportLanguage.English)));

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
