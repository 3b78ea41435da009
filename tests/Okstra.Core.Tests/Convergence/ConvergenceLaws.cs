using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;

namespace Okstra.Core.Tests.Convergence;

/// <summary>What must be true of every convergence, whoever votes what.</summary>
public sealed class ConvergenceLaws
{
    private const string Letters = "AaDduwmWMx-";

    /// <summary>A world from one seed: 2 to 4 workers, perhaps an extra voter, 0 to 6 findings, 1 to 3 rounds, arbitrary answers.</summary>
    private sealed record World(int Seed, ConvergencePolicy Policy = ConvergencePolicy.Evidence)
    {
        public ConvergenceInput Input
        {
            get
            {
                var random = new Random(Seed);
                var workers = "abcd"[..random.Next(2, 5)];
                var findings = Enumerable.Range(1, random.Next(0, 7)).Select(number =>
                {
                    var authors = workers.Where(_ => random.Next(2) == 0).Select(letter => letter.ToString()).DefaultIfEmpty("a").ToArray();
                    return random.Next(4) == 0 ? Sample.Unsupported($"F-{number:D3}", authors) : Sample.Finding($"F-{number:D3}", authors);
                }).ToArray();
                return Sample.Input(Policy, workers + (random.Next(3) == 0 ? "X" : ""), random.Next(1, 4), findings);
            }
        }

        public char Answer(Batch batch, Ask ask) => Letters[(int)((uint)HashCode(batch.Worker, batch.Round, ask.FindingId) % Letters.Length)];

        // A failed dispatch fails for all its findings, so that a batch's letters agree on 'x'.
        private int HashCode(string worker, int round, string findingId) => unchecked((Seed * 31) + (worker[0] * 7919) + (round * 104729) + (findingId[^1] * 1299709) + ((Seed >> (round + (worker[0] % 5))) * 17));
    }

    private static void HoldsForEveryPolicy(Action<World> law) =>
        Holds(world => Assert.All(Enum.GetValues<ConvergencePolicy>(), policy => law(world with { Policy = policy })));

    private static void Holds(Action<World> law) => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => law(new World(seed & 0xFFFFFF))).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    [Trait("Req", "R-CVG-13")]
    public void Convergence_terminates_within_the_effective_maximum_of_rounds() => HoldsForEveryPolicy(world =>
    {
        var (state, asked) = Play.Run(world.Input, world.Answer);

        Assert.True(state.RoundHistory.Count <= world.Input.Config.EffectiveMaxRounds);
        Assert.All(asked, batch => Assert.InRange(batch.Round, 1, world.Input.Config.EffectiveMaxRounds));
        Assert.All(state.Findings, finding => Assert.NotNull(finding.Classification));
    });

    [Fact]
    [Trait("Req", "R-CVG-10")]
    public void Confirmed_finding_is_never_in_a_later_plan() => HoldsForEveryPolicy(world =>
    {
        var (state, asked) = Play.Run(world.Input, world.Answer);

        foreach (var finding in state.Findings.Where(finding => finding.ConfirmedInRound is not null))
        {
            Assert.DoesNotContain(asked, batch => batch.Round > finding.ConfirmedInRound && batch.FindingIds.Contains(finding.Finding.Id));
        }
    });

    [Fact]
    public void Queued_finding_is_asked_about_in_every_executed_round() => HoldsForEveryPolicy(world =>
    {
        var (state, asked) = Play.Run(world.Input, world.Answer);

        Assert.All(state.RoundHistory, round => Assert.Equal(
            round.QueueBefore.Order(StringComparer.Ordinal),
            asked.Where(batch => batch.Round == round.Round).SelectMany(batch => batch.FindingIds).Distinct().Order(StringComparer.Ordinal)));
    });

    [Fact]
    [Trait("Req", "R-CVG-11")]
    [Trait("Req", "R-CVG-12")]
    public void Contested_means_that_reverification_is_exhausted() => HoldsForEveryPolicy(world =>
    {
        var (state, _) = Play.Run(world.Input, world.Answer);
        var contested = state.Findings.Where(finding => finding.Classification == FindingClass.Contested).Select(finding => finding.Finding.Id).ToList();

        Assert.Equal(state.RoundHistory.Count == 0 ? [] : state.RoundHistory[^1].QueueAfter, contested);
        Assert.True(
            contested.Count == 0 || state.RoundHistory.Count == world.Input.Config.EffectiveMaxRounds || state.RoundHistory[^1].Dispatches.All(dispatch => dispatch.TerminalStatus != Core.Workers.WorkerStatus.Completed),
            "a contested finding was left although another round could have run");

        // Whatever is said after that changes nothing.
        var late = new RoundResult(state.RoundHistory.Count + 1, "s", "e", [.. world.Input.Voters.Select(voter => Play.Result(new Batch(voter.Worker, state.RoundHistory.Count + 1, 1, [.. state.Findings.Select(finding => new Ask(finding.Finding.Id, AskRole.Refute))]), _ => 'A'))]);
        var rounds = Replayed(world).Append(late).ToList();
        Assert.Equal(Json(state), Json(ConvergenceFold.Run(world.Input, rounds)));
    });

    [Fact]
    [Trait("Req", "R-CVG-40")]
    public void Counts_add_up() => HoldsForEveryPolicy(world =>
    {
        var document = Documents.Of(Play.Run(world.Input, world.Answer).State);

        Assert.Equal(document.Findings.Count, document.FinalClassificationCounts.Values.Sum());
        foreach (var round in document.RoundHistory)
        {
            Assert.Equal(round.Dispatches.Sum(dispatch => dispatch.FindingIds.Count), round.Votes.Values.Sum());
            Assert.Equal(round.QueueBefore.Count, round.QueueAfter.Count + round.Confirmed.Values.Sum(ids => ids.Count));
        }
    });

    [Fact]
    public void Classes_do_not_depend_on_the_order_of_workers_or_arrival() => HoldsForEveryPolicy(world =>
    {
        var input = world.Input;
        var shuffled = input with { Voters = [.. input.Voters.Reverse()] };
        var rounds = new List<RoundResult>();
        var reversed = new List<RoundResult>();
        var state = ConvergenceFold.Run(input, rounds);
        while (!state.Finished)
        {
            var results = RoundPlanning.Plan(state).Select(batch => Play.Result(batch, ask => world.Answer(batch, ask))).ToList();
            rounds.Add(new RoundResult(state.NextRound!.Value, "s", "e", results));
            reversed.Insert(0, new RoundResult(state.NextRound!.Value, "s", "e", [.. Enumerable.Reverse(results).Select(result => result with { Votes = [.. result.Votes.Reverse()] })]));
            state = ConvergenceFold.Run(input, rounds);
        }

        Assert.Equal(Json(state), Json(ConvergenceFold.Run(shuffled, reversed)));
    });

    [Fact]
    [Trait("Req", "R-CVG-21")]
    [Trait("Req", "R-WRK-66")]
    public void Errors_never_count_as_dissent() => HoldsForEveryPolicy(world =>
    {
        var (state, _) = Play.Run(world.Input, (batch, ask) => world.Answer(batch, ask) is 'D' or 'd' ? 'x' : world.Answer(batch, ask));

        Assert.All(state.Findings, finding => Assert.Empty(finding.Dissenters));
        Assert.All(state.RoundHistory, round => Assert.Equal(0, round.Votes["DISAGREE"]));
    });

    [Fact]
    public void Lazy_refuters_make_no_consensus() => Holds(world =>
    {
        var (state, _) = Play.Run(world.Input, (_, _) => 'a');

        Assert.All(state.Findings, finding => Assert.False(finding.Classification is FindingClass.FullConsensus or FindingClass.PartialConsensus));
    });

    [Fact]
    public void Disagreeing_without_evidence_moves_no_finding_away_from_consensus() => Holds(world =>
    {
        static char Silent(char letter) => letter is 'd' ? '-' : letter is 'x' ? 'u' : letter;

        var withConcerns = Play.Run(world.Input, (batch, ask) => world.Answer(batch, ask) is 'x' ? 'u' : world.Answer(batch, ask)).State;
        var without = Play.Run(world.Input, (batch, ask) => Silent(world.Answer(batch, ask))).State;

        Assert.Equal(without.Findings.Select(Consensus), withConcerns.Findings.Select(Consensus));
    });

    [Theory]
    [InlineData('a')]
    [InlineData('d')]
    public void Worker_that_always_says_the_same_without_evidence_moves_no_class(char always) => Holds(world =>
    {
        FindingClass?[] Classes(char letter) => [.. Play.Run(world.Input, (batch, ask) => batch.Worker == "b" ? letter : world.Answer(batch, ask) is 'x' ? 'u' : world.Answer(batch, ask)).State.Findings.Select(finding => finding.Classification)];

        Assert.Equal(Classes('u'), Classes(always));
    });

    [Fact]
    public void Removing_votes_without_evidence_never_confirms_anything() => Holds(world =>
    {
        char Answer(Batch batch, Ask ask) => world.Answer(batch, ask) is 'x' ? 'u' : world.Answer(batch, ask);

        var with = Play.Run(world.Input, Answer).State;
        var without = Play.Run(world.Input, (batch, ask) => Answer(batch, ask) is 'a' or 'd' ? '-' : Answer(batch, ask)).State;

        foreach (var (before, after) in with.Findings.Zip(without.Findings))
        {
            Assert.True(before.Classification!.Value.IsConfirmed() || !after.Classification!.Value.IsConfirmed(), $"{before.Finding.Id}: {before.Classification} became {after.Classification}");
        }
    });

    [Fact]
    public void Consensus_always_rests_on_a_refuter_with_evidence_and_no_veto() => Holds(world =>
    {
        var (state, _) = Play.Run(world.Input, world.Answer);

        foreach (var finding in state.Findings.Where(finding => Consensus(finding)))
        {
            Assert.Empty(finding.Dissenters);
            Assert.Contains(finding.Votes, vote => vote.Counted == Vote.Agree && vote.Round >= 1 && vote.Citations.Any(citation => citation.Carries) && finding.Supporters.Contains(vote.Worker));
        }
    });

    private static List<RoundResult> Replayed(World world)
    {
        var rounds = new List<RoundResult>();
        for (var state = ConvergenceFold.Run(world.Input, rounds); !state.Finished; state = ConvergenceFold.Run(world.Input, rounds))
        {
            rounds.Add(new RoundResult(state.NextRound!.Value, "2026-01-01T00:00:00Z", "2026-01-01T00:01:00Z", [.. RoundPlanning.Plan(state).Select(batch => Play.Result(batch, ask => world.Answer(batch, ask)))]));
        }

        return rounds;
    }

    private static bool Consensus(FindingState finding) => finding.Classification is FindingClass.FullConsensus or FindingClass.PartialConsensus;

    private static string Json(ConvergenceState state) => System.Text.Json.JsonSerializer.Serialize(Documents.Of(state), ConvergenceJson.Default.ConvergenceDocument);
}
