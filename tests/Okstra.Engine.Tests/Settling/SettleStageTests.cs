using Okstra.Core.Convergence;
using Okstra.Core.Projects;
using Okstra.Engine.Settling;

namespace Okstra.Engine.Tests.Settling;

/// <summary>Contested findings are settled by real commands in real throw-away worktrees.</summary>
public sealed class SettleStageTests
{
    private const string Fails = "echo 'E  assert 3 == 5'; exit 1";

    [Theory]
    [InlineData("echo 'E  assert 3 == 5'; exit 1", 1, "assert 3 == 5", SettlementOutcome.Reproduced, 2)]
    [InlineData("echo 'E  assert 3 == 5' >&2; exit 1", 1, "", SettlementOutcome.Reproduced, 2)]
    [InlineData("echo '1 passed'; exit 0", 0, "1 passed", SettlementOutcome.Reproduced, 1)]
    [InlineData("echo '1 passed'; exit 0", 1, "", SettlementOutcome.NotReproduced, 1)]
    [InlineData("echo 'E  assert 3 == 5'; exit 1", 1, "assert 9 == 5", SettlementOutcome.Undecidable, 1)]
    [InlineData("if [ -e TEMP/ran ]; then exit 0; fi; touch TEMP/ran; exit 1", 1, "", SettlementOutcome.Undecidable, 2)]
    [InlineData("kill -9 $$", 137, "", SettlementOutcome.Undecidable, 1)]
    [InlineData("exit 127", 127, "", SettlementOutcome.Undecidable, 1)]
    public async Task Outcome_is_what_the_command_does(string script, int cited, string quote, SettlementOutcome expected, int starts)
    {
        using var rig = await SettleRig.CreateAsync(script);

        var finding = Assert.Single(await rig.SettleAsync(SettleRig.Generous, SettleRig.Cites(cited, quote, "pytest", "-q", "-k", "total")));

        Assert.Equal(expected, finding.Settlement!.Outcome);
        Assert.Equal(expected == SettlementOutcome.Reproduced ? FindingClass.WorkerUnique : FindingClass.Contested, finding.Classification);
        Assert.Equal(Enumerable.Repeat("-q -k total", starts), rig.Started);
        Assert.Equal(starts, finding.Settlement.Runs);
        Assert.Equal(["settle 1"], rig.Stages);
    }

    [Fact]
    public async Task Log_is_kept_in_the_run_folder()
    {
        using var rig = await SettleRig.CreateAsync(Fails);

        var settlement = (await rig.SettleAsync(SettleRig.Generous, SettleRig.Cites(1, "", "pytest", "-q")))[0].Settlement!;

        Assert.Contains("E  assert 3 == 5", settlement.LogTail, StringComparison.Ordinal);
        var log = await File.ReadAllTextAsync(Path.Combine(rig.Bundle.Layout.Root, settlement.LogPath!), TestContext.Current.CancellationToken);
        Assert.Equal(2, log.Split("E  assert 3 == 5").Length - 1);
        Assert.Contains("--- second run: exited 1 ---", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_program_is_undecidable()
    {
        using var rig = await SettleRig.CreateAsync(Fails, new QaCommand("test", "no-such-program-here --all", QaCommandState.Confirmed));

        var settlement = (await rig.SettleAsync(SettleRig.Generous, SettleRig.Cites(1, "", "no-such-program-here", "--all")))[0].Settlement!;

        Assert.Equal((SettlementOutcome.Undecidable, "not-started", null, 0), (settlement.Outcome, settlement.Ending, settlement.ExitCode, settlement.Runs));
        Assert.Null(settlement.LogPath);
    }

    [Fact]
    public async Task Command_that_hangs_is_ended_and_undecidable()
    {
        using var rig = await SettleRig.CreateAsync("echo started; exec sleep 600");

        var settlement = (await rig.SettleAsync(new SettleBudget(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(5)), SettleRig.Cites(1, "", "pytest", "-q")))[0].Settlement!;

        Assert.Equal((SettlementOutcome.Undecidable, "timed-out"), (settlement.Outcome, settlement.Ending));
    }

    [Fact]
    public async Task Command_the_time_budget_does_not_reach_is_undecidable_and_never_started()
    {
        using var rig = await SettleRig.CreateAsync(Fails);

        var settlement = (await rig.SettleAsync(new SettleBudget(TimeSpan.FromMinutes(1), TimeSpan.Zero), SettleRig.Cites(1, "", "pytest", "-q")))[0].Settlement!;

        Assert.Equal((SettlementOutcome.Undecidable, "no-time"), (settlement.Outcome, settlement.Ending));
        Assert.Empty(rig.Started);
    }

    [Fact]
    public async Task Proposed_command_is_never_run_and_leaves_no_document()
    {
        using var rig = await SettleRig.CreateAsync(Fails, new QaCommand("test", "pytest -q"));

        var finding = Assert.Single(await rig.SettleAsync(SettleRig.Generous, SettleRig.Cites(1, "", "pytest", "-q")));

        Assert.Null(finding.Settlement);
        Assert.Empty(rig.Started);
        Assert.Null(rig.Document());
        Assert.Empty(rig.Stages);
    }

    [Fact]
    public async Task Hostile_selector_is_never_run_and_said_to_be_refused()
    {
        using var rig = await SettleRig.CreateAsync(Fails);

        var finding = Assert.Single(await rig.SettleAsync(SettleRig.Generous, SettleRig.Cites(1, "", "pytest", "-q", "-p", "evil")));

        Assert.Equal((null, "selector refused: '-p' is no selector of pytest"), (finding.Settlement!.Outcome, finding.Settlement.Reason));
        Assert.Equal(FindingClass.Contested, finding.Classification);
        Assert.Empty(rig.Started);
    }

    [Fact]
    public async Task Positional_selector_must_be_in_the_frozen_tree_not_in_the_checkout()
    {
        using var rig = await SettleRig.CreateAsync(Fails);
        rig.Preparation.WriteInProject("shop/new.py", "later = 1\n");

        var findings = await rig.SettleAsync(SettleRig.Generous, SettleRig.Cites(1, "", "pytest", "-q", "shop/new.py"), SettleRig.Cites(1, "", "pytest", "-q", "shop/cart.py::test_total"));

        Assert.Equal((null, SettlementOutcome.Reproduced), (findings[0].Settlement!.Outcome, findings[1].Settlement!.Outcome));
    }

    [Fact]
    public async Task What_one_command_leaves_behind_is_not_seen_by_the_next_or_by_the_user()
    {
        using var rig = await SettleRig.CreateAsync("pwd >> TEMP/places; if [ -e litter ] || ! git diff --quiet; then exit 7; fi; echo x > litter; echo 'changed = 1' >> shop/cart.py; exit 1");
        var before = rig.Preparation.Repository!.Git("status", "--porcelain") + await File.ReadAllTextAsync(Path.Combine(rig.Preparation.Project, "shop/cart.py"), TestContext.Current.CancellationToken);

        var findings = await rig.SettleAsync(SettleRig.Generous, SettleRig.Cites(1, "", "pytest", "-q", "-k", "one"), SettleRig.Cites(1, "", "pytest", "-q", "-k", "two"));

        Assert.All(findings, finding => Assert.Equal(SettlementOutcome.Reproduced, finding.Settlement!.Outcome));
        Assert.Equal(4, rig.Started.Count);
        Assert.Equal(before, rig.Preparation.Repository.Git("status", "--porcelain") + await File.ReadAllTextAsync(Path.Combine(rig.Preparation.Project, "shop/cart.py"), TestContext.Current.CancellationToken));
        var places = await File.ReadAllLinesAsync(Path.Combine(Path.GetDirectoryName(rig.Calls)!, "places"), TestContext.Current.CancellationToken);
        Assert.All(places, place => Assert.False(place.StartsWith(rig.Preparation.Project, StringComparison.Ordinal) || Path.Exists(place), place));
        Assert.DoesNotContain("throw-away", rig.Preparation.Repository.Git("worktree", "list", "--porcelain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_findings_with_one_command_are_settled_by_one_run()
    {
        using var rig = await SettleRig.CreateAsync("echo '2 passed'; exit 0");

        var findings = await rig.SettleAsync(SettleRig.Generous, SettleRig.Cites(0, "2 passed", "pytest", "-q"), SettleRig.Cites(1, "", "pytest", "-q"));

        Assert.Equal([SettlementOutcome.Reproduced, SettlementOutcome.NotReproduced], findings.Select(finding => finding.Settlement!.Outcome!.Value));
        Assert.Equal(["-q"], rig.Started);
    }

    [Fact]
    public async Task Finished_settlement_runs_nothing_again_even_when_more_is_confirmed_meanwhile()
    {
        using var rig = await SettleRig.CreateAsync("exit 0");
        Core.Findings.Evidence[] cited = [SettleRig.Cites(1, "", "pytest", "-q"), SettleRig.Cites(0, "", "pytest", "--version")];
        var first = await rig.SettleAsync(SettleRig.Generous, cited);
        var document = rig.Document()!;

        rig.Confirm("pytest --version");
        var again = await rig.SettleAsync(SettleRig.Generous, cited);

        Assert.Equal(["-q"], rig.Started);
        Assert.True(document.Finished);
        Assert.Equal(rig.Bundle.Manifest.Inputs.InspectedCommit, document.Commit);
        Assert.Equal(first.Select(finding => finding.Reason), again.Select(finding => finding.Reason));
    }

    [Fact]
    public async Task Interrupted_settlement_goes_on_behind_its_last_result()
    {
        using var rig = await SettleRig.CreateAsync("exit 0");
        Core.Findings.Evidence[] cited = [SettleRig.Cites(1, "", "pytest", "-q", "-k", "one"), SettleRig.Cites(1, "", "pytest", "-q", "-k", "two")];
        await rig.SettleAsync(SettleRig.Generous, cited);
        var document = rig.Document()!;
        rig.Keep(document with { Finished = false, Commands = [document.Commands[0]] });

        var findings = await rig.SettleAsync(SettleRig.Generous, cited);

        Assert.Equal(["-q -k one", "-q -k two", "-q -k two"], rig.Started);
        Assert.All(findings, finding => Assert.Equal(SettlementOutcome.NotReproduced, finding.Settlement!.Outcome));
        Assert.Equal(document.Commands.Select(command => command.LogPath), rig.Document()!.Commands.Select(command => command.LogPath));
    }
}
