using Okstra.Core.Worktrees;

namespace Okstra.Core.Tests.Worktrees;

public sealed class SyncDirectoriesTests
{
    [Fact]
    [Trait("Req", "R-WT-30")]
    [Trait("Req", "R-LAY-21")]
    public void Unset_gives_the_default_blank_disables_and_anything_else_replaces()
    {
        Assert.Equal([".okstra", ".project-docs", ".scratch", "graphify-out"], SyncDirectories.Parse(null));
        Assert.Empty(SyncDirectories.Parse(""));
        Assert.Empty(SyncDirectories.Parse("  : "));
        Assert.Equal(["notes", "a/b"], SyncDirectories.Parse(" notes ::a/b: notes"));
    }

    [Theory]
    [InlineData("/etc")]
    [InlineData("../neighbour")]
    [InlineData("a/../../b")]
    [InlineData(".git")]
    [InlineData("sub/.GIT/hooks")]
    [InlineData(".")]
    [InlineData("a\nb")]
    public void Entries_that_lead_out_of_the_project_are_refused(string entry) => Assert.False(SyncDirectories.TryNormalise(entry, out _));

    [Theory]
    [InlineData("notes", "notes")]
    [InlineData("./docs//api/", "docs/api")]
    public void Entries_inside_are_normalised(string entry, string expected)
    {
        Assert.True(SyncDirectories.TryNormalise(entry, out var path));
        Assert.Equal(expected, path);
    }
}
