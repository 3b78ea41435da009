namespace Okstra.Core.Simulation;

/// <summary>All policies in one case, on the same draws.</summary>
public sealed record CaseResult(SimulatedCase Case, IReadOnlyList<PolicyResult> Policies);
