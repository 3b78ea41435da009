using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.HandOff;

namespace Okstra.Core.Tests.HandOff;

public sealed class VerificationParserTests
{
    private const string Head = "5f2a5f2a5f2a5f2a5f2a5f2a5f2a5f2a5f2a5f2a";

    [Fact]
    public void What_it_needs_is_read_and_the_rest_passed_over()
    {
        var verdict = VerificationParser.Parse($$"""{ "verdictToken": "accepted", "verificationScope": "single-stage", "stage": "2", "headSha": "{{Head}}", "routing": null, "blockers": [{}], "taskKey": 7 }""", out var problem)!;

        Assert.Equal("", problem);
        Assert.Equal(new VerificationVerdict { Verdict = "accepted", Scope = "single-stage", Stage = 2, HeadSha = Head }, verdict);
    }

    [Fact]
    public void Every_text_gives_a_verdict_or_a_sentence() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => (VerificationParser.Parse(text ?? "", out var problem) is null) == (problem.Length > 0)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(3, true, true, false, true)]
    [InlineData(3, true, false, false, false)]
    [InlineData(3, false, true, false, false)]
    [InlineData(2, true, true, false, false)]
    [InlineData(2, false, true, true, true)]
    [InlineData(3, true, false, true, false)]
    public void Only_an_accepted_verdict_about_that_stage_and_commit_or_the_whole_task_is_taken(int stage, bool sameHead, bool accepted, bool whole, bool taken)
    {
        var verdict = new VerificationVerdict { Verdict = accepted ? "accepted" : "blocked", Scope = whole ? "whole-task" : "single-stage", Stage = stage, HeadSha = sameHead ? Head.ToUpperInvariant() : new string('1', 40) };

        Assert.Equal(taken, verdict.Refusal(3, Head) is null);
    }

    [Fact]
    public void Deep_nesting_is_refused_and_not_followed() => Assert.Null(VerificationParser.Parse($"{{\"x\":{new string('[', 100_000)}", out _));
}
