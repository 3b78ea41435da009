using Okstra.Core.Convergence;
using Okstra.Core.Findings;

namespace Okstra.Core.Tests.Convergence;

public sealed class VoteCountingTests
{
    [Theory]
    [Trait("Req", "R-CVG-19")]
    [Trait("Req", "R-CON-59")]
    [InlineData(Vote.Agree, true, false, Vote.Agree)]
    [InlineData(Vote.Agree, false, false, Vote.Unverifiable)]
    [InlineData(Vote.Disagree, true, false, Vote.Disagree)]
    [InlineData(Vote.Disagree, false, false, Vote.Concern)]
    [InlineData(Vote.Unverifiable, true, false, Vote.Unverifiable)]
    [InlineData(Vote.Withdraw, false, true, Vote.Withdraw)]
    [InlineData(Vote.Maintain, false, true, Vote.Maintain)]
    [InlineData(Vote.Withdraw, true, false, Vote.Unverifiable)]
    [InlineData(Vote.Maintain, true, false, Vote.Unverifiable)]
    [InlineData(Vote.VerificationError, false, false, Vote.VerificationError)]
    public void Vote_is_worth_its_evidence(Vote answered, bool carries, bool facesVeto, Vote expected) =>
        Assert.Equal(expected, EvidencePolicy.Instance.Count(answered, carries, facesVeto));

    [Theory]
    [InlineData(CitationVerdict.Holds, Vote.Agree)]
    [InlineData(CitationVerdict.Moved, Vote.Agree)]
    [InlineData(CitationVerdict.Fails, Vote.Unverifiable)]
    [InlineData(CitationVerdict.Unchecked, Vote.Unverifiable)]
    public void Only_a_citation_that_holds_or_moved_carries_a_vote(CitationVerdict check, Vote expected)
    {
        var batch = new Batch("b", 1, 1, [new Ask("F-001", AskRole.Refute)]);
        var result = Play.Result(batch, _ => 'A') with { Votes = [new CheckedVote("F-001", Vote.Agree, "seen", [Sample.Holding("b") with { Check = check }])] };

        var cast = Assert.Single(VoteCounting.Collect(EvidencePolicy.Instance, batch, result, []));

        Assert.Equal((Vote.Agree, expected), (cast.Value.Vote, cast.Value.Counted));
        Assert.Equal(check, Assert.Single(cast.Value.Citations).Check);
    }
}
