using Okstra.Core.Profiles;
using Okstra.Core.Runs;
using Okstra.Core.Stages;
using Okstra.Core.Tasks;
using Okstra.Engine.Preparation;
using Okstra.Testing;

namespace Okstra.Engine.Tests.Phases;

/// <summary>One task from discovery to hand-off, every phase prepared in turn.</summary>
public sealed class SixPhasesTests
{
    [Fact]
    [Trait("Req", "R-CON-36")]
    [Trait("Req", "R-CON-33")]
    [Trait("Req", "R-CON-23")]
    public async Task Every_phase_is_prepared_with_its_own_rules_and_boundary()
    {
        using var rig = await PhaseRig.PlannedAsync();
        var done = await rig.ImplementedAsync();
        var verified = await rig.VerifiedAsync(done);
        RunBundle[] bundles =
        [
            (await rig.PrepareAsync(new PrepareRequest { TaskType = "requirements-discovery" })).Bundle,
            (await rig.PrepareAsync(new PrepareRequest { TaskType = "error-analysis" })).Bundle,
            (await rig.PrepareAsync(new PrepareRequest { TaskType = "implementation-planning" })).Bundle,
            done.Two,
            verified,
            (await rig.PrepareAsync(PhaseRig.HandOff with { SourceReports = [verified.Layout.ReportMarkdown] })).Bundle,
        ];

        Assert.Equal(TaskTypes.All, bundles.Select(bundle => bundle.Type));
        foreach (var bundle in bundles)
        {
            var prompt = rig.Instruction(bundle, InstructionSetNames.LeadPrompt);
            var rules = PhaseRules.For(bundle.Type);
            Assert.Contains($"### Allowed in this phase\n\n{rules.AllowedLines()}\n\n### Forbidden in this phase\n\n{rules.ForbiddenLines()}\n", prompt, StringComparison.Ordinal);
            Assert.Contains($"- This run is a `{bundle.Type.Token()}` run and stays one. Producing anything that belongs to another phase violates the contract.", prompt, StringComparison.Ordinal);
            Assert.Contains(
                bundle.Type switch
                {
                    TaskType.Implementation => "- Write no source and commit nothing yourself: the `Executor` alone edits and commits",
                    TaskType.ReleaseHandoff => "- Edit no source and commit nothing.",
                    _ => "- Write no source, run no builds, migrations or deployments.",
                },
                prompt,
                StringComparison.Ordinal);
            Assert.DoesNotContain("{{", prompt, StringComparison.Ordinal);
            Assert.True(File.Exists(bundle.Layout.RunManifest));
        }
    }

    [Fact]
    [Trait("Req", "R-CON-34")]
    [Trait("Req", "R-CON-55")]
    public async Task Task_manifest_and_index_say_where_the_task_stands_after_every_phase()
    {
        using var rig = await PhaseRig.PlannedAsync();
        var lifecycle = new RunLifecycle(rig.Services);
        var done = await rig.ImplementedAsync();

        await lifecycle.EndAsync(done.Two, RunStatus.Completed, null, "final-verification", TestContext.Current.CancellationToken);
        var implemented = Manifest(rig);
        var verified = await rig.VerifiedAsync(done);
        await lifecycle.EndAsync(verified, RunStatus.Completed, null, "release-handoff", TestContext.Current.CancellationToken);
        var accepted = Manifest(rig);
        var handOff = (await rig.PrepareAsync(PhaseRig.HandOff with { SourceReports = [verified.Layout.ReportMarkdown] })).Bundle;
        var prepared = Manifest(rig);
        await lifecycle.EndAsync(handOff, RunStatus.Completed, null, "done", TestContext.Current.CancellationToken);
        var over = Manifest(rig);

        Assert.Equal(("implementation completed", WorkStatus.InProgress, "final-verification"), Standing(implemented));
        Assert.Equal(("final-verification completed", WorkStatus.InProgress, "release-handoff"), Standing(accepted));
        Assert.Equal(verified.Layout.ReportMarkdown, accepted.Workflow!.LastSafeCheckpoint!.ReportPath);
        Assert.Equal(("in-progress", WorkStatus.InProgress, "done"), Standing(prepared));
        Assert.Equal(PhaseState.InProgress, prepared.Workflow!.PhaseStates["release-handoff"]);
        Assert.Equal(("done", WorkStatus.Done, "done"), Standing(over));
        Assert.Equal(["skipped", "skipped", "in-progress", "completed", "completed", "completed"], over.Workflow!.PhaseStates.Values.Select(Workflow.Token));
        var index = await File.ReadAllTextAsync(rig.Task.IndexFile, TestContext.Current.CancellationToken);
        Assert.Contains("| Task status | `done` |", index, StringComparison.Ordinal);
        Assert.Contains("- release-handoff: completed", index, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-CON-27")]
    public async Task Blocked_implementation_routes_to_error_analysis_and_keeps_the_checkpoint()
    {
        using var rig = await PhaseRig.PlannedAsync();
        var run = (await rig.ImplementAsync()).Bundle;

        await new RunLifecycle(rig.Services).EndAsync(run, RunStatus.Blocked, "no verifier delivered", null, TestContext.Current.CancellationToken);

        Assert.Equal(("blocked", WorkStatus.Blocked, "error-analysis"), Standing(Manifest(rig)));
        Assert.Null(Manifest(rig).Workflow!.LastSafeCheckpoint);
    }

    [Fact]
    public async Task Group_of_all_stages_is_a_tree_a_whole_task_can_be_verified_in()
    {
        using var rig = await PhaseRig.PlannedAsync(PhaseRig.Wide);
        List<RunBundle> runs = [];
        foreach (var stage in (int[])[1, 2, 3])
        {
            var run = await rig.FinishAsync(stage, ($"part{stage}.py", $"x = {stage}\n"));
            runs.Add(run);
            var head = new TestRepository(run.Manifest.Worktree.Path).Git("rev-parse", "HEAD").Trim();
            rig.Record(new ConsumerEvent.Verified(stage, head, run.Layout.ReportMarkdown, "accepted", "single-stage") { At = "2026-01-02T03:04:05Z" });
        }

        var outcome = await new Engine.HandOff.StageAssembly(rig.Services).AssembleAsync(
            new Engine.HandOff.AssembleRequest { PlanRunRoot = rig.Task.RunDirectory(TaskType.ImplementationPlanning), ApprovedPlan = rig.Plan, ProjectRoot = rig.Project, Key = PhaseRig.Key, WorkCategory = "feature", Stages = [1, 2, 3], Base = "main" },
            TestContext.Current.CancellationToken);
        var bundle = (await rig.PrepareAsync(PhaseRig.Verification with { SourceReports = [.. runs.Select(run => run.Layout.ReportMarkdown)] })).Bundle;

        Assert.NotNull(outcome);
        Assert.EndsWith("/t-1-group-1-2-3", bundle.Manifest.Worktree.Path, StringComparison.Ordinal);
    }

    private static (string, WorkStatus, string) Standing(TaskManifest task) => (task.CurrentStatus, task.WorkStatus, task.Workflow!.NextRecommendedPhase);

    private static TaskManifest Manifest(PhaseRig rig) => rig.Services.Documents.Read(rig.Task.ManifestFile, TasksJson.Default.TaskManifest);
}
