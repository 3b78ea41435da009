using Okstra.Core.Convergence;
using Okstra.Core.Problems;
using Okstra.Core.Tasks;

namespace Okstra.Core.Tests.Convergence;

/// <summary>Policy <c>classic</c>: the original's rules, one line each.</summary>
public sealed class ClassicPolicyTests
{
    [Theory]
    [Trait("Req", "R-CVG-34")]
    [Trait("Req", "R-CVG-37")]
    // All authors: at once, and nobody is asked.
    [InlineData("abc", 2, "abc", "", "full-consensus", 0)]
    [InlineData("ab", 2, "ab", "", "full-consensus", 0)]
    // Raw votes count, with evidence (upper case) or without.
    [InlineData("abc", 2, "a", "b:a c:a", "full-consensus", 1)]
    [InlineData("abc", 2, "a", "b:a c:d", "partial-consensus", 1)]
    [InlineData("abc", 2, "a", "b:a c:D", "partial-consensus", 1)]
    [InlineData("abc", 2, "ab", "c:D", "partial-consensus", 1)]
    [InlineData("abc", 2, "ab", "c:x", "partial-consensus", 1)]
    [InlineData("abc", 2, "ab", "c:u", "partial-consensus", 1)]
    // One against one, or outvoted: queued, then contested.
    [InlineData("abc", 2, "a", "b:d c:d", "contested", null)]
    [InlineData("abc", 2, "a", "b:d c:u", "contested", null)]
    [InlineData("ab", 2, "a", "b:d", "contested", null)]
    [InlineData("abcd", 2, "ab", "c:d d:d", "contested", null)]
    // The latest vote of a worker wins.
    [InlineData("abc", 2, "a", "b:da c:d", "partial-consensus", 2)]
    [InlineData("abc", 2, "a", "b:da c:da", "full-consensus", 2)]
    [InlineData("abc", 3, "a", "b:ddu c:ddu", "worker-unique", 3)]
    // Everybody else cannot tell: unique at once; an error is no answer.
    [InlineData("abc", 2, "a", "b:u c:u", "worker-unique", 1)]
    [InlineData("abc", 2, "a", "b:u c:x", "contested", null)]
    [InlineData("abc", 2, "a", "b:u c:xu", "worker-unique", 2)]
    // An extra voter's dissent counts, its agreement does not make a majority of V.
    [InlineData("abX", 2, "a", "b:u X:a", "worker-unique", 1)]
    [InlineData("abX", 2, "a", "b:a X:d", "partial-consensus", 1)]
    public void Class_follows_from_the_raw_votes(string workers, int maxRounds, string authors, string script, string expected, int? confirmedInRound)
    {
        var input = Sample.Input(ConvergencePolicy.Classic, workers, maxRounds, Sample.Finding("F-001", [.. authors.Select(author => author.ToString())]));

        var (state, _) = Play.Run(input, ClassRuleTests.Script(script.Length == 0 ? "a:-" : script));

        Assert.Equal(expected, state.Only().Classification?.Token());
        Assert.Equal(confirmedInRound, state.Only().ConfirmedInRound);
    }

    [Fact]
    [Trait("Req", "R-CVG-35")]
    public void Only_workers_without_a_supporting_vote_are_asked()
    {
        var input = Sample.Input(ConvergencePolicy.Classic, "abcd", 2, Sample.Finding("F-001", "a"), Sample.Finding("F-002", "a", "b", "c", "d"));

        var (_, asked) = Play.Run(input, ClassRuleTests.Script("b:a c:d d:d"));

        Assert.Equal(["b1", "c1", "d1", "c2", "d2"], asked.Select(batch => $"{batch.Worker}{batch.Round}"));
        Assert.All(asked, batch => Assert.Equal(["F-001"], batch.FindingIds));
    }

    [Fact]
    public void Evidence_decides_nothing()
    {
        var input = Sample.Input(ConvergencePolicy.Classic, "abc", 2, Sample.Unsupported("F-001", "a", "b", "c"), Sample.Unsupported("F-002", "a"));

        var (state, _) = Play.Run(input, ClassRuleTests.Script("b:a c:a"));

        Assert.All(state.Findings, finding => Assert.Equal(FindingClass.FullConsensus, finding.Classification));
        Assert.All(Documents.Of(state).Findings, finding => Assert.True(finding.Finding.Unsupported));
    }

    [Fact]
    [Trait("Req", "R-CVG-33")]
    public void One_usable_worker_makes_every_finding_unique_to_it()
    {
        var input = Sample.Input(ConvergencePolicy.Classic, "a", 2, Sample.Finding("F-001", "a"), Sample.Unsupported("F-002", "a"));

        var document = Documents.Of(ConvergenceFold.Run(input, []));

        Assert.All(document.Findings, finding => Assert.Equal(FindingClass.WorkerUnique, finding.Classification));
        Assert.True(document.ReducedConfidence);
        Assert.Empty(document.RoundHistory);
    }

    [Fact]
    public void Nothing_to_ask_after_round_zero_is_recorded_as_an_empty_queue()
    {
        var state = ConvergenceFold.Run(Sample.Input(ConvergencePolicy.Classic, "abc", 3, Sample.Finding("F-001", "a", "b", "c")), []);

        Assert.Empty(state.RoundHistory);
        Assert.Equal("queue-empty", state.Round2SkippedReason);
        Assert.Equal("queue-empty", state.Round3SkippedReason);
    }

    [Fact]
    public void Unknown_policy_is_refused_with_the_valid_ones()
    {
        var error = Assert.Throws<UserErrorException>(() => ConvergenceRules.Resolve(TaskType.ErrorAnalysis, new ConvergenceSettings { Policy = "majority" }));

        Assert.Contains("convergence.policy is 'majority'; valid: evidence, classic", error.Problem.Message, StringComparison.Ordinal);
        Assert.Equal(ConvergencePolicy.Classic, ConvergenceRules.Resolve(TaskType.ErrorAnalysis, new ConvergenceSettings { Policy = "classic" }).Policy);
        Assert.Equal(ConvergencePolicy.Evidence, ConvergenceRules.Resolve(TaskType.ErrorAnalysis, new ConvergenceSettings()).Policy);
    }
}
