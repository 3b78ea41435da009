using Okstra.Core.Hosting;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;
using Okstra.State.Layout;

namespace Okstra.State.Tests.Layout;

public sealed class HomeLayoutTests
{
    [Theory]
    [InlineData(null, "/home/ada/.okstra")]
    [InlineData("", "/home/ada/.okstra")]
    [InlineData("  ", "/home/ada/.okstra")]
    [InlineData("/srv/okstra", "/srv/okstra")]
    [InlineData("other", "/srv/other")]
    [Trait("Req", "R-LAY-03")]
    public void Home_is_the_variable_when_it_is_not_blank(string? variable, string expected)
    {
        var host = new HostEnvironment
        {
            Variables = variable is null ? [] : new Dictionary<string, string>(StringComparer.Ordinal) { ["OKSTRA_HOME"] = variable },
            Home = "/home/ada",
            CurrentDirectory = "/srv",
            OkstraExecutable = "okstra",
            MachineName = "m",
        };

        Assert.Equal(expected, HomeLayout.Of(host).Root);
    }

    [Fact]
    public void Paths_below_home_are_those_of_the_specification()
    {
        var home = new HomeLayout("/h");
        var key = Keys.Parse("My Project:Back End:DEV-1");

        Assert.Equal("/h/.locks/my-project-back-end-dev-1.lock", home.TaskLock(key));
        Assert.Equal("/h/recent.jsonl", home.RecentFile);
        Assert.Equal("/h/.locks/central.lock", home.CentralLock);
        Assert.Equal("/h/bin", home.Bin);
        Assert.Equal("/h/worktrees/my-project/back-end/dev-1", home.Worktree(WorktreeKey.Of(key)));
        Assert.Equal("/h/scratch/my-project-back-end-dev-1-error-analysis-002", home.RunScratch(key, TaskType.ErrorAnalysis, Keys.Seq("2")));
    }
}
