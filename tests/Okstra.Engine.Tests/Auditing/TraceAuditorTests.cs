using Okstra.Core.Findings;
using Okstra.Engine.Auditing;
using Okstra.Engine.Demo;

namespace Okstra.Engine.Tests.Auditing;

public sealed class TraceAuditorTests
{
    private readonly TraceAuditor _auditor = new();

    [Fact]
    public async Task The_first_finding_points_at_the_planted_line()
    {
        using var demo = await DemoAudit.CreateAsync();

        var answer = await AnalyseAsync(demo.Context);

        var place = Assert.IsType<Citation.File>(answer.Findings[0].Evidence[0]);
        Assert.Equal((DemoContent.PlantedPath, DemoContent.PlantedLine), (place.Path, place.StartLine));
        Assert.Contains(DemoContent.PlantedText, place.Quote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_citation_holds_and_confidence_falls_with_the_rank()
    {
        using var demo = await DemoAudit.CreateAsync();

        var answer = await AnalyseAsync(demo.Context);

        foreach (var citation in answer.Findings.SelectMany(finding => finding.Evidence))
        {
            Assert.Equal(CitationVerdict.Holds, (await demo.CheckAsync(citation)).Check);
        }

        Assert.Equal(answer.Findings.OrderByDescending(finding => finding.Confidence).Select(finding => finding.Id), answer.Findings.Select(finding => finding.Id));
        Assert.All(answer.Findings, finding => Assert.Equal("demo-1", finding.TicketId));
    }

    [Fact]
    public async Task A_report_without_a_trace_is_asked_for_one()
    {
        using var demo = await DemoAudit.CreateAsync();

        var answer = await AnalyseAsync(demo.Context with { BriefText = "# `tax_by_rate` forgets a rate\n\nThe receipt lacks it.\n" });

        Assert.Contains(answer.Questions, question => question.Kind == "material" && question.Text.Contains("stack trace", StringComparison.Ordinal));
        Assert.Equal("tillroll/tax.py", Assert.IsType<Citation.File>(answer.Findings[0].Evidence[0]).Path);
    }

    [Fact]
    public async Task A_report_about_nothing_here_gives_no_finding_but_says_so()
    {
        using var demo = await DemoAudit.CreateAsync();

        var answer = await AnalyseAsync(demo.Context with { BriefText = "qqq zzz\n" });

        Assert.Empty(answer.Findings);
        Assert.NotEmpty(answer.Summary);
        Assert.NotEmpty(answer.KeyFinding);
        Assert.NotEmpty(answer.Questions);
    }

    [Fact]
    public async Task A_claim_about_the_reported_lines_is_agreed_to_with_evidence_that_holds()
    {
        using var demo = await DemoAudit.CreateAsync();
        var claim = await demo.ClusterAsync("F-001", Cite(DemoContent.PlantedPath, DemoContent.PlantedLine, DemoContent.PlantedText));

        var vote = Assert.Single((await _auditor.ReverifyAsync(demo.Context, [claim], TestContext.Current.CancellationToken)).Votes);

        Assert.Equal(Vote.Agree, vote.Vote);
        Assert.Equal(CitationVerdict.Holds, (await demo.CheckAsync(Assert.Single(vote.Citations))).Check);
    }

    [Fact]
    public async Task A_claim_about_other_lines_is_not_rubber_stamped()
    {
        using var demo = await DemoAudit.CreateAsync();
        var claim = await demo.ClusterAsync("F-001", Cite("pyproject.toml", 3, "version = \"0.4.0\""));

        var vote = Assert.Single((await _auditor.ReverifyAsync(demo.Context with { BriefText = "# bulk_discount crashes\n" }, [claim], TestContext.Current.CancellationToken)).Votes);

        Assert.Equal(Vote.Unverifiable, vote.Vote);
    }

    [Theory]
    [InlineData(DemoContent.PlantedPath, "average = order.subtotal() / 0")]
    [InlineData("tillroll/absent.py", "def absent(order):")]
    public async Task An_invented_citation_is_contradicted_with_what_stands_there(string path, string quote)
    {
        using var demo = await DemoAudit.CreateAsync();
        var claim = await demo.ClusterAsync("F-001", Cite(path, 2, quote));

        var vote = Assert.Single((await _auditor.ReverifyAsync(demo.Context, [claim], TestContext.Current.CancellationToken)).Votes);

        Assert.Equal(Vote.Disagree, vote.Vote);
        Assert.Equal(CitationVerdict.Holds, (await demo.CheckAsync(Assert.Single(vote.Citations))).Check);
    }

    private async Task<WorkerAnswer> AnalyseAsync(AuditContext context) =>
        Assert.IsType<AuditOutcome.Answered>(await _auditor.AnalyseAsync(context, TestContext.Current.CancellationToken)).Answer;

    private static Citation.File Cite(string path, int line, string quote) => new() { Path = path, StartLine = line, EndLine = line, Quote = quote };
}
