using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Problems;
using Okstra.Core.Stages;

namespace Okstra.Core.Tests.Stages;

public sealed class StagePlanTests
{
    [Theory]
    [InlineData("OKS0680", "")]
    [InlineData("OKS0681", "1;1")]
    [InlineData("OKS0682", "1;2:7")]
    [InlineData("OKS0683", "1;2:2")]
    [InlineData("OKS0685", "0")]
    [InlineData("OKS0685", "1000")]
    [InlineData("OKS0684", "1:2;2:1")]
    public void A_plan_that_contradicts_itself_is_refused(string code, string stages) => Assert.Equal(code, Refusal(() => Plan(stages)).Code);

    [Fact]
    public void A_cycle_is_named_without_the_stages_that_only_wait_for_it() =>
        Assert.Contains("4 → 3 → 2 → 4", Refusal(() => Plan("1:4;2:4;3:2;4:3;5")).Message, StringComparison.Ordinal);

    [Fact]
    public void Only_a_planning_report_holds_a_plan()
    {
        var refused = Refusal(() => StagePlan.Of(new StagePlanDocument { TaskType = "error-analysis" }, "x.data.json"));

        Assert.Equal("OKS0688", refused.Code);
    }

    [Fact]
    public void Holes_in_a_data_document_are_refused_and_not_a_crash()
    {
        Assert.Equal("OKS0680", Refusal(() => Of(null)).Code);
        Assert.Equal("OKS0685", Refusal(() => Of([null])).Code);
        Assert.Equal("", Of([new StagePlanDocument.StagePart { Stage = 1 }]).Find(1)!.Title);
    }

    [Fact]
    public void Stages_follow_what_they_are_built_on_and_otherwise_their_numbers()
    {
        Assert.Equal([2, 3, 1, 4], Plan("1:3;2;3;4:1").Ordered());
        Assert.Equal([3, 1], Plan("1:3;2;3;4:1").Ordered([1, 3]));
    }

    /// <summary>Every plan without a cycle is ordered completely, dependencies first, and among what could come next the smallest comes next.</summary>
    [Fact]
    public void The_order_is_topological_then_numeric() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
    {
        // Dependencies point to stages with a smaller rank, and ranks are a shuffle of the numbers, so there is no cycle.
        var numbers = Enumerable.Range(1, 8).OrderBy(number => bytes.Length == 0 ? number : bytes[number % bytes.Length] * number % 251).ToList();
        var stages = numbers.Select((number, rank) => new StagePlanDocument.StagePart { Stage = number, DependsOn = [.. numbers.Take(rank).Where((_, index) => bytes.Length > 0 && (bytes[(index + rank) % bytes.Length] & 1) == 1)] });
        var plan = Of([.. stages]);
        var order = plan.Ordered();
        for (var at = 0; at < order.Count; at++)
        {
            var before = order.Take(at).ToHashSet();
            var possible = plan.Stages.Where(stage => !before.Contains(stage.Number) && stage.DependsOn.All(before.Contains)).Select(stage => stage.Number);
            if (possible.Min() != order[at])
            {
                return false;
            }
        }

        return order.Count == 8;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    /// <summary>Sample: <c>1;2:1;3:1,2</c>.</summary>
    internal static StagePlan Plan(string stages) => Of(
    [
        .. stages.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split(':')).Select(parts => new StagePlanDocument.StagePart
        {
            Stage = int.Parse(parts[0]),
            Title = $"stage {parts[0]}",
            DependsOn = parts.Length == 1 ? null : [.. parts[1].Split(',').Select(int.Parse)],
        }),
    ]);

    private static StagePlan Of(IReadOnlyList<StagePlanDocument.StagePart?>? stages) =>
        StagePlan.Of(new StagePlanDocument { TaskKey = "p:g:t", TaskType = "implementation-planning", Plan = new StagePlanDocument.PlanPart { Stages = stages } }, "plan.data.json");

    private static Problem Refusal(Func<object> act) => Assert.Throws<UserErrorException>(act).Problem;
}
