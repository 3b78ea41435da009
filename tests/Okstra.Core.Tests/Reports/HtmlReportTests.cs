using System.Security.Cryptography;
using System.Text;
using Okstra.Core.Convergence;
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
    public void Vote_matrix_has_a_row_for_each_finding_and_in_each_workers_cell_what_it_said_in_each_round()
    {
        var report = ReportComposer.Compose(SampleRun.Inputs(TaskType.ErrorAnalysis, ReportLanguage.English));
        var html = HtmlReport.Render(report);
        var start = html.IndexOf("id=\"votes\"", StringComparison.Ordinal);
        var rows = html[start..html.IndexOf("id=\"rounds\"", StringComparison.Ordinal)].Split("<tr>");
        string[] workers = ["claude", "codex", "gemini"];

        Assert.Equal(workers, workers.Where(worker => rows[1].Contains($"{worker} (", StringComparison.Ordinal)));
        foreach (var finding in report.Findings)
        {
            var cells = Assert.Single(rows, row => row.Contains($"href=\"#{finding.Id}\"", StringComparison.Ordinal)).Split("<td")[^3..];
            foreach (var (worker, cell) in workers.Zip(cells))
            {
                var said = finding.Votes.Where(vote => vote.Worker == worker).ToList();
                Assert.Equal(finding.Authors.Contains(worker) ? 1 : 0, Occurrences(cell, "v-author"));
                Assert.Equal(said.Count + Occurrences(cell, "v-author"), Occurrences(cell, "class=\"r\""));
                Assert.All(said, vote => Assert.Matches($"R{vote.Round}</span>.*> {vote.Counted.Token()}</span>", cell));
                Assert.All(said.Where(vote => vote.Vote != vote.Counted), vote => Assert.Contains($"({vote.Vote.Token()})", cell, StringComparison.Ordinal));
            }
        }

        Assert.Contains(report.Findings, finding => finding.Votes.Any(vote => vote.Vote != vote.Counted));
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

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;
}
