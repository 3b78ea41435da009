namespace Okstra.Core.Runs;

/// <summary>One line of <c>recent.jsonl</c>; the last line for a task key, task type and seq is the current one (R-OPN-22).</summary>
public sealed record RecentRun
{
    /// <summary>UTC, ISO-8601 with seconds.</summary>
    public required string At { get; init; }

    public required string ProjectId { get; init; }

    public required string ProjectRoot { get; init; }

    public required string TaskGroup { get; init; }

    public required string TaskId { get; init; }

    public required string TaskKey { get; init; }

    public required string TaskType { get; init; }

    public int? Stage { get; init; }

    public required string Seq { get; init; }

    public required RunStatus Status { get; init; }

    public required string TaskRoot { get; init; }

    public required string RunDir { get; init; }
}
