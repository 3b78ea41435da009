using Okstra.Core.Tasks;

namespace Okstra.Core.Tests.Tasks;

public sealed class IdentityTests
{
    [Theory]
    [Trait("Req", "R-CON-12")]
    [Trait("Req", "R-OPN-08")]
    [InlineData("DEV-9436", "dev-9436")]
    [InlineData(" \tDEV  9436\n", "dev-9436")]
    [InlineData("--a__b.-c--", "a-b--c")]
    [InlineData("Team Orders", "team-orders")]
    [InlineData("a/b:c d", "a-b-c-d")]
    [InlineData("weird ~!@ name", "weird-name")]
    [InlineData("결제 v2", "v2")]
    [InlineData("결제", "_")]
    [InlineData("", "_")]
    [InlineData("../..", "_")]
    public void Segment_is_safe_for_files_and_branches(string identifier, string segment)
    {
        Assert.Equal(segment, Segment.Of(identifier));
        Assert.Equal(segment, Segment.Of(Segment.Of(identifier)));
    }

    [Fact]
    [Trait("Req", "R-CON-12")]
    public void Task_key_uses_the_one_slugifier_for_each_part()
    {
        Assert.True(TaskKey.TryParse("My Shop:Team Orders:DEV-9436", null, out var key, out _));

        Assert.Equal(("my-shop", "team-orders", "dev-9436", "my-shop-team-orders-dev-9436"), (key.ProjectSegment, key.GroupSegment, key.TaskSegment, key.Slug));
    }

    [Theory]
    [Trait("Req", "R-CON-10")]
    [Trait("Req", "R-OPN-11")]
    [InlineData("shop:orders:DEV-1")]
    [InlineData("shop/orders/DEV-1")]
    [InlineData("orders/DEV-1")]
    [InlineData("orders:DEV-1")]
    public void Task_key_is_understood_in_all_its_written_forms(string text)
    {
        Assert.True(TaskKey.TryParse(text, "shop", out var key, out _));

        Assert.Equal(("shop", "orders", "DEV-1", "shop:orders:DEV-1"), (key.Project, key.Group, key.Task, key.ToString()));
    }

    [Theory]
    [Trait("Req", "R-OPN-11")]
    [InlineData("orders/DEV-1", null, "OKS0103")]
    [InlineData("DEV-1", "shop", "OKS0102")]
    [InlineData("a:b:c:d", "shop", "OKS0102")]
    [InlineData("shop::DEV-1", "shop", "OKS0102")]
    [InlineData("", "shop", "OKS0102")]
    public void Anything_else_is_no_task_key(string text, string? project, string code)
    {
        Assert.False(TaskKey.TryParse(text, project, out _, out var problem));

        Assert.Equal(code, problem.Code);
    }

    [Fact]
    [Trait("Req", "R-CON-14")]
    public void There_are_exactly_six_task_types_and_each_is_read_back_from_its_token()
    {
        Assert.Equal(["requirements-discovery", "error-analysis", "implementation-planning", "implementation", "final-verification", "release-handoff"], TaskTypes.All.Select(TaskTypes.Token));
        Assert.All(TaskTypes.All, type => Assert.True(TaskTypes.TryParse(type.Token(), out var read, out _) && read == type));
        Assert.False(TaskTypes.TryParse("quick-input", out _, out _));
    }
}
