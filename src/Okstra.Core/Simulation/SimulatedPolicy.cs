namespace Okstra.Core.Simulation;

/// <summary>A row of the table: a rule and, when it asks verifiers, how good they are.</summary>
public sealed record SimulatedPolicy(string Name, AcceptanceRule Rule, VerifierProfile? Verifier);
