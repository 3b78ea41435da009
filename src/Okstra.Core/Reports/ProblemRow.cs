namespace Okstra.Core.Reports;

/// <summary>A row of the problem summary (R-REP-13).</summary>
/// <param name="Id"><c>P-001</c>, …</param>
/// <param name="TicketIds">Tickets it concerns.</param>
/// <param name="Summary">One line.</param>
/// <param name="Source"><c>brief</c>, <c>source</c> or <c>worker</c>, with a name after it where there is one.</param>
public sealed record ProblemRow(string Id, IReadOnlyList<string> TicketIds, string Summary, string Source);
