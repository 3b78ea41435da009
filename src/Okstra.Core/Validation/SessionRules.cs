using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Workers;

namespace Okstra.Core.Validation;

/// <summary>Runs whose workers a session dispatches: the report says what became of each, and whoever completed left a result.</summary>
internal static class SessionRules
{
    public static void Check(ReportDocument report, ValidationInputs inputs, Verdicts verdicts)
    {
        if (inputs.TaskType.IsAnalysis())
        {
            return;
        }

        foreach (var entry in inputs.Roster.Where(entry => entry.IsAnalyst || entry.IsExecutor || entry.IsVerifier))
        {
            if (report.ExecutionStatus.FirstOrDefault(row => string.Equals(row.Worker, entry.Worker, StringComparison.Ordinal)) is not { } row)
            {
                verdicts.Add(Rules.WorkerResult, $"{entry.Role} ('{entry.Worker}') is in the roster, but the report does not say what became of it", inputs.ReportData.Path, "/executionStatus");
            }
            else if (row.Status == WorkerStatus.Completed && !inputs.WorkerFiles.Any(file => IsResult(file, entry.Worker, inputs)))
            {
                verdicts.Add(Rules.WorkerResult, $"{entry.Role} ('{entry.Worker}') is said to have completed, but left no result", "worker-results");
            }
        }
    }

    // worker-results/claude-implementation-001.md, claude-worker-implementation-001.md, …
    private static bool IsResult(string file, string worker, ValidationInputs inputs) =>
        file.StartsWith($"{Segment.Of(worker)}-", StringComparison.Ordinal)
        && !file.Contains("-errors-", StringComparison.Ordinal)
        && file.Contains($"-{inputs.TaskType.Token()}-{inputs.Seq}.", StringComparison.Ordinal);
}
