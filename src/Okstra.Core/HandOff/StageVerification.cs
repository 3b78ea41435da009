namespace Okstra.Core.HandOff;

/// <summary>A recorded verification of a stage.</summary>
/// <param name="ReportPath">Absolute.</param>
/// <param name="Verdict">Verdict token.</param>
public sealed record StageVerification(string ReportPath, string Verdict);
