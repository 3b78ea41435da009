namespace Okstra.Core.Simulation;

/// <summary>One simulated pull request: what was in it, what the usable workers raised, and whose answers come back empty.</summary>
public sealed record SimulatedChange
{
    /// <summary>Real defects, found or not.</summary>
    public required int Defects { get; init; }

    /// <summary>Bit w is set when the analysis of worker w was usable.</summary>
    public required int Usable { get; init; }

    public required IReadOnlyList<SimulatedFinding> Findings { get; init; }

    /// <summary>By round from 1: bit w is set when worker w's re-verification comes back empty.</summary>
    public required IReadOnlyList<int> EmptyVotes { get; init; }

    public bool IsEmptyVote(int worker, int round) => (EmptyVotes[round - 1] >> worker & 1) != 0;
}
