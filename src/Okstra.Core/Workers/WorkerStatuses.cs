namespace Okstra.Core.Workers;

/// <summary>Tokens of <see cref="WorkerStatus"/> where a line of text needs them (R-CON-52).</summary>
public static class WorkerStatuses
{
    public static string Token(this WorkerStatus status) => status switch
    {
        WorkerStatus.Completed => "completed",
        WorkerStatus.Timeout => "timeout",
        WorkerStatus.Error => "error",
        WorkerStatus.NotRun => "not-run",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "not a worker status"),
    };
}
