using Okstra.Core.Stages;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;
using Okstra.Engine.Preparation;
using Okstra.State.Layout;
using Okstra.Testing;

namespace Okstra.Engine.Tests.Phases;

public sealed class ImplementationPreparationTests
{
    [Fact]
    [Trait("Req", "R-LAY-30")]
    [Trait("Req", "R-PHS-051")]
    [Trait("Req", "R-CLI-031")]
    public async Task One_run_takes_up_one_stage_in_a_directory_and_worktree_of_its_own()
    {
        using var rig = await PhaseRig.PlannedAsync();

        var bundle = (await rig.ImplementAsync()).Bundle;

        Assert.Equal(Path.Combine(rig.Task.RunsDirectory, "implementation", "stage-1"), bundle.Layout.Root);
        Assert.Equal((1, "001"), (bundle.Manifest.Stage, bundle.Manifest.Seq));
        Assert.EndsWith("/t-1-stage-1", bundle.Manifest.Worktree.Path, StringComparison.Ordinal);
        Assert.Equal("feat-t-1-stage-1", bundle.Manifest.Worktree.Branch);
        Assert.True(File.Exists(Path.Combine(bundle.Layout.Root, "manifests", "run-manifest-implementation-001.json")));
        Assert.Contains("\"stage\":1", File.ReadAllLines(rig.Services.Home.RecentFile)[^1], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-LAY-30")]
    public async Task Every_stage_counts_its_runs_for_itself()
    {
        using var rig = await PhaseRig.PlannedAsync(PhaseRig.Wide);

        var first = (await rig.ImplementAsync("1")).Bundle;
        var again = (await rig.ImplementAsync("1")).Bundle;
        var second = (await rig.ImplementAsync("2")).Bundle;

        Assert.Equal(("001", "002", "001"), (first.Manifest.Seq, again.Manifest.Seq, second.Manifest.Seq));
        Assert.Equal(first.Layout.Root, again.Layout.Root);
        Assert.Equal([1, 1, 2], rig.Task.RunManifests(TaskType.Implementation).Select(manifest => manifest.Stage).Order());
    }

    [Fact]
    [Trait("Req", "R-WT-47")]
    public async Task Auto_takes_the_earliest_stage_that_is_not_done_and_can_start()
    {
        using var rig = await PhaseRig.PlannedAsync();
        await rig.FinishAsync(1, ("cart.py", "x = 1\n"));

        Assert.Equal(2, (await rig.ImplementAsync("auto")).Bundle.Manifest.Stage);
    }

    [Fact]
    [Trait("Req", "R-CON-38")]
    [Trait("Req", "R-LAY-61")]
    [Trait("Req", "R-LAY-73")]
    public async Task Roster_is_the_executor_three_verifiers_and_the_report_writer()
    {
        using var rig = await PhaseRig.PlannedAsync();

        var bundle = (await rig.ImplementAsync(executor: "codex")).Bundle;

        Assert.Equal(
            [("executor", "Executor", "codex"), ("claude", "Claude verifier", "claude"), ("codex", "Codex verifier", "codex"), ("gemini", "Gemini verifier", "gemini"), ("report-writer", "Report writer worker", "claude")],
            bundle.Manifest.Roster.Select(entry => (entry.Worker, entry.Role, entry.Driver)));
        var profile = rig.Instruction(bundle, InstructionSetNames.AnalysisProfile);
        var codex = bundle.Manifest.Roster[0];
        Assert.Contains($"  - Role: `Executor`, provider `codex`\n  - Subagent: `codex-worker`\n  - Model: {codex.Model.Display}, launched as `gpt-5.5`\n", profile, StringComparison.Ordinal);
        Assert.Contains($"- Status: `created`\n- Path: `{bundle.Manifest.Worktree.Path}`\n- Branch: `feat-t-1-stage-1`\n- Base: `{bundle.Manifest.Worktree.BaseRef}`\n- Note: ", profile, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", profile, StringComparison.Ordinal);
        Assert.Contains($"- Status: `created`\n- Working tree path: `{bundle.Manifest.Worktree.Path}`\n- Branch: `feat-t-1-stage-1`\n- Base ref: `{bundle.Manifest.Worktree.BaseRef}`\n- Note: {bundle.Manifest.Worktree.Note}\n", rig.Instruction(bundle, InstructionSetNames.LeadPrompt), StringComparison.Ordinal);
        Assert.Equal((bundle.Manifest.Worktree.Path, bundle.Manifest.Worktree.Note), (Worktree(bundle.Layout.TeamState, "path"), Worktree(bundle.Layout.TeamState, "note")));
        Assert.Equal((bundle.Manifest.Worktree.Path, bundle.Manifest.Worktree.Note), (Worktree(bundle.Layout.RunManifest, "path"), Worktree(bundle.Layout.RunManifest, "note")));
        var context = rig.Json(bundle.Layout.RunContext);
        Assert.Equal(("codex-worker", codex.Model.Display, "gpt-5.5"), (context.GetProperty("EXECUTOR_WORKER_AGENT").GetString(), context.GetProperty("EXECUTOR_MODEL_DISPLAY").GetString(), context.GetProperty("EXECUTOR_MODEL_EXECUTION_VALUE").GetString()));

        string Worktree(string document, string member) => rig.Json(document).GetProperty("worktree").GetProperty(member).GetString()!;
    }

    [Fact]
    [Trait("Req", "R-CLI-020")]
    public async Task Executor_is_the_option_then_the_variable_then_claude()
    {
        using var usual = await PhaseRig.PlannedAsync();
        using var set = await PhaseRig.PlannedAsync(variables: new Dictionary<string, string>(StringComparer.Ordinal) { ["OKSTRA_DEFAULT_EXECUTOR"] = "gemini" });
        using var wrong = await PhaseRig.PlannedAsync(variables: new Dictionary<string, string>(StringComparer.Ordinal) { ["OKSTRA_DEFAULT_EXECUTOR"] = "cursor" });

        Assert.Equal("claude", (await usual.ImplementAsync()).Bundle.Inputs.Phase!.Executor);
        Assert.Equal("gemini", (await set.ImplementAsync()).Bundle.Inputs.Phase!.Executor);
        Assert.Equal("codex", (await set.ImplementAsync("1", executor: "codex")).Bundle.Inputs.Phase!.Executor);
        var refused = await wrong.RefusedAsync(PhaseRig.Implementation with { ApprovedPlan = wrong.Plan });
        Assert.Equal(("OKS0754", "OKSTRA_DEFAULT_EXECUTOR names 'cursor', which cannot execute a plan", "valid executors: claude, codex, gemini"), (refused.Code, refused.Message, refused.Hint));
    }

    [Fact]
    public async Task Missing_clis_do_not_stop_the_preparation_and_are_named()
    {
        using var rig = await PhaseRig.PlannedAsync();

        var prepared = await rig.PrepareAsync(PhaseRig.Implementation with { ApprovedPlan = rig.Plan }, AvailableWorkers.Of(vendor => $"{vendor.Facts.Command} is not on PATH", []));

        Assert.Equal(["claude", "codex", "executor", "gemini", "report-writer"], prepared.Bundle.Manifest.Unavailable.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("executor will not run: claude is not on PATH", prepared.Warnings);
    }

    [Fact]
    [Trait("Req", "R-WT-48")]
    [Trait("Req", "R-WT-49")]
    [Trait("Req", "R-WT-50")]
    [Trait("Req", "R-WRK-23")]
    [Trait("Req", "R-OPN-59")]
    public async Task Run_beside_others_of_its_task_has_a_label_no_team_and_a_name_of_its_own()
    {
        using var rig = await PhaseRig.PlannedAsync(PhaseRig.Wide);
        var alone = (await rig.ImplementAsync("1")).Bundle;
        await rig.ImplementAsync("3");

        var beside = (await rig.ImplementAsync("2")).Bundle;

        Assert.Equal([1, 3], beside.ConcurrentStages);
        var printed = BundleLabels.Render(beside, rig.Instruction(beside, InstructionSetNames.LeadPrompt));
        Assert.StartsWith($"okstra task root: {rig.Task.Root}\nokstra concurrent-run stages: 1,3\nokstra instruction-set: ", printed, StringComparison.Ordinal);
        Assert.Contains("## Concurrent-run: no-team background\n", printed, StringComparison.Ordinal);
        Assert.Contains("Do not call `TeamCreate`.", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("## Team Creation Gate", printed, StringComparison.Ordinal);
        var team = rig.Json(beside.Layout.TeamState);
        Assert.Equal(("okstra-shop-g-t-1-s2", "skipped", "concurrent-run"), (team.GetProperty("teamName").GetString(), team.GetProperty("teamCreate").GetProperty("status").GetString(), team.GetProperty("teamCreate").GetProperty("reason").GetString()));

        rig.Record(new ConsumerEvent.Done(1, alone.Manifest.Inputs.InspectedCommit!) { At = "2026-01-02T03:04:05Z" });
        Assert.Equal([3], (await rig.ImplementAsync("2")).Bundle.ConcurrentStages);

        var first = BundleLabels.Render(alone, rig.Instruction(alone, InstructionSetNames.LeadPrompt));
        Assert.DoesNotContain("concurrent-run stages:", first, StringComparison.Ordinal);
        Assert.Contains("`TeamCreate` with exactly the name `okstra-shop-g-t-1-s1`", first, StringComparison.Ordinal);
        Assert.Equal("open", rig.Json(alone.Layout.TeamState).GetProperty("teamCreate").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Canonical_arguments_name_what_was_chosen()
    {
        using var rig = await PhaseRig.PlannedAsync();

        var bundle = (await rig.PrepareAsync(PhaseRig.Implementation with { ApprovedPlan = Path.GetRelativePath(rig.Project, rig.Plan), QaWaivers = ["t-1-stage-1:no database: see DEV-9436"] })).Bundle;

        Assert.Contains($"--approved-plan {rig.Plan} --stage 1 --executor claude --qa-waiver t-1-stage-1:no database: see DEV-9436", string.Join(' ', bundle.Inputs.CanonicalArgv), StringComparison.Ordinal);
        Assert.Equal([new Core.Phases.QaWaiver("t-1-stage-1", "no database: see DEV-9436")], bundle.Inputs.Phase!.QaWaivers);
    }

    [Fact]
    public async Task Stage_under_way_is_taken_up_again_in_its_worktree()
    {
        using var rig = await PhaseRig.PlannedAsync();
        var first = (await rig.ImplementAsync("1")).Bundle;
        new TestRepository(first.Manifest.Worktree.Path).Commit("feat: half", ("half.py", "x = 1\n"));

        var again = await rig.ImplementAsync("1");

        Assert.Equal(first.Manifest.Worktree.Path, again.Bundle.Manifest.Worktree.Path);
        Assert.Equal("reused", again.Bundle.Manifest.Worktree.Status);
        Assert.NotEqual(again.Bundle.Manifest.Inputs.BaseCommit, again.Bundle.Manifest.Inputs.InspectedCommit);
        Assert.Single(rig.Consumers.Read().OfType<ConsumerEvent.Started>());
        Assert.Contains(again.Warnings, warning => warning.Contains("stage 1 was under way already", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stale_records_that_only_the_user_can_settle_stop_the_preparation_with_the_command_to_run()
    {
        using var rig = await PhaseRig.PlannedAsync();
        var done = await rig.FinishAsync(1, ("cart.py", "x = 1\n"));
        var worktree = new TestRepository(done.Manifest.Worktree.Path);
        worktree.Git("reset", "--quiet", "--hard", "HEAD~1");
        worktree.Commit("feat: something else", ("other.py", "y = 2\n"));

        var refused = await rig.RefusedAsync(PhaseRig.Implementation with { ApprovedPlan = rig.Plan, Stage = "2" });

        Assert.Contains("Recorded stage SHAs no longer match the git history", refused.Message, StringComparison.Ordinal);
        Assert.Contains("okstra git-reconcile --plan-run-root", $"{refused.Message}{refused.Hint}", StringComparison.Ordinal);
        Assert.Contains("--check --json", $"{refused.Message}{refused.Hint}", StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(rig.Task.RunsDirectory, "implementation", "stage-2", "manifests")));
        Assert.Null(await rig.Registry.LookupAsync(WorktreeKey.Of(PhaseRig.Key, 2, null), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Killed_preparation_is_completed_in_the_directory_of_its_stage()
    {
        using var rig = await PhaseRig.PlannedAsync();
        var bundle = (await rig.ImplementAsync()).Bundle;
        File.Delete(bundle.Layout.RunManifest);

        var completed = (await new RunPreparation(rig.Services).CompleteAsync(Assert.Single(State.Runs.UnfinishedPreparations.Of(StateLayout.Resolve(rig.Project))).Path, TestContext.Current.CancellationToken)).Bundle;

        Assert.Equal(bundle.Layout.RunManifest, completed.Layout.RunManifest);
        Assert.True(File.Exists(bundle.Layout.RunManifest));
    }
}
