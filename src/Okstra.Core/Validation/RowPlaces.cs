using Okstra.Core.Reports;

namespace Okstra.Core.Validation;

/// <summary>Every row of a report that has an id: the id, the prefix its table gives, and where it stands (R-REP-07).</summary>
internal static class RowPlaces
{
    /// <summary>A row.</summary>
    /// <param name="Id">As the data has it.</param>
    /// <param name="Prefix">Of its table.</param>
    /// <param name="Pointer">Of the row.</param>
    internal readonly record struct RowPlace(string Id, string Prefix, string Pointer)
    {
        public bool HasPrefix => Prefix is "A" or "Q" ? Id.StartsWith(Prefix, StringComparison.Ordinal) && !Id.Contains('-', StringComparison.Ordinal) : Id.StartsWith($"{Prefix}-", StringComparison.Ordinal);
    }

    public static IReadOnlyList<RowPlace> Of(ReportDocument report) =>
    [
        .. Rows(report.ProblemSummary, row => row.Id, "P", "/problemSummary"),
        .. Rows(report.Findings, row => row.Id, "F", "/findings"),
        .. Rows(report.Risks, row => row.Id, "M", "/risks"),
        .. Rows(report.Blockers, row => row.Id, "B", "/blockers"),
        .. Rows(report.Verification?.ResidualRisks ?? [], row => row.Id, "RR", "/verification/residualRisks"),
        .. Rows(report.Plan?.Dependencies ?? [], row => row.Id, "DM", "/plan/dependencies"),
        .. Rows(report.Plan?.Checks ?? [], row => row.Id, "V", "/plan/checks"),
        .. Rows(report.Plan?.Rollback ?? [], row => row.Id, "RB", "/plan/rollback"),
        .. Rows(report.Plan?.OpenQuestions ?? [], row => row.Id, "OQ", "/plan/openQuestions"),
        .. Rows(report.Materials, row => row.Id, "A", "/materials"),
        .. Rows(report.Questions, row => row.Id, "Q", "/questions"),
        .. Rows(report.FollowUps, row => row.Id, "FU", "/followUps"),
    ];

    private static IEnumerable<RowPlace> Rows<T>(IReadOnlyList<T> rows, Func<T, string> id, string prefix, string pointer) => rows.Select((row, index) => new RowPlace(id(row), prefix, $"{pointer}/{index}"));
}
