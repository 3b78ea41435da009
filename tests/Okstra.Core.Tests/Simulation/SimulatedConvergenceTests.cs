using System.Numerics;
using Okstra.Core.Convergence;
using Okstra.Core.Simulation;

namespace Okstra.Core.Tests.Simulation;

/// <summary>What the engine's rules make of draws, against the rules in words.</summary>
public sealed class SimulatedConvergenceTests
{
    private const int Changes = 400;
    private static readonly VerifierProfile Verifier = VerifierProfile.EvidenceObliged;

    [Fact]
    public void Policy_evidence_with_three_workers_asks_one_refuter_of_a_shared_finding_and_both_others_of_a_unique_one()
    {
        ForEach(workers: 3, AcceptanceRule.Evidence, (finding, accepted, calls) =>
        {
            // Of all three the engine asks the first when they are alike.
            int[] asked = finding.Raisers == 0b111 ? [0] : [.. Enumerable.Range(0, 3).Where(worker => !finding.IsRaisedBy(worker))];

            Assert.Equal(asked.Length, calls);
            Assert.Equal(asked.All(worker => finding.IsConfirmedBy(worker, Verifier)), accepted);
        });
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Policy_classic_accepts_what_a_majority_of_votes_supports(int workers)
    {
        ForEach(workers, AcceptanceRule.Classic, (finding, accepted, calls) =>
        {
            var raisers = BitOperations.PopCount((uint)finding.Raisers);
            var supporters = raisers + Enumerable.Range(0, workers).Count(worker => !finding.IsRaisedBy(worker) && finding.IsConfirmedBy(worker, Verifier));

            Assert.Equal(workers - raisers, calls);
            Assert.Equal(supporters >= 2 && supporters > workers - supporters, accepted);
        });
    }

    [Theory]
    [InlineData(2, 1, 0.3)]
    [InlineData(3, 1, 0.0)]
    [InlineData(3, 3, 0.0)]
    [InlineData(3, 2, 0.3)]
    [InlineData(5, 1, 0.2)]
    [InlineData(4, 3, 0.2)]
    public void Asking_the_rules_once_per_pattern_gives_what_whole_changes_give(int workers, int rounds, double emptyRate)
    {
        var settings = new SimulationSettings { Workers = workers, Rounds = rounds, EmptyRate = emptyRate, CommonShock = .1, Changes = Changes, Cases = [SimulatedCases.Noisy] };
        var roster = new SimulatedRoster(workers);
        var draw = new ChangeDraw(SimulatedCases.Noisy, settings);
        foreach (var policy in SimulatedPolicies.All.Where(policy => policy.Rule is AcceptanceRule.Classic or AcceptanceRule.Evidence))
        {
            var sum = default(PolicyTally);
            foreach (var change in Enumerable.Range(0, Changes).Select(draw.Change))
            {
                var state = SimulatedConvergence.Run(change, roster, SimulatedConvergence.ConfigOf(policy.Rule, rounds), policy.Verifier!);
                foreach (var (finding, drawn) in state.Findings.Zip(change.Findings))
                {
                    sum = sum.With(drawn.IsTrue, new FindingOutcome(SimulatedConvergence.IsAccepted(finding.Classification), 0));
                }

                sum = sum with { Calls = sum.Calls + state.RoundHistory.Sum(round => round.Dispatches.Sum(dispatch => dispatch.FindingIds.Count)) };
            }

            var simulated = Simulator.Run(settings with { Policies = [policy] }, 1, TestContext.Current.CancellationToken)[0].Policies[0].Tally;

            Assert.Equal(sum, simulated);
        }
    }

    [Fact]
    public void Verifier_that_was_overruled_stays_of_its_opinion_in_later_rounds()
    {
        var change = new SimulatedChange { Defects = 1, Usable = 0b111, EmptyVotes = [0, 0, 0], Findings = [new SimulatedFinding(true, 0b001, [-1, -1, 3], false)] };

        var state = SimulatedConvergence.Run(change, new SimulatedRoster(3), SimulatedConvergence.ConfigOf(AcceptanceRule.Evidence, 3), Verifier);

        Assert.Equal(3, state.RoundHistory.Count);
        Assert.Equal(FindingClass.Contested, state.Findings[0].Classification);
    }

    [Fact]
    public void Second_round_repairs_a_vote_that_came_back_empty()
    {
        var change = new SimulatedChange { Defects = 1, Usable = 0b11, EmptyVotes = [0b10, 0, 0], Findings = [new SimulatedFinding(true, 0b01, [-1, -1], false), new SimulatedFinding(true, 0b10, [-1, -1], false)] };
        FindingClass? After(int rounds) => SimulatedConvergence.Run(change, new SimulatedRoster(2), SimulatedConvergence.ConfigOf(AcceptanceRule.Evidence, rounds), Verifier).Findings[0].Classification;

        Assert.Equal(FindingClass.Contested, After(1));
        Assert.Equal(FindingClass.FullConsensus, After(2));
    }

    private static void ForEach(int workers, AcceptanceRule rule, Action<SimulatedFinding, bool, int> check)
    {
        var roster = new SimulatedRoster(workers);
        var draw = new ChangeDraw(SimulatedCases.Correlated, new SimulationSettings { Workers = workers });
        foreach (var change in Enumerable.Range(0, Changes).Select(draw.Change).Where(change => change.Findings.Count > 0))
        {
            var state = SimulatedConvergence.Run(change, roster, SimulatedConvergence.ConfigOf(rule, 1), Verifier);
            foreach (var (finding, drawn) in state.Findings.Zip(change.Findings))
            {
                check(drawn, SimulatedConvergence.IsAccepted(finding.Classification), finding.Votes.Count);
            }
        }
    }
}
