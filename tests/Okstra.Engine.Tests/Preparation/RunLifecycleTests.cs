using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Engine.Preparation;
using Okstra.State.Runs;

namespace Okstra.Engine.Tests.Preparation;

public sealed class RunLifecycleTests
{
    [Fact]
    [Trait("Req", "R-OPN-79")]
    [Trait("Req", "R-OPN-25")]
    [Trait("Req", "R-LAY-39")]
    [Trait("Req", "R-CON-32")]
    [Trait("Req", "R-CON-34")]
    public async Task Completed_run_moves_status_checkpoint_and_next_phase()
    {
        using var rig = PreparationRig.InGit();
        var bundle = (await rig.PrepareAsync()).Bundle;
        var lifecycle = new RunLifecycle(rig.Services);
        await lifecycle.StartAsync(bundle, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(bundle.Layout.ReportMarkdown, "# report\n", TestContext.Current.CancellationToken);
        rig.Clock.Advance(TimeSpan.FromMinutes(5));

        var manifest = await lifecycle.EndAsync(bundle, RunStatus.Completed, null, "implementation-planning", TestContext.Current.CancellationToken);

        Assert.Equal(RunStatus.Completed, manifest.Status);
        Assert.Equal("completed reports/final-report-error-analysis-001.md\n", await File.ReadAllTextAsync(bundle.Layout.FinalStatus, TestContext.Current.CancellationToken));
        var task = rig.Services.Documents.Read(bundle.Task.ManifestFile, TasksJson.Default.TaskManifest);
        Assert.Equal(("completed", bundle.Layout.ReportMarkdown, "2026-01-02T03:09:05Z"), (task.LatestRunStatus, task.LatestReportPath, task.UpdatedAt));
        Assert.Equal((PhaseState.Completed, "implementation-planning"), (task.Workflow!.PhaseStates["error-analysis"], task.Workflow.NextRecommendedPhase));
        Assert.Equal(new Checkpoint("error-analysis", "001", bundle.Layout.ReportMarkdown, "2026-01-02T03:09:05Z"), task.Workflow.LastSafeCheckpoint);
        Assert.Equal("completed", Assert.Single(new RecentRuns(rig.Services.Home, rig.Services.Writer, rig.Services.Locks).Read()).Status);
    }

    [Fact]
    public async Task Blocked_run_recommends_its_own_phase_again_and_keeps_the_checkpoint()
    {
        using var rig = PreparationRig.InGit();
        var bundle = (await rig.PrepareAsync()).Bundle;

        var manifest = await new RunLifecycle(rig.Services).EndAsync(bundle, RunStatus.Blocked, "no usable worker", null, TestContext.Current.CancellationToken);

        Assert.Equal((RunStatus.Blocked, "no usable worker"), (manifest.Status, manifest.StatusReason));
        Assert.Equal("blocked\n", await File.ReadAllTextAsync(bundle.Layout.FinalStatus, TestContext.Current.CancellationToken));
        var task = rig.Services.Documents.Read(bundle.Task.ManifestFile, TasksJson.Default.TaskManifest);
        Assert.Equal((WorkStatus.Blocked, PhaseState.Blocked, "error-analysis"), (task.WorkStatus, task.Workflow!.PhaseStates["error-analysis"], task.Workflow.NextRecommendedPhase));
        Assert.Null(task.Workflow.LastSafeCheckpoint);
    }

    [Fact]
    [Trait("Req", "R-AST-25")]
    [Trait("Req", "R-LAY-85")]
    public async Task Task_index_shows_statuses_phases_and_checkpoint_and_begins_with_frontmatter()
    {
        using var rig = PreparationRig.InGit();
        var bundle = (await rig.PrepareAsync()).Bundle;
        await File.WriteAllTextAsync(bundle.Layout.ReportMarkdown, "# report\n", TestContext.Current.CancellationToken);
        await new RunLifecycle(rig.Services).EndAsync(bundle, RunStatus.Completed, null, null, TestContext.Current.CancellationToken);

        var index = await File.ReadAllTextAsync(bundle.Task.IndexFile, TestContext.Current.CancellationToken);

        Assert.StartsWith("---\nid: [\"total-bug\", \"shop-front\", \"default\"]\naliases: [\"total-bug\", \"shop-front\", \"default\"]\ntags: [\"obsidian\", \"okstra\", \"task-index\"]\ntaskKey: shop-front:default:total-bug\n", index, StringComparison.Ordinal);
        Assert.Contains("- requirements-discovery: skipped\n- error-analysis: completed\n- implementation-planning: pending\n", index, StringComparison.Ordinal);
        Assert.Contains($"- Report: {bundle.Layout.ReportMarkdown}", index, StringComparison.Ordinal);
        Assert.Contains("| Latest run | `completed` |", index, StringComparison.Ordinal);
        Assert.Contains("| Related tasks | None |", index, StringComparison.Ordinal);
    }
}
