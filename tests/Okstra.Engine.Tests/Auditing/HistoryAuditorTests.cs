using Okstra.Core.Findings;
using Okstra.Engine.Auditing;
using Okstra.Engine.Demo;
using Okstra.Testing;

namespace Okstra.Engine.Tests.Auditing;

public sealed class HistoryAuditorTests
{
    private readonly HistoryAuditor _auditor = new();

    [Fact]
    public async Task The_commit_that_last_changed_the_planted_line_is_cited_and_holds()
    {
        using var demo = await DemoAudit.CreateAsync();

        var answer = Assert.IsType<AuditOutcome.Answered>(await _auditor.AnalyseAsync(demo.Context, TestContext.Current.CancellationToken)).Answer;

        var finding = answer.Findings.First(finding => finding.Evidence.OfType<Citation.File>().Any(citation => citation.Path == DemoContent.PlantedPath));
        Assert.Contains(finding.Evidence.OfType<Citation.Commit>(), commit => commit.Quote == "No bulk discount for cheap items");
        foreach (var citation in answer.Findings.SelectMany(found => found.Evidence))
        {
            Assert.Equal(CitationVerdict.Holds, (await demo.CheckAsync(citation)).Check);
        }
    }

    [Fact]
    public async Task It_words_a_place_as_the_trace_lens_does()
    {
        using var demo = await DemoAudit.CreateAsync();

        var history = Assert.IsType<AuditOutcome.Answered>(await _auditor.AnalyseAsync(demo.Context, TestContext.Current.CancellationToken)).Answer;
        var trace = Assert.IsType<AuditOutcome.Answered>(await new TraceAuditor().AnalyseAsync(demo.Context, TestContext.Current.CancellationToken)).Answer;

        Assert.Contains(trace.Findings[0].Title, history.Findings.Select(finding => finding.Title));
    }

    [Fact]
    public async Task Outside_git_it_does_not_run()
    {
        using var demo = await DemoAudit.CreateAsync();

        var outcome = await _auditor.AnalyseAsync(demo.Context with { GitFolder = null, Tree = new MemorySourceTree(("a.py", "x = 1\n")) }, TestContext.Current.CancellationToken);

        Assert.Equal("not-a-git-repository", Assert.IsType<AuditOutcome.NotRun>(outcome).Reason);
    }

    [Fact]
    public async Task Lines_that_nobody_changed_since_the_first_commit_are_unverifiable()
    {
        using var demo = await DemoAudit.CreateAsync();
        var claim = await demo.ClusterAsync("F-001", new Citation.File { Path = "tillroll/tax.py", StartLine = 1, EndLine = 2, Quote = "def tax_of(order):" });

        var vote = Assert.Single((await _auditor.ReverifyAsync(demo.Context, [claim], TestContext.Current.CancellationToken)).Votes);

        Assert.Equal(Vote.Unverifiable, vote.Vote);
    }

    [Fact]
    public async Task A_claim_about_recently_changed_lines_is_agreed_to_with_line_and_commit()
    {
        using var demo = await DemoAudit.CreateAsync();
        var claim = await demo.ClusterAsync("F-001", new Citation.File { Path = DemoContent.PlantedPath, StartLine = DemoContent.PlantedLine, EndLine = DemoContent.PlantedLine, Quote = DemoContent.PlantedText });

        var vote = Assert.Single((await _auditor.ReverifyAsync(demo.Context, [claim], TestContext.Current.CancellationToken)).Votes);

        Assert.Equal(Vote.Agree, vote.Vote);
        Assert.Contains(vote.Citations, citation => citation is Citation.File file && file.Path == DemoContent.PlantedPath && Math.Abs(file.StartLine - DemoContent.PlantedLine) <= 3);
        Assert.Contains(vote.Citations, citation => citation is Citation.Commit);
    }
}
