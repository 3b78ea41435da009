using Okstra.Core.Problems;

namespace Okstra.Engine.Tests.Preparation;

public sealed class PreparationInputsTests
{
    [Theory]
    [Trait("Req", "R-CLI-016")]
    [InlineData("shop-front:Team Orders:DEV-9436")]
    [InlineData("Team Orders/DEV-9436")]
    public async Task Task_key_option_takes_the_full_and_the_short_form(string key)
    {
        using var rig = PreparationRig.InGit();

        var bundle = (await rig.PrepareAsync(rig.Request with { TaskKey = key })).Bundle;

        Assert.Equal("shop-front:Team Orders:DEV-9436", bundle.Key.ToString());
        Assert.EndsWith(Path.Combine("tasks", "team-orders", "dev-9436"), bundle.Task.Root, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-CLI-028")]
    public async Task Brief_directive_workers_and_project_are_inputs_that_are_kept()
    {
        using var rig = PreparationRig.InGit();

        var bundle = (await rig.PrepareAsync(rig.Request with { Directive = "Look at rounding too.", Workers = "codex,auditor", ProjectId = "till", ProjectRoot = rig.Project })).Bundle;

        var inputs = rig.Json(bundle.Layout.RunInputs);
        Assert.Equal((rig.Brief, PreparationRig.BriefText), (inputs.GetProperty("briefPath").GetString(), inputs.GetProperty("briefText").GetString()));
        Assert.Equal("Look at rounding too.", inputs.GetProperty("directive").GetString());
        Assert.Equal(["codex", "auditor"], inputs.GetProperty("workersOverride").EnumerateArray().Select(worker => worker.GetString()));
        Assert.Equal((rig.Project, "till:default:total-bug"), (inputs.GetProperty("projectRoot").GetString(), inputs.GetProperty("taskKey").GetString()));
        Assert.Equal("till", rig.Json(Path.Combine(rig.Project, ".okstra", "project.json")).GetProperty("projectId").GetString());
    }

    [Fact]
    [Trait("Req", "R-CON-14")]
    public async Task Six_task_types_are_known_and_no_other()
    {
        using var rig = PreparationRig.InGit();

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.PrepareAsync(rig.Request with { TaskType = "debugging" }));

        Assert.Equal("OKS0101", refused.Problem.Code);
        Assert.Contains("requirements-discovery, error-analysis, implementation-planning, implementation, final-verification, release-handoff", refused.Problem.Hint, StringComparison.Ordinal);
        Assert.Empty(rig.StateFiles());
    }
}
