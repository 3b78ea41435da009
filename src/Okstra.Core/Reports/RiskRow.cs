namespace Okstra.Core.Reports;

/// <summary>A row of section 4: something missing, or a risk that stays.</summary>
/// <param name="Id"><c>M-001</c>, …</param>
/// <param name="TicketIds">Tickets it concerns.</param>
/// <param name="Kind"><c>missing</c> or <c>risk</c>.</param>
/// <param name="Item">What.</param>
/// <param name="Impact">What follows from it for the reader.</param>
public sealed record RiskRow(string Id, IReadOnlyList<string> TicketIds, string Kind, string Item, string Impact);
