using System.Globalization;
using Okstra.Core.Usage;
using Okstra.Core.Workers;

namespace Okstra.Core.Reports;

/// <summary>Execution status and token usage: from the dispatch documents only, never estimated (R-WRK-42).</summary>
internal static class WorkerRows
{
    public static IReadOnlyList<ExecutionRow> Execution(ReportMaterial material) => [.. material.Inputs.Roster.Select(entry => Execution(entry, material))];

    public static IReadOnlyList<TokenUsageRow> Tokens(IReadOnlyList<RosterEntry> roster, IReadOnlyList<DispatchDocument> dispatchesOfRun) => [.. roster.Select(entry =>
    {
        var dispatches = Of(entry, dispatchesOfRun).ToList();
        var reported = dispatches.Select(dispatch => dispatch.Usage).OfType<TokenUsage>().ToList();
        return new TokenUsageRow
        {
            Worker = entry.Worker,
            Model = entry.Model.Display,
            Dispatches = dispatches.Count,
            Reported = reported.Count,
            Usage = TokenUsages.Sum(reported),
        };
    })];

    private static ExecutionRow Execution(RosterEntry entry, ReportMaterial material)
    {
        var dispatches = Of(entry, material.Inputs.Dispatches).ToList();
        var first = dispatches.LastOrDefault(dispatch => dispatch.Round == (entry.IsAnalyst ? 0 : -1));
        var missing = entry.IsAnalyst || material.Mode == ReportMode.Agents ? "say.execution.none" : "say.execution.composer";
        return new ExecutionRow
        {
            Worker = entry.Worker,
            Role = entry.Role,
            Vendor = first?.Vendor ?? entry.Vendor,
            Model = first?.Model.Display ?? entry.Model.Display,
            Status = first?.Status ?? WorkerStatus.NotRun,
            Reason = first is null ? material.Texts[missing] : first.Reason,
            KeyFinding = first?.Answer?.KeyFinding ?? "",
            Seconds = dispatches.Sum(Seconds),
        };
    }

    private static IEnumerable<DispatchDocument> Of(RosterEntry entry, IReadOnlyList<DispatchDocument> dispatches) =>
        dispatches.Where(dispatch => string.Equals(dispatch.Worker, entry.Worker, StringComparison.Ordinal));

    private static long Seconds(DispatchDocument dispatch) =>
        DateTimeOffset.TryParse(dispatch.StartedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var started)
        && DateTimeOffset.TryParse(dispatch.EndedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var ended)
            ? Math.Max(0, (long)(ended - started).TotalSeconds)
            : 0;
}
