namespace Okstra.Cli.Output;

/// <summary><c>okstra handoff record-verified</c>.</summary>
/// <param name="Ok">Always true.</param>
/// <param name="Stage">From 1.</param>
/// <param name="HeadSha">Full id of the commit that was accepted.</param>
/// <param name="ReportPath">Absolute.</param>
/// <param name="Verdict">Verdict token.</param>
/// <param name="Scope"><c>whole-task</c> or <c>single-stage</c>.</param>
/// <param name="AlreadyRecorded">Nothing had to be written.</param>
internal sealed record VerifiedAnswer(bool Ok, int Stage, string HeadSha, string ReportPath, string Verdict, string Scope, bool AlreadyRecorded);
