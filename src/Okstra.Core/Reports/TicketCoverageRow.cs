namespace Okstra.Core.Reports;

/// <summary>A ticket and where the report treats it (R-REP-14).</summary>
/// <param name="TicketId">Ticket, or the task id when the brief names none (R-OPN-15).</param>
/// <param name="Summary">One line.</param>
/// <param name="RelatedIds">Row ids or section numbers.</param>
/// <param name="Status"><c>covered</c>, <c>contested</c> or <c>not-covered</c>.</param>
public sealed record TicketCoverageRow(string TicketId, string Summary, IReadOnlyList<string> RelatedIds, string Status);
