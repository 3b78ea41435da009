using System.Collections.Concurrent;
using Okstra.Core.Convergence;

namespace Okstra.Core.Simulation;

/// <summary>
/// What the engine's rules make of a change, each pattern of raisers and answers asked of them once. The engine is a pure function and findings do not
/// influence one another, with one exception: when all answers of a round came back empty, whether another finding got one decides if a further round is
/// run. Where that can happen the whole change goes through the engine every time.
/// </summary>
internal sealed class EngineVerdicts
{
    private readonly ConcurrentDictionary<int, FindingOutcome> _known = new();
    private readonly SimulatedRoster _roster;
    private readonly ConvergenceConfig _config;
    private readonly VerifierProfile _profile;
    private readonly bool _independent;
    private readonly int _everybody;

    public EngineVerdicts(SimulatedRoster roster, SimulatedPolicy policy, SimulationSettings settings)
    {
        _roster = roster;
        _config = SimulatedConvergence.ConfigOf(policy.Rule, settings.Rounds);
        _profile = policy.Verifier!;
        _independent = settings.Rounds == 1 || settings.EmptyRate <= 0;
        _everybody = (1 << settings.Workers) - 1;
    }

    /// <summary>One outcome per finding, in their order.</summary>
    public IEnumerable<FindingOutcome> Of(SimulatedChange change) => _independent ? change.Findings.Select(finding => Known(change, finding)) : Ask(change);

    private FindingOutcome Known(SimulatedChange change, SimulatedFinding finding)
    {
        var key = KeyOf(change, finding);
        return _known.TryGetValue(key, out var known) ? known : _known.GetOrAdd(key, Ask(change with { Findings = [finding] })[0]);
    }

    private List<FindingOutcome> Ask(SimulatedChange change)
    {
        var state = SimulatedConvergence.Run(change, _roster, _config, _profile);
        return [.. state.Findings.Select(finding => new FindingOutcome(SimulatedConvergence.IsAccepted(finding.Classification), finding.Votes.Count))];
    }

    // Everything that the engine gets to see: who is usable, who raised it, who would confirm it, whose answer is empty.
    private int KeyOf(SimulatedChange change, SimulatedFinding finding)
    {
        var key = ((change.Usable << SimulationLimits.MaxWorkers | finding.Raisers) << SimulationLimits.MaxWorkers | (change.EmptyVotes[0] & _everybody)) << SimulationLimits.MaxWorkers;
        for (var worker = 0; worker < _roster.Names.Count; worker++)
        {
            key |= finding.IsConfirmedBy(worker, _profile) ? 1 << worker : 0;
        }

        return key;
    }
}
