namespace Okstra.Cli.Output;

/// <summary><c>okstra run --json</c> and <c>okstra resume --json</c>; every path is absolute.</summary>
internal sealed record RunAnswer
{
    public required string TaskKey { get; init; }

    public required string TaskType { get; init; }

    public required string Seq { get; init; }

    public required string RunDir { get; init; }

    /// <summary>Full id; null outside git.</summary>
    public required string? BaseCommit { get; init; }

    /// <summary>Null when no worker was usable and no report was written.</summary>
    public required ReportPaths? Report { get; init; }

    public required IReadOnlyList<WorkerLine> Workers { get; init; }

    /// <summary>The four classes and <c>withdrawn</c>.</summary>
    public required IReadOnlyDictionary<string, int> Classifications { get; init; }

    public required ValidationLine Validation { get; init; }

    /// <summary><c>completed</c>, <c>contract-violated</c>, <c>aborted</c>, <c>budget-exhausted</c> or <c>blocked</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Why the run waits for a decision; null when it does not.</summary>
    public required string? StatusReason { get; init; }
}
