using Okstra.Core.Problems;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;

namespace Okstra.Core.Tests.Worktrees;

public sealed class WorktreeKeyTests
{
    [Fact]
    [Trait("Req", "R-LAY-51")]
    [Trait("Req", "R-CON-11")]
    [Trait("Req", "R-OPN-12")]
    public void Row_key_is_project_group_task_and_at_most_one_scope()
    {
        var task = Key("My Shop:Back End:DEV-1");

        Assert.Equal("my-shop/back-end/dev-1", WorktreeKey.Of(task).ToString());
        Assert.Equal("my-shop/back-end/dev-1#stage-2", WorktreeKey.Of(task, 2, null).ToString());
        Assert.Equal("my-shop/back-end/dev-1#group-2-3", WorktreeKey.Of(task, null, "3,2,3").ToString());
    }

    [Fact]
    [Trait("Req", "R-WT-43")]
    [Trait("Req", "R-CON-11")]
    public void Stage_and_group_together_are_refused()
    {
        var refused = Assert.Throws<UserErrorException>(() => WorktreeKey.Of(Key("p:g:t"), 2, "2-3"));

        Assert.Equal("stage_number and group_id are mutually exclusive", refused.Problem.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1000)]
    public void Stage_numbers_out_of_range_are_refused(int stage) => Assert.Throws<UserErrorException>(() => WorktreeKey.Of(Key("p:g:t"), stage, null));

    [Theory]
    [InlineData("")]
    [InlineData("a,b")]
    [InlineData("0")]
    [InlineData("2,99999")]
    [InlineData("--all")]
    public void Lists_that_are_no_stages_are_refused(string list) => Assert.Throws<UserErrorException>(() => StageGroups.Parse(list));

    [Theory]
    [InlineData("p/g/t")]
    [InlineData("p/g/t#stage-2")]
    [InlineData("p/g/t#group-2-3")]
    [InlineData("p/_/t")]
    public void Row_keys_are_read_back_as_they_are_written(string text)
    {
        Assert.True(WorktreeKey.TryParse(text, out var key));
        Assert.Equal(text, key.Value.ToString());
    }

    [Theory]
    [InlineData("p/g")]
    [InlineData("p/g/t/u")]
    [InlineData("P/g/t")]
    [InlineData("p/../t")]
    [InlineData("p/g/t#")]
    [InlineData("p/g/t#stage-x")]
    [InlineData("p/g/t#stage-0")]
    [InlineData("p/g/t#group-3-2")]
    [InlineData("p/g/t#group-")]
    [InlineData("")]
    public void Anything_else_is_no_row_key(string text) => Assert.False(WorktreeKey.TryParse(text, out _));

    [Fact]
    [Trait("Req", "R-WT-03")]
    [Trait("Req", "R-OPN-13")]
    public void Branch_is_prefix_and_task_segment_without_a_run_number()
    {
        var task = Key("shop:core:DEV-9436");

        Assert.Equal("feat-dev-9436", WorktreeKey.Of(task).Branch("feature"));
        Assert.Equal("fix-dev-9436-stage-2", WorktreeKey.Of(task, 2, null).Branch("bugfix"));
        Assert.Equal("task-dev-9436-group-2-3", WorktreeKey.Of(task, null, "2-3").Branch(null));
    }

    [Theory]
    [Trait("Req", "R-WT-04")]
    [Trait("Req", "R-OPN-09")]
    [InlineData("feature", "feat")]
    [InlineData("  BugFix ", "fix")]
    [InlineData("refactor", "refactor")]
    [InlineData("ops", "ops")]
    [InlineData("ops-change", "ops")]
    [InlineData("improvement", "improve")]
    [InlineData("", "task")]
    [InlineData("   ", "task")]
    [InlineData(null, "task")]
    [InlineData("chore", "task")]
    public void Prefix_is_looked_up_trimmed_and_lower_cased(string? category, string prefix) => Assert.Equal(prefix, WorkCategories.BranchPrefix(category));

    [Fact]
    public void Kept_commits_of_task_stage_and_group_do_not_stand_in_each_others_way()
    {
        Assert.Equal("refs/okstra/keep/p/g/t/", WorktreeKey.Of(Key("p:g:t")).KeepPrefix);
        Assert.Equal("refs/okstra/keep/p/g/t/stage-2/", WorktreeKey.Of(Key("p:g:t"), 2, null).KeepPrefix);
        Assert.Equal("refs/okstra/keep/p/g/t/group-2-3/", WorktreeKey.Of(Key("p:g:t"), null, "2-3").KeepPrefix);
    }

    private static TaskKey Key(string text) => TaskKey.TryParse(text, null, out var key, out _) ? key : throw new ArgumentException(text);
}
