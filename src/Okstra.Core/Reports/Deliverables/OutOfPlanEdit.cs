namespace Okstra.Core.Reports.Deliverables;

/// <summary>A file outside the plan that had to change.</summary>
/// <param name="Path">The file.</param>
/// <param name="Reason">Why.</param>
public sealed record OutOfPlanEdit(string Path, string Reason);
