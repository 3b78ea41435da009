namespace Okstra.Core.Runs;

/// <summary>One line of <c>recent.jsonl</c> (R-OPN-22).</summary>
public sealed record RecentRun
{
    /// <summary>UTC, ISO-8601.</summary>
    public required string At { get; init; }

    public required string ProjectId { get; init; }

    public required string ProjectRoot { get; init; }

    public required string TaskGroup { get; init; }

    public required string TaskId { get; init; }

    public required string TaskKey { get; init; }

    public required string TaskType { get; init; }

    public int? Stage { get; init; }

    public required string Seq { get; init; }

    /// <summary><c>prepared</c> first (R-LAY-06).</summary>
    public required string Status { get; init; }

    public required string TaskRoot { get; init; }

    public required string RunDir { get; init; }
}
