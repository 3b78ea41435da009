namespace Okstra.Core.Reports;

/// <summary>An earlier clarification row and what became of it (R-REP-12).</summary>
/// <param name="Id"><c>A1</c>, <c>Q1</c>, … as in the earlier report.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Answer">What the user answered, empty when nothing.</param>
/// <param name="Status"><c>open</c>, <c>resolved</c> or <c>obsolete</c> (R-CON-66).</param>
/// <param name="Evidence">The entry and the new evidence that settles or refutes it.</param>
public sealed record CarryInRow(string Id, string Request, string Answer, string Status, string Evidence);
