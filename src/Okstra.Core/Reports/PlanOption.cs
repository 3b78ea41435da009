namespace Okstra.Core.Reports;

/// <summary>A candidate of 4.5.1 with its own file list.</summary>
public sealed record PlanOption(string Name, string Summary, IReadOnlyList<string> Files);
