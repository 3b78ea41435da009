namespace Okstra.Core.Phases;

/// <summary>A cited implementation report with what it says.</summary>
/// <param name="Cited">Where it is.</param>
/// <param name="Report">What it says.</param>
public sealed record ImplementationSource(CitedReport Cited, ImplementationReport Report);
