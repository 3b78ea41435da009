namespace Okstra.Core.Simulation;

/// <summary>One policy in a chart.</summary>
internal sealed record ChartPoint(string Label, AcceptanceRule Rule, double X, double Y);
