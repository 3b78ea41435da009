namespace Okstra.Core.Simulation;

/// <summary>What a policy made of one finding.</summary>
/// <param name="Accepted">Kept.</param>
/// <param name="Calls">Questions put to verifiers about it.</param>
public readonly record struct FindingOutcome(bool Accepted, int Calls);
