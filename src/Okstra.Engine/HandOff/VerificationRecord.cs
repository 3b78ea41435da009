namespace Okstra.Engine.HandOff;

/// <summary>What was recorded of a verification.</summary>
/// <param name="Stage">From 1.</param>
/// <param name="HeadSha">Full id of the commit that was accepted.</param>
/// <param name="ReportPath">Absolute.</param>
/// <param name="Verdict">Verdict token.</param>
/// <param name="Scope"><c>whole-task</c> or <c>single-stage</c>.</param>
/// <param name="AlreadyRecorded">Nothing had to be written.</param>
public sealed record VerificationRecord(int Stage, string HeadSha, string ReportPath, string Verdict, string Scope, bool AlreadyRecorded);
