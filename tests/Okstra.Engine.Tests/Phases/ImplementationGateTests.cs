using Okstra.Engine.Preparation;
using Okstra.State.Layout;

namespace Okstra.Engine.Tests.Phases;

/// <summary>Every way into implementation that is not the right one, each with its own message; nothing of a run is written.</summary>
public sealed class ImplementationGateTests
{
    [Fact]
    [Trait("Req", "R-CLI-017")]
    public async Task Plan_has_to_be_named()
    {
        using var rig = await PhaseRig.PlannedAsync();

        await RefusesAsync(rig, PhaseRig.Implementation, "OKS0750", "implementation needs the approved plan it carries out, and none was named");
    }

    [Fact]
    public async Task Plan_has_to_exist()
    {
        using var rig = await PhaseRig.PlannedAsync();
        var missing = rig.Plan.Replace("001.md", "009.md", StringComparison.Ordinal);

        await RefusesAsync(rig, PhaseRig.Implementation with { ApprovedPlan = missing }, "OKS0751", $"the plan '{missing}' does not exist");
    }

    [Fact]
    [Trait("Req", "R-OPN-53")]
    [Trait("Req", "R-PHS-047")]
    public async Task Plan_has_to_lie_where_a_planning_run_of_the_same_task_wrote_it()
    {
        using var rig = await PhaseRig.PlannedAsync();
        var copy = rig.Write("final-report-implementation-planning-001.md", await File.ReadAllTextAsync(rig.Plan, TestContext.Current.CancellationToken));
        var other = (await rig.PrepareAsync(new PrepareRequest { TaskType = "implementation-planning", TaskKey = "shop:g:t-2" })).Bundle.Layout;
        rig.Services.Writer.Write(other.ReportMarkdown, "---\napproved: true\n---\n# Plan\n");

        await RefusesAsync(rig, PhaseRig.Implementation with { ApprovedPlan = copy }, "OKS0752", $"the plan '{copy}' is no report of a planning run: it does not lie below runs/implementation-planning");
        await RefusesAsync(rig, PhaseRig.Implementation with { ApprovedPlan = other.ReportMarkdown }, "OKS0753", $"the plan '{other.ReportMarkdown}' belongs to the task 'shop:g:t-2', not to 'shop:g:t-1'");
    }

    [Fact]
    [Trait("Req", "R-CON-26")]
    [Trait("Req", "R-REP-95")]
    public async Task Plan_has_to_be_approved()
    {
        using var rig = await PhaseRig.PlannedAsync(approved: false);

        await RefusesAsync(rig, PhaseRig.Implementation with { ApprovedPlan = rig.Plan }, "OKS0686", $"the plan '{rig.Plan}' is not approved");
        rig.Services.Writer.Write(rig.Plan, "# Plan\n\n- [x] Approved\n");
        Assert.Equal(1, (await rig.ImplementAsync()).Bundle.Manifest.Stage);
    }

    [Fact]
    public async Task Stage_has_to_be_one_of_the_plan_startable_and_not_done()
    {
        using var rig = await PhaseRig.PlannedAsync();
        var request = PhaseRig.Implementation with { ApprovedPlan = rig.Plan };

        await RefusesAsync(rig, request with { Stage = "7" }, "OKS0690", "the plan has no stage 7; it has 1, 2");
        await RefusesAsync(rig, request with { Stage = "first" }, "OKS0689", "'first' is not a stage");
        await RefusesAsync(rig, request with { Stage = "2" }, "OKS0692", "stage 2 is built on stage 1, not done yet");
        var head = await rig.FinishAsync(1, ("cart.py", "x = 1\n"));
        var refused = await rig.RefusedAsync(request with { Stage = "1" });
        Assert.Equal("OKS0691", refused.Code);
        Assert.StartsWith("stage 1 is done already, at ", refused.Message, StringComparison.Ordinal);
        Assert.Equal("001", head.Manifest.Seq);
    }

    [Theory]
    [InlineData("t-1-stage-2")]
    [InlineData("t-1-stage-2:")]
    [InlineData("t-1-stage-2: ")]
    [InlineData(":reason")]
    [InlineData("t-1:reason")]
    [InlineData("t-1-stage-0:reason")]
    [InlineData("")]
    public async Task Waiver_has_to_have_a_stage_key_and_a_reason(string waiver)
    {
        using var rig = await PhaseRig.PlannedAsync();

        await RefusesAsync(rig, PhaseRig.Implementation with { ApprovedPlan = rig.Plan, QaWaivers = [waiver] }, "OKS0756", $"--qa-waiver '{waiver.Trim()}' is malformed");
    }

    [Fact]
    public async Task Executor_has_to_be_one_of_three()
    {
        using var rig = await PhaseRig.PlannedAsync();

        await RefusesAsync(rig, PhaseRig.Implementation with { ApprovedPlan = rig.Plan, Executor = "cursor" }, "OKS0754", "--executor names 'cursor', which cannot execute a plan");
    }

    [Fact]
    [Trait("Req", "R-CLI-018")]
    public async Task Approval_given_with_the_command_opens_the_gate_of_an_own_plan_and_marks_no_other_tasks()
    {
        using var rig = await PhaseRig.PlannedAsync(approved: false);
        var other = rig.Write("elsewhere/plan.md", await File.ReadAllTextAsync(rig.Plan, TestContext.Current.CancellationToken));
        var before = await File.ReadAllTextAsync(other, TestContext.Current.CancellationToken);

        var foreign = await rig.RefusedAsync(PhaseRig.Implementation with { ApprovedPlan = other, Approve = true });
        var prepared = await rig.PrepareAsync(PhaseRig.Implementation with { ApprovedPlan = rig.Plan, Approve = true });

        Assert.Equal("OKS0752", foreign.Code);
        Assert.Equal(before, await File.ReadAllTextAsync(other, TestContext.Current.CancellationToken));
        Assert.Equal(1, prepared.Bundle.Inputs.Phase!.Stage);
        Assert.Contains("recorded by `okstra --approve`", await File.ReadAllTextAsync(rig.Plan, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var misplaced = await rig.RefusedAsync(new PrepareRequest { TaskType = "error-analysis", Approve = true });
        Assert.Equal("OKS0160", misplaced.Code);
    }

    [Fact]
    public async Task Run_is_refused_after_the_checks_and_prepares_nothing()
    {
        using var rig = await PhaseRig.PlannedAsync();

        await RefusesAsync(rig, new PrepareRequest { TaskType = "implementation" }, "OKS0750", "implementation needs the approved plan it carries out, and none was named");
        await RefusesAsync(rig, new PrepareRequest { TaskType = "implementation", ApprovedPlan = rig.Plan }, "OKS0162", "this version prepares implementation runs and does not carry them out; a session lead takes over");
    }

    [Theory]
    [InlineData("--executor", "final-verification", "implementation")]
    [InlineData("--executor", "error-analysis", "implementation")]
    [InlineData("--stage", "implementation-planning", "implementation or final-verification or release-handoff")]
    [InlineData("--qa-waiver", "release-handoff", "implementation or final-verification")]
    [InlineData("--source-report", "implementation", "final-verification or release-handoff")]
    [InlineData("--verification-scope", "release-handoff", "final-verification")]
    [InlineData("--pr-template-path", "implementation", "release-handoff")]
    [InlineData("--pr-template-path", "requirements-discovery", "release-handoff")]
    public async Task Option_of_another_phase_is_refused(string option, string type, string owners)
    {
        using var rig = await PhaseRig.PlannedAsync();
        var request = new PrepareRequest { TaskType = type, RenderOnly = true };
        request = option switch
        {
            "--executor" => request with { Executor = "claude" },
            "--stage" => request with { Stage = "1" },
            "--qa-waiver" => request with { QaWaivers = ["t-1-stage-1:why"] },
            "--source-report" => request with { SourceReports = ["r.md"] },
            "--verification-scope" => request with { VerificationScope = "whole-task" },
            _ => request with { PrTemplatePath = "t.md" },
        };

        await RefusesAsync(rig, request, "OKS0755", $"{option} belongs to --task-type {owners}, not to {type}");
    }

    internal static async Task RefusesAsync(PhaseRig rig, PrepareRequest request, string code, string message)
    {
        var before = Runs(rig);

        var refused = await rig.RefusedAsync(request);

        Assert.Equal((code, message), (refused.Code, refused.Message));
        Assert.False(string.IsNullOrWhiteSpace(refused.Hint));
        Assert.Equal(before, Runs(rig));
    }

    private static IReadOnlyList<string> Runs(PhaseRig rig) =>
        [.. Directory.EnumerateFiles(StateLayout.Resolve(rig.Project).TasksDirectory, "run-*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
