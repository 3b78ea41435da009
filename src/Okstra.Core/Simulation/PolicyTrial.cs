namespace Okstra.Core.Simulation;

/// <summary>One policy in one simulation: what it makes of each change.</summary>
internal sealed class PolicyTrial(SimulatedRoster roster, SimulatedPolicy policy, SimulationSettings settings)
{
    private readonly EngineVerdicts? _engine = policy.Rule is AcceptanceRule.Classic or AcceptanceRule.Evidence ? new EngineVerdicts(roster, policy, settings.Rounds) : null;

    public PolicyTally Of(SimulatedChange change)
    {
        var outcomes = _engine?.Of(change) ?? change.Findings.Select(finding => RaisedRules.Judge(finding, change, settings.Workers, policy));
        return change.Findings.Zip(outcomes).Aggregate(default(PolicyTally), (tally, pair) => tally.With(pair.First.IsTrue, pair.Second));
    }
}
