using Okstra.Core.Findings;

namespace Okstra.Core.Convergence;

/// <summary>A worker's finding with its citations checked.</summary>
public sealed record CheckedFinding(Finding Finding, IReadOnlyList<Evidence> Evidence);
