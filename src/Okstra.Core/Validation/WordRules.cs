using Okstra.Core.Reports;
using Okstra.Core.Workers;

namespace Okstra.Core.Validation;

/// <summary>Tickets of rows, and cells whose words are fixed (R-REP-08).</summary>
internal static class WordRules
{
    private static readonly string[] Coverage = ["covered", "contested", "not-covered"];
    private static readonly string[] Kinds = ["missing", "risk"];
    private static readonly string[] Statuses = ["open", "resolved", "obsolete"];
    private static readonly string[] Sections = ["6", "7"];
    private static readonly string[] WorkerEnds = [.. Enum.GetValues<WorkerStatus>().Select(WorkerStatuses.Token)];

    public static void Check(ReportDocument report, string file, Verdicts verdicts)
    {
        void OneOf(string said, string[] valid, string pointer)
        {
            if (!valid.Contains(said, StringComparer.Ordinal))
            {
                verdicts.Add(Rules.FixedWords, $"'{said}' is none of: {string.Join(", ", valid)}", file, pointer);
            }
        }

        Each(report.TicketCoverage, "/ticketCoverage", (row, pointer) => OneOf(row.Status, Coverage, $"{pointer}/status"));
        Each(report.Risks, "/risks", (row, pointer) => OneOf(row.Kind, Kinds, $"{pointer}/kind"));
        Each(report.Plan?.OpenQuestions ?? [], "/plan/openQuestions", (row, pointer) => OneOf(row.Status, Statuses, $"{pointer}/status"));
        Each(report.Implementation?.Verifiers ?? [], "/implementation/verifiers", (row, pointer) => OneOf(row.Status, WorkerEnds, $"{pointer}/status"));
        OneOf(report.FinalVerdict.NextStep, Sections, "/finalVerdict/nextStep");
        Tickets(report, file, verdicts);
    }

    private static void Tickets(ReportDocument report, string file, Verdicts verdicts)
    {
        void Named(IReadOnlyList<string> tickets, string pointer)
        {
            if (tickets.Count == 0 || tickets.Any(ticket => string.IsNullOrWhiteSpace(ticket) || ticket.Contains(',', StringComparison.Ordinal)))
            {
                verdicts.Add(Rules.Tickets, tickets.Count == 0 ? "the row names no ticket" : $"'{string.Join("', '", tickets)}' is no list of tickets", file, pointer);
            }
        }

        Each(report.TicketCoverage, "/ticketCoverage", (row, pointer) => Named([row.TicketId], $"{pointer}/ticketId"));
        Each(report.ProblemSummary, "/problemSummary", (row, pointer) => Named(row.TicketIds, $"{pointer}/ticketIds"));
        Each(report.Findings, "/findings", (row, pointer) => Named(row.TicketIds, $"{pointer}/ticketIds"));
        Each(report.Risks, "/risks", (row, pointer) => Named(row.TicketIds, $"{pointer}/ticketIds"));
        Each(report.Materials, "/materials", (row, pointer) => Named(row.TicketIds, $"{pointer}/ticketIds"));
        Each(report.Questions, "/questions", (row, pointer) => Named(row.TicketIds, $"{pointer}/ticketIds"));
        Each(report.Plan?.Steps ?? [], "/plan/steps", (row, pointer) => Named(row.TicketIds, $"{pointer}/ticketIds"));
        Each(report.Plan?.OpenQuestions ?? [], "/plan/openQuestions", (row, pointer) => Named(row.TicketIds, $"{pointer}/ticketIds"));
    }

    internal static void Each<T>(IReadOnlyList<T> rows, string pointer, Action<T, string> check)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            check(rows[index], $"{pointer}/{index}");
        }
    }
}
