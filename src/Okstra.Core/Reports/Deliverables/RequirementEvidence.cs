namespace Okstra.Core.Reports.Deliverables;

/// <summary>A requirement and the artifact that covers it (R-REP-49).</summary>
/// <param name="Requirement">As the brief or plan states it.</param>
/// <param name="Artifact">File and line, log, test.</param>
/// <param name="Result">What the artifact shows.</param>
public sealed record RequirementEvidence(string Requirement, string Artifact, string Result);
