namespace Okstra.Core.Reports;

/// <summary>An acceptance blocker of a final verification (R-REP-47).</summary>
/// <param name="Id">Row id.</param>
/// <param name="Severity"><c>critical</c>, <c>major</c> or <c>minor</c> (R-CON-61).</param>
/// <param name="Evidence">Path, log excerpt or test output.</param>
/// <param name="FollowUpPhase"><c>error-analysis</c> or <c>implementation-planning</c>.</param>
public sealed record BlockerRow(string Id, string Severity, string Evidence, string FollowUpPhase);
