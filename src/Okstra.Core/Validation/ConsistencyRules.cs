using Okstra.Core.Convergence;

namespace Okstra.Core.Validation;

/// <summary>The convergence state is what its votes give, and they are what was answered.</summary>
internal static class ConsistencyRules
{
    public static void Check(ConvergenceDocument state, ValidationInputs inputs, Verdicts verdicts)
    {
        foreach (var (path, hash) in inputs.StateInputHashes.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (hash is null || !string.Equals(state.Inputs.GetValueOrDefault(path), hash, StringComparison.Ordinal))
            {
                verdicts.Add(Rules.StateInputs, hash is null ? $"'{path}' is gone" : $"'{path}' is not the document that the convergence state was made from", path);
            }
        }

        if (inputs.Findings is not { } findings)
        {
            return;
        }

        foreach (var difference in StateConsistency.Check(findings, state, inputs.Settlements))
        {
            verdicts.Add(Rules.StateFollowsVotes, difference.ToString(), inputs.ConvergencePath);
        }
    }
}
