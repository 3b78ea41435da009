using System.Collections.Concurrent;
using Okstra.Core.Convergence;

namespace Okstra.Core.Simulation;

/// <summary>
/// What the engine's rules make of a change, each pattern of raisers and answers asked of them once. That is the same as asking for the whole change: the
/// engine is a pure function, and findings meet only at the gate of a further round, which stays shut when no answer of the round before came. A finding
/// that would be stopped there on its own sends its whole change through the engine.
/// </summary>
internal sealed class EngineVerdicts(SimulatedRoster roster, SimulatedPolicy policy, int rounds)
{
    private readonly ConcurrentDictionary<int, (FindingOutcome Outcome, bool StoppedAtGate)> _alone = new();
    private readonly ConvergenceConfig _config = SimulatedConvergence.ConfigOf(policy.Rule, rounds);
    private readonly VerifierProfile _profile = policy.Verifier!;

    /// <summary>One outcome per finding, in their order.</summary>
    public IReadOnlyList<FindingOutcome> Of(SimulatedChange change)
    {
        var outcomes = new FindingOutcome[change.Findings.Count];
        for (var index = 0; index < outcomes.Length; index++)
        {
            var (outcome, stopped) = Alone(change, change.Findings[index]);
            if (stopped)
            {
                return Outcomes(Run(change));
            }

            outcomes[index] = outcome;
        }

        return outcomes;
    }

    private static List<FindingOutcome> Outcomes(ConvergenceState state) =>
        [.. state.Findings.Select(finding => new FindingOutcome(SimulatedConvergence.IsAccepted(finding.Classification), finding.Votes.Count))];

    private (FindingOutcome Outcome, bool StoppedAtGate) Alone(SimulatedChange change, SimulatedFinding finding)
    {
        var key = KeyOf(change, finding);
        if (!_alone.TryGetValue(key, out var known))
        {
            var state = Run(change with { Findings = [finding] });
            known = _alone.GetOrAdd(key, (Outcomes(state)[0], IsGate(state.Round2SkippedReason) || IsGate(state.Round3SkippedReason)));
        }

        return known;
    }

    private static bool IsGate(string? reason) => string.Equals(reason, RoundGate.NoCompletedReverify, StringComparison.Ordinal);

    private ConvergenceState Run(SimulatedChange change) => SimulatedConvergence.Run(change, roster, _config, _profile);

    // Everything that the engine gets to see: who is usable, who raised it, whose answers are empty, who would confirm it.
    private int KeyOf(SimulatedChange change, SimulatedFinding finding)
    {
        var key = (change.Usable << SimulationLimits.MaxWorkers) | finding.Raisers;
        for (var round = 0; round < rounds; round++)
        {
            key = (key << SimulationLimits.MaxWorkers) | (change.EmptyVotes[round] & change.Usable);
        }

        var confirmers = 0;
        for (var worker = 0; worker < roster.Names.Count; worker++)
        {
            confirmers |= finding.IsConfirmedBy(worker, _profile) ? 1 << worker : 0;
        }

        return (key << SimulationLimits.MaxWorkers) | (confirmers & change.Usable);
    }
}
