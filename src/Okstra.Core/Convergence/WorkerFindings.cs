namespace Okstra.Core.Convergence;

/// <summary>All findings of one usable worker.</summary>
public sealed record WorkerFindings(string Worker, IReadOnlyList<CheckedFinding> Findings);
