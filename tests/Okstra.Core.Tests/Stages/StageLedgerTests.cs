using Okstra.Core.Stages;

namespace Okstra.Core.Tests.Stages;

public sealed class StageLedgerTests
{
    private static readonly ConsumerEvent.Verified Accepted = new(1, "h1", "/r.md", "accepted", "single-stage") { At = "" };

    [Fact]
    [Trait("Req", "R-LAY-76")]
    public void Completion_verification_and_pull_request_are_recorded()
    {
        var stage = StageLedger.Fold([StageChoiceTests.Started(1), StageChoiceTests.Done(1, "h1"), Accepted, new ConsumerEvent.Pr([1], "feat", "https://x/1") { At = "" }])[1];

        Assert.Equal(("h1", "/r.md", "feat", "https://x/1"), (stage.HeadSha, stage.LastVerified!.ReportPath, stage.PullRequest!.Branch, stage.PullRequest.Url));
        Assert.True(stage.IsAccepted);
    }

    [Fact]
    public void Starting_anew_forgets_the_earlier_attempt()
    {
        var stage = StageLedger.Fold([StageChoiceTests.Started(1), StageChoiceTests.Done(1, "h1"), Accepted, StageChoiceTests.Started(1, "later")])[1];

        Assert.Equal((false, "later", (string?)null), (stage.IsDone, stage.BaseSha, stage.LastVerified?.HeadSha));
    }

    [Theory]
    [InlineData("auto", true)]
    [InlineData("confirm", false)]
    public void The_same_content_under_another_commit_stays_verified_and_chosen_content_does_not(string kind, bool accepted)
    {
        var stage = StageLedger.Fold([StageChoiceTests.Started(1), StageChoiceTests.Done(1, "h1"), Accepted, new ConsumerEvent.Reconciled(1, "h1", "h2", kind, "b") { At = "", NewBase = "b2" }])[1];

        Assert.Equal(("h2", "b2", accepted), (stage.HeadSha, stage.BaseSha, stage.IsAccepted));
    }

    [Fact]
    public void Events_about_a_stage_nobody_started_are_passed_over() => Assert.Empty(StageLedger.Fold([StageChoiceTests.Done(1), Accepted]));
}
