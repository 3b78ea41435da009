using Okstra.Core.Problems;
using Okstra.Core.Worktrees;

namespace Okstra.Core.Tests.Worktrees;

public sealed class RegistryRulesTests
{
    [Fact]
    [Trait("Req", "R-WT-37")]
    public void Reserve_writes_row_and_branch_together_and_ends_the_announcement()
    {
        var announced = RegistryRules.Announce(new RegistryDocument(), Key("p/g/t"), Pending("/w/t", "fix-t"));

        var registry = RegistryRules.Reserve(announced, Key("p/g/t"), Row("/w/t", "fix-t"));

        Assert.Equal("/w/t", registry.Tasks["p/g/t"].WorktreePath);
        Assert.Equal("p/g/t", registry.Branches["fix-t"]);
        Assert.Null(registry.Pending);
    }

    [Theory]
    [Trait("Req", "R-WT-34")]
    [InlineData("active")]
    [InlineData("")]
    [InlineData("something new")]
    public void Reserve_refuses_a_key_that_is_not_released(string status)
    {
        var registry = new RegistryDocument().WithRow(Key("p/g/t"), Row("/w/t", "fix-t") with { Status = status });

        var refused = Assert.Throws<UserErrorException>(() => RegistryRules.Reserve(registry, Key("p/g/t"), Row("/w/other", "feat-t")));

        Assert.All((string[])["p/g/t", "/w/t", "fix-t"], part => Assert.Contains(part, refused.Problem.Message, StringComparison.Ordinal));
        Assert.Contains("okstra worktree release", refused.Problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-WT-35")]
    public void A_released_row_is_overwritten_by_a_fresh_one_without_its_anchor()
    {
        var old = Row("/w/t", "fix-t") with { ImplementationBaseCommit = "abc", CreatedAt = "then", LastPhase = "implementation" };
        var registry = RegistryRules.Release(RegistryRules.Reserve(new RegistryDocument(), Key("p/g/t"), old), Key("p/g/t"));

        var row = RegistryRules.Reserve(registry, Key("p/g/t"), Row("/w/t", "feat-t") with { CreatedAt = "now", Stages = [2, 3] }).Tasks["p/g/t"];

        Assert.Equal((WorktreeRow.Active, "now", "", "feat-t"), (row.Status, row.CreatedAt, row.ImplementationBaseCommit, row.Branch));
        Assert.Equal([2, 3], row.Stages!);
    }

    [Fact]
    [Trait("Req", "R-WT-36")]
    [Trait("Req", "R-WT-05")]
    public void A_branch_of_another_key_is_refused_whether_reserved_or_being_made()
    {
        var reserved = RegistryRules.Reserve(new RegistryDocument(), Key("p/g/t"), Row("/w/t", "fix-t"));
        var announced = RegistryRules.Announce(new RegistryDocument(), Key("p/g/t"), Pending("/w/t", "fix-t"));

        foreach (var registry in (RegistryDocument[])[reserved, announced])
        {
            var refused = Assert.Throws<UserErrorException>(() => RegistryRules.Reserve(registry, Key("q/g/t"), Row("/w/q", "fix-t")));
            Assert.All((string[])["fix-t", "p/g/t"], part => Assert.Contains(part, refused.Problem.Message, StringComparison.Ordinal));
            Assert.Contains("--work-category", refused.Problem.Hint, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_path_of_another_key_is_refused()
    {
        var registry = RegistryRules.Reserve(new RegistryDocument(), Key("p/g/t#stage-2"), Row("/w/t-stage-2", "fix-t-stage-2"));

        var refused = Assert.Throws<UserErrorException>(() => RegistryRules.Announce(registry, Key("p/g/t-stage-2"), Pending("/w/t-stage-2", "feat-t-stage-2")));

        Assert.Equal("OKS0606", refused.Problem.Code);
    }

    [Fact]
    [Trait("Req", "R-WT-38")]
    public void Touch_sets_the_phase_and_leaves_an_unknown_key_alone()
    {
        var registry = RegistryRules.Reserve(new RegistryDocument(), Key("p/g/t"), Row("/w/t", "fix-t"));

        Assert.Equal("final-verification", RegistryRules.TouchPhase(registry, Key("p/g/t"), "final-verification").Tasks["p/g/t"].LastPhase);
        Assert.Same(registry, RegistryRules.TouchPhase(registry, Key("p/g/unknown"), "implementation"));
    }

    [Fact]
    public void Release_frees_the_branch_only_when_the_key_owns_it()
    {
        var own = RegistryRules.Reserve(new RegistryDocument(), Key("p/g/t"), Row("/w/t", "fix-t"));
        var foreign = own.WithBranch("fix-t", "p/g/other");

        Assert.Empty(RegistryRules.Release(own, Key("p/g/t")).Branches);
        Assert.Equal("p/g/other", RegistryRules.Release(foreign, Key("p/g/t")).Branches["fix-t"]);
        Assert.Equal(WorktreeRow.Released, RegistryRules.Release(own, Key("p/g/t")).Tasks["p/g/t"].Status);
        Assert.Same(own, RegistryRules.Release(own, Key("p/g/unknown")));
    }

    [Fact]
    [Trait("Req", "R-WT-40")]
    [Trait("Req", "R-CON-22")]
    public void The_anchor_is_set_once_on_the_task_row()
    {
        var registry = RegistryRules.Reserve(new RegistryDocument(), Key("p/g/t"), Row("/w/t", "fix-t"));

        var set = RegistryRules.SetImplementationBase(registry, Key("p/g/t#stage-1"), "first");
        var again = RegistryRules.SetImplementationBase(set, Key("p/g/t#stage-2"), "second");

        Assert.Equal("first", again.Row(Key("p/g/t"))!.ImplementationBaseCommit);
        Assert.Throws<UserErrorException>(() => RegistryRules.SetImplementationBase(new RegistryDocument(), Key("p/g/t"), "first"));
    }

    [Fact]
    [Trait("Req", "R-WT-41")]
    public void Resetting_the_anchor_overwrites_it_and_needs_a_task_row()
    {
        var registry = RegistryRules.SetImplementationBase(RegistryRules.Reserve(new RegistryDocument(), Key("p/g/t"), Row("/w/t", "fix-t")), Key("p/g/t"), "first");

        Assert.Equal("second", RegistryRules.ResetImplementationBase(registry, Key("p/g/t"), "second").Row(Key("p/g/t"))!.ImplementationBaseCommit);
        var refused = Assert.Throws<UserErrorException>(() => RegistryRules.ResetImplementationBase(new RegistryDocument(), Key("p/g/t"), "x"));
        Assert.Equal("no task-key entry to reset implementation base: p/g/t", refused.Problem.Message);
    }

    [Fact]
    [Trait("Req", "R-WT-42")]
    public void Active_stages_are_those_of_the_task_that_are_not_released()
    {
        var registry = new RegistryDocument()
            .WithRow(Key("p/g/t"), Row("/w/t", "a"))
            .WithRow(Key("p/g/t#stage-10"), Row("/w/10", "b"))
            .WithRow(Key("p/g/t#stage-2"), Row("/w/2", "c"))
            .WithRow(Key("p/g/t#stage-3"), Row("/w/3", "d") with { Status = WorktreeRow.Released })
            .WithRow(Key("p/g/t#group-2-3"), Row("/w/g", "e"))
            .WithRow(Key("p/g/t2#stage-1"), Row("/w/o", "f"));

        Assert.Equal([2, 10], RegistryRules.ActiveStages(registry, Key("p/g/t")));
    }

    private static WorktreeKey Key(string text) => WorktreeKey.TryParse(text, out var key) ? key.Value : throw new ArgumentException(text);

    private static WorktreeRow Row(string path, string branch) => new() { ProjectId = "p", TaskGroup = "g", TaskId = "t", WorktreePath = path, Branch = branch, BaseRef = "base" };

    private static PendingWorktree Pending(string path, string branch) => new() { WorktreePath = path, Branch = branch, BaseRef = "base", Repository = "/r/.git", Since = "now" };
}
