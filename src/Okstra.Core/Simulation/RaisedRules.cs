using System.Numerics;

namespace Okstra.Core.Simulation;

/// <summary>What okstra is compared with: rules that are none of its policies.</summary>
public static class RaisedRules
{
    /// <summary>Whether the rule keeps the finding, and how many verifiers it asked.</summary>
    public static FindingOutcome Judge(SimulatedFinding finding, SimulatedChange change, int workers, SimulatedPolicy policy) => policy.Rule switch
    {
        AcceptanceRule.Single => new(finding.IsRaisedBy(0), 0),
        AcceptanceRule.Union => new(true, 0),
        AcceptanceRule.MajorityRaised => new(2 * BitOperations.PopCount((uint)finding.Raisers) > workers, 0),
        AcceptanceRule.UnanimousRaised => new(BitOperations.PopCount((uint)finding.Raisers) == workers, 0),
        AcceptanceRule.Veto => Veto(finding, change, workers, policy.Verifier!),
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy.Rule, "this rule is a policy of the engine"),
    };

    // An empty answer was asked for and is no veto.
    private static FindingOutcome Veto(SimulatedFinding finding, SimulatedChange change, int workers, VerifierProfile profile)
    {
        var (accepted, calls) = (true, 0);
        for (var worker = 0; worker < workers; worker++)
        {
            if ((change.Usable >> worker & 1) != 0 && !finding.IsRaisedBy(worker))
            {
                calls++;
                accepted &= change.IsEmptyVote(worker, 1) || finding.IsConfirmedBy(worker, profile);
            }
        }

        return new(accepted, calls);
    }
}
