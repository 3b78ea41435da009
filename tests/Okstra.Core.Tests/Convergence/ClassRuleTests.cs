using Okstra.Core.Convergence;

namespace Okstra.Core.Tests.Convergence;

/// <summary>One line per class rule: workers, rounds, authors, what each worker answers, and the class that must follow.</summary>
public sealed class ClassRuleTests
{
    [Theory]
    [Trait("Req", "R-CVG-37")]
    [Trait("Req", "R-CVG-40")]
    // All agree with evidence in round 1.
    [InlineData("abc", 2, "a", "b:A c:A", "full-consensus", 1)]
    // Two of three, the third cannot tell, failed, or raised a concern: it is settled at once.
    [InlineData("abc", 2, "a", "b:A c:u", "partial-consensus", 1)]
    [InlineData("abc", 2, "a", "b:A c:x", "partial-consensus", 1)]
    [InlineData("abc", 2, "a", "b:A c:d", "partial-consensus", 1)]
    // Lazy agreement counts as UNVERIFIABLE: it never makes a consensus.
    [InlineData("abc", 2, "a", "b:a c:a", "worker-unique", 2)]
    [InlineData("abc", 2, "ab", "c:a", "contested", null)]
    // Both cannot tell, twice; one round only.
    [InlineData("abc", 2, "a", "b:u c:u", "worker-unique", 2)]
    [InlineData("abc", 1, "a", "b:u c:u", "worker-unique", 1)]
    // A failure when asked again is no "cannot tell"; a failure repaired by the second answer is.
    [InlineData("abc", 2, "a", "b:ux c:u", "contested", null)]
    [InlineData("abc", 2, "a", "b:xu c:u", "worker-unique", 2)]
    [InlineData("abc", 2, "a", "b:u- c:u", "contested", null)]
    // A concern is substantiated in the next round or dropped: like lazy agreement it moves no class.
    [InlineData("abc", 2, "a", "b:d c:u", "worker-unique", 2)]
    [InlineData("abc", 1, "a", "b:d c:u", "worker-unique", 1)]
    [InlineData("abc", 2, "ab", "c:d", "contested", null)]
    [InlineData("abc", 2, "a", "b:du c:u", "worker-unique", 2)]
    [InlineData("abc", 2, "a", "b:dA c:u", "partial-consensus", 2)]
    [InlineData("abc", 2, "a", "a:m b:dD c:u", "contested", null)]
    // A veto stands against any number of supporters.
    [InlineData("abc", 2, "a", "a:-m b:Am c:D", "contested", null)]
    [InlineData("abc", 2, "a", "a:-w b:Aw c:D", "withdrawn", 2)]
    [InlineData("abc", 2, "a", "a:-w b:Am c:D", "contested", null)]
    [InlineData("abc", 3, "a", "a:-m b:Am c:DDA", "full-consensus", 3)]
    [InlineData("abc", 2, "a", "a:-m b:Am c:Du", "partial-consensus", 2)]
    // Neither a lazy AGREE nor a repeated DISAGREE without evidence lifts the worker's own veto.
    [InlineData("abc", 2, "a", "a:-m b:Am c:Da", "contested", null)]
    [InlineData("abc", 2, "a", "a:-m b:Am c:Dd", "contested", null)]
    [InlineData("abc", 2, "a", "a:-m b:Am c:Dx", "contested", null)]
    // Two workers: the other one decides.
    [InlineData("ab", 2, "a", "b:A", "full-consensus", 1)]
    [InlineData("ab", 2, "a", "b:u", "worker-unique", 2)]
    [InlineData("ab", 2, "a", "b:x", "contested", null)]
    [InlineData("ab", 2, "a", "a:-w b:D", "withdrawn", 2)]
    [InlineData("ab", 2, "a", "a:-m b:D", "contested", null)]
    // All are authors: the first (fewest citations, lowest confidence, id) is told to refute.
    [InlineData("abc", 2, "abc", "a:A", "full-consensus", 1)]
    [InlineData("abc", 2, "abc", "a:a b:a c:a", "contested", null)]
    [InlineData("abc", 2, "abc", "a:u b:A", "full-consensus", 2)]
    [InlineData("abc", 2, "abc", "a:d", "contested", null)]
    [InlineData("abc", 2, "abc", "a:dA", "full-consensus", 2)]
    [InlineData("abc", 2, "abc", "a:D b:-m c:-m", "contested", null)]
    [InlineData("abc", 2, "abc", "a:D b:-w c:-w", "withdrawn", 2)]
    [InlineData("ab", 2, "ab", "a:A", "full-consensus", 1)]
    [InlineData("ab", 2, "ab", "a:u b:u", "contested", null)]
    // An extra voter refutes and vetoes but is not in V.
    [InlineData("abX", 2, "a", "b:A X:u", "full-consensus", 1)]
    [InlineData("abX", 2, "a", "a:-m b:Am X:D", "contested", null)]
    [InlineData("abX", 2, "a", "b:u X:A", "worker-unique", 2)]
    [InlineData("abX", 2, "ab", "a:u X:A", "full-consensus", 1)]
    [InlineData("abX", 2, "ab", "a:A X:u", "full-consensus", 1)]
    public void Class_follows_from_the_votes(string workers, int maxRounds, string authors, string script, string expected, int? confirmedInRound)
    {
        var input = Sample.Input(workers, maxRounds, Sample.Finding("F-001", [.. authors.Select(author => author.ToString())]));

        var (state, _) = Play.Run(input, Script(script));

        Assert.Equal(expected, state.Only().Classification?.Token());
        Assert.Equal(confirmedInRound, state.Only().ConfirmedInRound);
        Assert.Empty(state.Only().Supporters.Intersect(state.Only().Dissenters));
    }

    [Theory]
    [InlineData("a:- b:u c:u", "contested", true)]
    [InlineData("a:- b:A c:u", "partial-consensus", false)]
    [InlineData("a:- b:A c:A", "full-consensus", false)]
    public void Finding_without_holding_evidence_stays_unsupported_until_a_supporter_supplies_some(string script, string expected, bool unsupported)
    {
        var input = Sample.Input("abc", 2, Sample.Unsupported("F-001", "a"));

        var (state, _) = Play.Run(input, Script(script));
        var document = Documents.Of(state);

        Assert.Equal(expected, Assert.Single(document.Findings).Classification.Token());
        Assert.Equal(unsupported, document.Findings[0].Finding.Unsupported);
    }

    [Fact]
    public void Author_with_the_fewest_holding_citations_is_told_to_refute_when_all_are_authors()
    {
        var finding = Sample.Finding("F-001", "a", "b", "c") with
        {
            Positions = [Sample.Position("a", 0.1, 2), Sample.Position("b", 0.9, 1), Sample.Position("c", 0.4, 1)],
        };

        var state = ConvergenceFold.Run(Sample.Input("abc", 2, finding), []);

        var batch = Assert.Single(RoundPlanning.Plan(state));
        Assert.Equal("c", batch.Worker);
        Assert.Equal([new Ask("F-001", AskRole.Refute)], batch.Asks);
    }

    [Fact]
    public void Next_author_is_asked_in_the_next_round_when_the_first_refuter_fails()
    {
        var input = Sample.Input("abc", 2, Sample.Finding("F-001", "a", "b", "c"), Sample.Finding("F-002", "c"));

        var (state, asked) = Play.Run(input, (batch, ask) => ask.FindingId == "F-001" ? (batch.Worker == "a" ? 'x' : 'A') : 'u');

        Assert.Equal(["a", "a", "b"], asked.Where(batch => batch.FindingIds.Contains("F-001")).Select(batch => batch.Worker));
        Assert.Equal(FindingClass.FullConsensus, state.Findings[0].Classification);
        Assert.Equal(2, state.Findings[0].ConfirmedInRound);
    }

    [Fact]
    public void Finding_is_contested_when_its_only_refuter_failed_every_time()
    {
        var input = Sample.Input("abc", 2, Sample.Finding("F-001", "a", "b"), Sample.Finding("F-002", "c"));

        var (state, asked) = Play.Run(input, (batch, ask) => ask.FindingId == "F-002" ? 'u' : 'x');

        Assert.Equal(["c", "c"], asked.Where(batch => batch.FindingIds.Contains("F-001")).Select(batch => batch.Worker));
        Assert.Equal(FindingClass.Contested, state.Findings[0].Classification);
        Assert.Equal("Re-verification failed for c, so it was never settled.", state.Findings[0].Reason);
    }

    internal static Dictionary<string, string> Script(string script)
    {
        var answers = script.Split(' ').ToDictionary(part => part[..1], part => part[2..], StringComparer.Ordinal);
        foreach (var worker in "abcdeX")
        {
            answers.TryAdd(worker.ToString(), "-");
        }

        return answers;
    }
}
