using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.EndToEnd.Tests.Rig;

namespace Okstra.EndToEnd.Tests.Convergence;

/// <summary>Three real CLIs that agree on wrong things: under <c>evidence</c> the code has the last word.</summary>
[Collection<DisputedRun>]
public sealed class RefutationTests(DisputedRun disputed)
{
    private static readonly string[] All = ["claude", "codex", "gemini"];

    [Fact]
    public async Task Wrong_claim_all_three_raised_is_refuted_by_evidence_in_round_1()
    {
        var (run, _) = await disputed.EndedAsync();

        var withdrawn = Finding(run, DisputedCart.GivenUp);
        Assert.Equal(All, withdrawn.Finding.Authors);
        Assert.All(withdrawn.Finding.Evidence, citation => Assert.Equal(CitationVerdict.Holds, citation.Check));
        var refutation = Assert.Single(withdrawn.Votes, vote => vote.Round == 1);
        Assert.Equal(("gemini", Vote.Disagree, Vote.Disagree), (refutation.Worker, refutation.Vote, refutation.Counted));
        Assert.Equal(FindingClass.Withdrawn, withdrawn.Classification);

        var contested = Finding(run, DisputedCart.Insisted);
        Assert.Equal(("codex", Vote.Disagree), Assert.Single(contested.Votes.Where(vote => vote.Round == 1).Select(vote => (vote.Worker, vote.Counted))));
        Assert.Equal((FindingClass.Contested, "gemini", "codex"), (contested.Classification, Assert.Single(contested.Supporters), Assert.Single(contested.Dissenters)));
    }

    [Fact]
    public async Task Correct_minority_claim_with_evidence_survives_and_a_doubt_without_evidence_moves_nothing()
    {
        var (run, _) = await disputed.EndedAsync();

        var minority = Finding(run, DisputedCart.Minority);
        Assert.Equal((FindingClass.FullConsensus, 1, "codex"), (minority.Classification, minority.ConfirmedInRound, Assert.Single(minority.Finding.Authors)));
        var doubted = Finding(run, DisputedCart.Disputed);
        Assert.Equal((FindingClass.PartialConsensus, 1), (doubted.Classification, doubted.ConfirmedInRound));
        Assert.Equal((Vote.Disagree, Vote.Concern), doubted.Votes.Where(vote => vote.Worker == "codex").Select(vote => (vote.Vote, vote.Counted)).Single());
        Assert.Empty(doubted.Dissenters);
    }

    [Fact]
    public async Task Agreement_without_evidence_confirms_nothing()
    {
        var (run, _) = await disputed.EndedAsync();

        foreach (var finding in (ConvergedFinding[])[Finding(run, DisputedCart.Unexamined), Finding(run, DisputedCart.Invented)])
        {
            Assert.Equal(FindingClass.Contested, finding.Classification);
            Assert.All(finding.Votes.Where(vote => vote.Vote != Vote.VerificationError), vote => Assert.Equal((Vote.Agree, Vote.Unverifiable), (vote.Vote, vote.Counted)));
        }

        Assert.True(Finding(run, DisputedCart.Invented).Finding.Unsupported);
        Assert.Equal(All, Finding(run, DisputedCart.Unexamined).Supporters);
    }

    [Fact]
    [Trait("Req", "R-CVG-08")]
    [Trait("Req", "R-CVG-11")]
    public async Task Queue_shrinks_by_what_is_confirmed_and_contested_is_said_only_after_the_last_round()
    {
        var (run, _) = await disputed.EndedAsync();
        var document = run.Convergence;

        Assert.Equal(DisputedCart.Classes, document.Findings.Select(finding => (finding.Finding.Id, finding.Classification)).Order());
        Assert.Equal([1, 2], document.RoundHistory.Select(round => round.Round));
        Assert.Null(document.Round2SkippedReason);
        string[] queued = [DisputedCart.GivenUp, DisputedCart.Insisted, DisputedCart.Unexamined, DisputedCart.Invented];
        Assert.Equal(7, document.RoundHistory[0].QueueBefore.Count);
        Assert.Equal(queued, document.RoundHistory[0].QueueAfter.Order(StringComparer.Ordinal));
        Assert.Equal(queued, document.RoundHistory[1].QueueBefore.Order(StringComparer.Ordinal));
        Assert.All(document.RoundHistory, round => Assert.DoesNotContain("contested", round.Confirmed.Keys));
        Assert.All(document.Findings.Where(finding => finding.Classification == FindingClass.Contested), finding => Assert.Null(finding.ConfirmedInRound));
    }

    [Fact]
    [Trait("Req", "R-CVG-29")]
    public async Task Report_shows_every_position_on_a_contested_claim_verbatim()
    {
        var (run, _) = await disputed.EndedAsync();

        var reasons = Finding(run, DisputedCart.Insisted).Votes.Select(vote => vote.Reason).ToList();
        Assert.Equal(4, reasons.Count);
        Assert.All(reasons, reason => Assert.Contains(reason, run.Markdown, StringComparison.Ordinal));
        Assert.All(reasons, reason => Assert.Contains(reason, System.Net.WebUtility.HtmlDecode(run.Html), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Vote_that_was_left_out_is_one_event_of_the_worker_that_left_it_out()
    {
        var (run, _) = await disputed.EndedAsync();

        var entry = Assert.Single(run.Errors);
        Assert.Equal(("observed", "contract-violation", "codex"), (entry.Source, entry.ErrorType, entry.Agent));
        Assert.Contains(DisputedCart.Invented, entry.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(run.RunDir, entry.Evidence!)), entry.Evidence);
    }

    private static ConvergedFinding Finding(OkstraRun run, string id) => run.Convergence.Findings.Single(finding => finding.Finding.Id == id);
}
