using Okstra.Core.Convergence;

namespace Okstra.Core.Grouping;

/// <summary>One finding as the lead sees it.</summary>
/// <param name="Id">Neutral: <c>N-001</c>, … says nothing about who raised it.</param>
/// <param name="Source">Whose it is; never shown.</param>
/// <param name="Finding">What is shown of it is up to the prompt.</param>
public sealed record GroupingItem(string Id, FindingSource Source, CheckedFinding Finding);
