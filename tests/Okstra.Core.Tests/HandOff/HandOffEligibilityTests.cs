using Okstra.Core.HandOff;
using Okstra.Core.Stages;

namespace Okstra.Core.Tests.HandOff;

/// <summary>Stage 2 on stage 1, both done and accepted; each test takes one thing away.</summary>
public sealed class HandOffEligibilityTests
{
    private const string At = "2026-01-02T03:04:05Z";
    private static readonly string One = new('1', 40);
    private static readonly string Two = new('2', 40);

    private static readonly StagePlan Plan = StagePlan.Of(
        new StagePlanDocument
        {
            TaskType = "implementation-planning",
            Plan = new StagePlanDocument.PlanPart { Stages = [new StagePlanDocument.StagePart { Stage = 1, DependsOn = [] }, new StagePlanDocument.StagePart { Stage = 2, DependsOn = [1] }] },
        },
        "plan");

    private static ConsumerEvent[] Everything =>
    [
        new ConsumerEvent.Started(1, "b", "s-1", "/r") { At = At },
        new ConsumerEvent.Done(1, One) { At = At },
        new ConsumerEvent.Verified(1, One, "/one.md", "accepted", "single-stage") { At = At },
        new ConsumerEvent.Started(2, One, "s-2", "/r") { At = At },
        new ConsumerEvent.Done(2, Two) { At = At },
        new ConsumerEvent.Verified(2, Two, "/two.md", "accepted", "single-stage") { At = At },
    ];

    [Fact]
    public void Stages_that_are_done_and_accepted_are_eligible() =>
        Assert.All(Judge(Everything), stage => Assert.True(stage is { Eligible: true, Reasons: [] }));

    [Fact]
    public void A_stage_that_was_not_started_is_not() => Refused(2, "stage 2 was not started", Everything[..3]);

    [Fact]
    public void A_stage_that_is_not_done_is_not() => Refused(2, "stage 2 is under way and not done", Everything[..4]);

    [Fact]
    public void A_stage_nobody_verified_is_not() => Refused(2, "stage 2 was not verified", Everything[..5]);

    [Fact]
    public void The_last_verdict_counts() => Refused(2, "the last verification of stage 2 says 'blocked', not 'accepted'", [.. Everything, new ConsumerEvent.Verified(2, Two, "/two.md", "blocked", "single-stage") { At = At }]);

    [Fact]
    public void A_verdict_about_an_earlier_commit_does_not_count() =>
        Refused(2, "stage 2 was accepted at 222222222222, but its head is 333333333333", [.. Everything, new ConsumerEvent.Done(2, new string('3', 40)) { At = At }]);

    [Fact]
    public void A_stage_in_a_pull_request_is_not() =>
        Refused(2, "stage 2 is in the pull request https://x/1 already", [.. Everything, new ConsumerEvent.Pr([2], "b", "https://x/1") { At = At }]);

    [Fact]
    public void A_stage_on_one_that_is_neither_eligible_nor_in_a_pull_request_is_not() =>
        Refused(2, "stage 2 depends on stage 1, which is neither eligible nor in a pull request", [Everything[0], Everything[1], .. Everything[3..]]);

    [Fact]
    public void A_stage_on_one_in_a_pull_request_is_eligible() =>
        Assert.True(Judge([Everything[0], Everything[1], .. Everything[3..], new ConsumerEvent.Pr([1], "b", "https://x/1") { At = At }])[1].Eligible);

    [Theory]
    [InlineData("https://example.org/pull/1", true)]
    [InlineData("http://[::1]:8080/x", true)]
    [InlineData("", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https://", false)]
    [InlineData("https://a@b/", false)]
    [InlineData("https://example.org/\u001b[2J", false)]
    public void An_address_of_a_pull_request_is_http_or_https_and_nothing_hidden(string text, bool valid) => Assert.Equal(valid, PullRequestAddress.IsValid(text));

    private static void Refused(int stage, string because, ConsumerEvent[] events)
    {
        var judged = Judge(events)[stage - 1];
        Assert.False(judged.Eligible);
        Assert.Equal([because], judged.Reasons);
    }

    private static IReadOnlyList<StageJudgement> Judge(ConsumerEvent[] events) => HandOffEligibility.Judge(Plan, StageLedger.Fold(events));
}
