namespace Okstra.Core.Simulation;

/// <summary>What reviewed changes look like (SWR-Bench, arXiv 2509.01494: 1 000 pull requests, half of them clean, 1.90 change-points in the others).</summary>
public static class ChangeModel
{
    public const double CleanShare = 0.5;

    /// <summary>Mean of the Poisson variable; a change that is not clean has at least one defect.</summary>
    public const double MeanDefects = 1.9;

    /// <summary>e^−<see cref="MeanDefects"/>.</summary>
    public static double DefectLimit { get; } = ExactMath.ExpOfMinus(MeanDefects);

    /// <summary>Expected number of defects in a change.</summary>
    public static double DefectsPerChange { get; } = (1 - CleanShare) * (MeanDefects + DefectLimit);
}
