namespace Okstra.Engine.Tests.Custody;

/// <summary>Whatever state a worktree is in: released, cleared away, everything unreferenced collected, brought back. Every byte must be there again.</summary>
public sealed class LossScenarioTests
{
    public static TheoryData<string> Names => [.. LossScenarios.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Work_comes_back_byte_for_byte_after_release_prune_and_restore(string name)
    {
        var scenario = LossScenarios.All[name];
        using var rig = await CustodyRig.CreateAsync(rig => Before(rig, scenario.Before));
        rig.Shell(scenario.Arrange);
        rig.Shell("git update-index -q --refresh", mayFail: true);
        var before = rig.Everything();

        var released = await rig.ReleaseAsync();
        Assert.NotNull(released.Kept);
        Assert.Equal(before, rig.Everything());
        await rig.ClearAwayAsync();
        var restored = await rig.RestoreAsync();

        Assert.Equal(rig.Folder, restored.Path);
        Assert.Equal(before, rig.Everything());
        Assert.Equal("active", (await rig.Registry.LookupAsync(rig.Key, CustodyRig.Token))!.Status);
        rig.Shell(scenario.After);
    }

    private static void Before(CustodyRig rig, string script)
    {
        Directory.CreateDirectory(rig.Folder);
        rig.Shell($"cd '{rig.Project}' && {script}");
        Directory.Delete(rig.Folder);
    }
}
