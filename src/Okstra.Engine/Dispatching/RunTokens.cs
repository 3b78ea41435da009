using Okstra.Core.Workers;

namespace Okstra.Engine.Dispatching;

/// <summary>Tokens of worker statuses where a line of text needs them.</summary>
public static class RunTokens
{
    public static string Of(WorkerStatus status) => status switch
    {
        WorkerStatus.Completed => "completed",
        WorkerStatus.Timeout => "timeout",
        WorkerStatus.Error => "error",
        WorkerStatus.NotRun => "not-run",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "not a worker status"),
    };
}
