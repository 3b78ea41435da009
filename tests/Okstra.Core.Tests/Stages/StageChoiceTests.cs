using Okstra.Core.Problems;
using Okstra.Core.Stages;

namespace Okstra.Core.Tests.Stages;

public sealed class StageChoiceTests
{
    private const string Shape = "1;2:1;3;4:1,3";

    [Theory]
    [Trait("Req", "R-WT-47")]
    [InlineData(1, "", "")]
    [InlineData(2, "1", "")]
    [InlineData(3, "1,2", "")]
    [InlineData(3, "", "1")]
    [InlineData(3, "1", "2")]
    [InlineData(4, "1,2,3", "")]
    public void Auto_is_the_earliest_stage_that_is_not_done_and_could_start(int expected, string done, string occupied) =>
        Assert.Equal(expected, Choice(done, occupied).Choose("auto").Number);

    [Theory]
    [Trait("Req", "R-OPN-58")]
    [InlineData("OKS0689", "soon", "", "", "")]
    [InlineData("OKS0689", "-1", "", "", "")]
    [InlineData("OKS0690", "9", "", "", "")]
    [InlineData("OKS0691", "1", "1", "", "")]
    [InlineData("OKS0692", "4", "1", "", "")]
    [InlineData("OKS0693", "auto", "1,2,3,4", "", "")]
    [InlineData("OKS0693", "auto", "", "1,3", "")]
    [InlineData("OKS0694", "3", "", "3", "3")]
    public void Every_refusal_is_a_problem_of_its_own(string code, string wanted, string done, string occupied, string live) =>
        Assert.Equal(code, Assert.Throws<UserErrorException>(() => Choice(done, occupied, live).Choose(wanted)).Problem.Code);

    [Fact]
    public void Refusals_name_what_is_missing_and_why()
    {
        Assert.Contains("stage 4 is built on stages 1, 3", Assert.Throws<UserErrorException>(() => Choice("", "").Choose("4")).Message, StringComparison.Ordinal);
        Assert.Contains(
            "stage 1 is done; stage 2 is active in another run; stage 3 is active in another run; stage 4 waits for stage 3",
            Assert.Throws<UserErrorException>(() => Choice("1", "2,3").Choose("auto")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_occupied_stage_nobody_works_on_can_be_resumed_by_its_number() => Assert.Equal(3, Choice("", "3").Choose(" 3 ").Number);

    [Fact]
    public void Occupied_are_active_rows_that_are_started_and_not_done() =>
        Assert.Equal([2, 5], StageOccupation.Of([5, 4, 2, 1], StageLedger.Fold([Started(5), Started(1), Done(1), Started(2), Started(3)])));

    internal static ConsumerEvent Started(int stage, string start = "base") => new ConsumerEvent.Started(stage, start, $"b-{stage}", $"/runs/stage-{stage}") { At = "" };

    internal static ConsumerEvent Done(int stage, string head = "head") => new ConsumerEvent.Done(stage, head) { At = "" };

    private static StageChoice Choice(string done, string occupied, string live = "") => new()
    {
        Plan = StagePlanTests.Plan(Shape),
        Ledger = StageLedger.Fold([.. Numbers(done).Concat(Numbers(occupied)).Select(stage => Started(stage)), .. Numbers(done).Select(stage => Done(stage))]),
        Occupied = Numbers(occupied),
        Live = Numbers(live),
    };

    private static List<int> Numbers(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
}
