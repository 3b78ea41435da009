using Okstra.Core.Text;

namespace Okstra.Core.Planning;

/// <summary>What a plan is held against.</summary>
/// <param name="TicketIds">Tickets the plan has to serve.</param>
/// <param name="Exists">Whether a path is a file of the inspected source; null when nobody knows.</param>
/// <param name="Texts">Language of the messages.</param>
public sealed record PlanReviewFacts(IReadOnlyList<string> TicketIds, Func<string, bool>? Exists, ReportTexts Texts);
