namespace Okstra.Core.Simulation;

/// <summary>How one policy did in one case.</summary>
/// <param name="Policy">Which one.</param>
/// <param name="Tally">What was counted.</param>
/// <param name="Defects">Real defects in all changes, found or not.</param>
/// <param name="Changes">Simulated changes.</param>
public sealed record PolicyResult(SimulatedPolicy Policy, PolicyTally Tally, long Defects, int Changes)
{
    /// <summary>Kept findings that are right over all kept ones; 0 when nothing is kept.</summary>
    public double Precision => Ratio(Tally.TruePositives, Tally.TruePositives + Tally.FalsePositives);

    /// <summary>Kept findings that are right over all defects.</summary>
    public double Recall => Ratio(Tally.TruePositives, Defects);

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Ratio(2 * Tally.TruePositives, Tally.TruePositives + Tally.FalsePositives + Defects);

    public double FindingsPerChange => Ratio(Tally.TruePositives + Tally.FalsePositives, Changes);

    public double CallsPerChange => Ratio(Tally.Calls, Changes);

    /// <summary>F1 bought by one call per change; null for a rule that asks nobody.</summary>
    public double? F1PerCall => Tally.Calls == 0 ? null : F1 / CallsPerChange;

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
