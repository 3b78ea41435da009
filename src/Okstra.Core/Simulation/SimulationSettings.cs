namespace Okstra.Core.Simulation;

/// <summary>What holds for every case of one simulation; valid by <see cref="SimulationLimits.Check"/>.</summary>
public sealed record SimulationSettings
{
    public const ulong DefaultSeed = 7;
    public const int DefaultChanges = 20_000;
    public const int DefaultWorkers = 3;

    public ulong Seed { get; init; } = DefaultSeed;

    /// <summary>Simulated pull requests per case.</summary>
    public int Changes { get; init; } = DefaultChanges;

    public int Workers { get; init; } = DefaultWorkers;

    /// <summary>Re-verification rounds, 1 to 3.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>Probability that one answer of a worker is empty, which is an error: no findings of it count, or none of its votes (9.7 % in arXiv 2510.11822).</summary>
    public double EmptyRate { get; init; }

    /// <summary>Probability β that all workers fail together: on a defect, or in judging a finding (arXiv 2606.27288: .052 to .079).</summary>
    public double CommonShock { get; init; }

    public IReadOnlyList<SimulatedCase> Cases { get; init; } = SimulatedCases.Default;

    public IReadOnlyList<SimulatedPolicy> Policies { get; init; } = SimulatedPolicies.Default;
}
