using System.Globalization;
using Okstra.Core.Convergence;
using Okstra.Core.Problems;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Convergence;

/// <summary>What the convergence of a run starts from, whoever leads it.</summary>
internal static class RunConvergence
{
    /// <exception cref="UserErrorException">The manifest was edited to a number of rounds that no run can have (R-CVG-02).</exception>
    public static ConvergenceInput InputOf(RunBundle bundle, FindingsDocument findings) =>
        bundle.Manifest.Convergence.EffectiveMaxRounds is >= 1 and <= ConvergenceRules.MaxRoundsLimit
            ? new ConvergenceInput(bundle.Manifest.Convergence, findings.Voters, findings.Findings)
            : throw new UserErrorException(
                "OKS0554",
                string.Create(CultureInfo.InvariantCulture, $"'{bundle.Layout.RunManifest}' says convergence.effectiveMaxRounds {bundle.Manifest.Convergence.EffectiveMaxRounds}; valid: 1, 2, 3"),
                "it was edited by hand; restore the file from a backup, or start a new run");
}
