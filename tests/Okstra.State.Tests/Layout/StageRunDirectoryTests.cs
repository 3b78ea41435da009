using Okstra.Core.Tasks;
using Okstra.State.Layout;

namespace Okstra.State.Tests.Layout;

public sealed class StageRunDirectoryTests
{
    [Theory]
    [Trait("Req", "R-LAY-30")]
    [InlineData("/p/runs/implementation/stage-2", 2)]
    [InlineData("/p/runs/implementation/stage-12/", 12)]
    [InlineData("/p/runs/implementation", null)]
    [InlineData("/p/runs/implementation/stage-", null)]
    [InlineData("/p/runs/implementation/stage-2a", null)]
    [InlineData("/p/runs/implementation/my-stage-2", null)]
    [InlineData("/p/runs/implementation/stage--2", null)]
    [InlineData("/p/runs/implementation/Stage-2", null)]
    [InlineData("/p/runs/final-verification/stage-2", null)]
    [InlineData("/p/runs/implementation/x/stage-2", null)]
    public void A_stage_run_is_a_numbered_folder_right_below_implementation(string path, int? stage)
    {
        Assert.Equal(stage, StageRunDirectory.StageOf(path));
        Assert.Equal("/p/runs/implementation/stage-2", StageRunDirectory.Of(new TaskLayout("/p"), 2));
        Assert.Equal("/p/runs/implementation", new TaskLayout("/p").RunDirectory(TaskType.Implementation));
    }
}
