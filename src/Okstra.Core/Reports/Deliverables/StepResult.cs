namespace Okstra.Core.Reports.Deliverables;

/// <summary>What became of a step of the plan: a commit, or the reason it was skipped (R-PHS-071).</summary>
/// <param name="Step">As the plan names it.</param>
/// <param name="Commit">Null when it was skipped.</param>
/// <param name="SkipReason">Null when it was carried out.</param>
public sealed record StepResult(string Step, string? Commit, string? SkipReason);
