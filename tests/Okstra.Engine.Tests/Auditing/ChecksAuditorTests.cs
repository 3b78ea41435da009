using Okstra.Core.Findings;
using Okstra.Core.Projects;
using Okstra.Engine.Auditing;
using Okstra.Engine.Demo;
using Okstra.Processes;

namespace Okstra.Engine.Tests.Auditing;

public sealed class ChecksAuditorTests
{
    private static readonly QaCommand Confirmed = new("test", "python3 -m unittest", QaCommandState.Confirmed);

    private static readonly string Failing = $"  File \"tests/test_discounts.py\", line 10, in test\n    x\n  File \"{DemoContent.PlantedPath}\", line {DemoContent.PlantedLine}, in bulk_discount\n    {DemoContent.PlantedText}\nZeroDivisionError: division by zero\nFAILED (errors=1)\n";

    private readonly ChecksAuditor _auditor = new();

    [Fact]
    public async Task Proposed_commands_are_never_run()
    {
        using var demo = await DemoAudit.CreateAsync();
        var runner = new ScriptedChecks(0, "");

        var outcome = await _auditor.AnalyseAsync(demo.With(runner, Confirmed with { State = QaCommandState.Proposed }), TestContext.Current.CancellationToken);

        Assert.Equal("no-qa-commands", Assert.IsType<AuditOutcome.NotRun>(outcome).Reason);
        Assert.Empty(runner.Started);
    }

    [Fact]
    public async Task A_failure_becomes_a_finding_at_its_place_with_a_recorded_command()
    {
        using var demo = await DemoAudit.CreateAsync();

        var answer = await AnalyseAsync(demo.With(new ScriptedChecks(1, Failing), Confirmed));

        var finding = Assert.Single(answer.Findings);
        Assert.Equal(DemoContent.PlantedLine, finding.Evidence.OfType<Citation.File>().Single().StartLine);
        Assert.Single(demo.Recorded);
        foreach (var citation in finding.Evidence)
        {
            Assert.Equal(CitationVerdict.Holds, (await demo.CheckAsync(citation)).Check);
        }
    }

    [Fact]
    public async Task Passing_checks_give_no_finding_but_a_summary()
    {
        using var demo = await DemoAudit.CreateAsync();

        var answer = await AnalyseAsync(demo.With(new ScriptedChecks(0, "OK\n"), Confirmed));

        Assert.Empty(answer.Findings);
        Assert.Contains("passes", answer.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_program_is_a_question_and_no_finding()
    {
        using var demo = await DemoAudit.CreateAsync();

        var answer = await AnalyseAsync(demo.With(new ScriptedChecks(127, "sh: mocha: not found\n"), Confirmed));

        Assert.Empty(answer.Findings);
        Assert.Single(answer.Questions);
    }

    [Fact]
    public async Task A_command_that_was_ended_is_no_finding()
    {
        using var demo = await DemoAudit.CreateAsync();

        var answer = await AnalyseAsync(demo.With(new ScriptedChecks(143, Failing, ProcessEnding.TimedOut), Confirmed));

        Assert.Empty(answer.Findings);
        Assert.Contains("timed-out", answer.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checks_run_in_the_throw_away_worktree_without_secrets()
    {
        using var demo = await DemoAudit.CreateAsync();
        var runner = new ScriptedChecks(0, "");
        var context = demo.With(runner, Confirmed);
        var host = context.Host with { Variables = new Dictionary<string, string>(context.Host.Variables) { ["GITHUB_TOKEN"] = "secret", ["GIT_DIR"] = "/elsewhere" } };

        await AnalyseAsync(context with { Host = host, CreateCheckWorktree = _ => Task.FromResult("/throw/away") });

        var spec = Assert.Single(runner.Started);
        Assert.Equal("/throw/away", spec.WorkingDirectory);
        Assert.DoesNotContain("GITHUB_TOKEN", spec.Environment.Keys);
        Assert.DoesNotContain("GIT_DIR", spec.Environment.Keys);
    }

    [Fact]
    public async Task Reverification_judges_by_the_runs_already_made()
    {
        using var demo = await DemoAudit.CreateAsync();
        var runner = new ScriptedChecks(1, Failing);
        var context = demo.With(runner, Confirmed);
        await AnalyseAsync(context);
        var claim = await demo.ClusterAsync("F-001", new Citation.File { Path = DemoContent.PlantedPath, StartLine = DemoContent.PlantedLine, EndLine = DemoContent.PlantedLine, Quote = DemoContent.PlantedText });
        var wrong = await demo.ClusterAsync("F-002", new Citation.Command { Argv = ["python3", "-m", "unittest"], ExitCode = 0, Quote = "" });
        var other = await demo.ClusterAsync("F-003", new Citation.File { Path = "tillroll/tax.py", StartLine = 1, EndLine = 1, Quote = "def tax_of(order):" });

        var votes = (await _auditor.ReverifyAsync(context, [claim, wrong, other], TestContext.Current.CancellationToken)).Votes;

        Assert.Equal([Vote.Agree, Vote.Disagree, Vote.Unverifiable], votes.Select(vote => vote.Vote));
        Assert.Single(runner.Started);
    }

    private async Task<WorkerAnswer> AnalyseAsync(AuditContext context) =>
        Assert.IsType<AuditOutcome.Answered>(await _auditor.AnalyseAsync(context, TestContext.Current.CancellationToken)).Answer;
}
