namespace Okstra.Core.Reports;

/// <summary>4.5.3.</summary>
public sealed record PlanRecommendation(string Option, string Reason, string Basis, string Rejected);
