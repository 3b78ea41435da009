using Okstra.Core.Convergence;

namespace Okstra.Cli.Output;

/// <summary><c>okstra converge finish --json</c>.</summary>
internal sealed record FinishAnswer
{
    public required string TaskKey { get; init; }

    public required string TaskType { get; init; }

    public required string Seq { get; init; }

    /// <summary>The state document, absolute.</summary>
    public required string State { get; init; }

    /// <summary>The four classes and <c>withdrawn</c>.</summary>
    public required IReadOnlyDictionary<string, int> Classifications { get; init; }

    public required IReadOnlyList<RoundRecord> RoundHistory { get; init; }

    public required string? Round2SkippedReason { get; init; }

    public required string? Round3SkippedReason { get; init; }

    public required IReadOnlyList<SkippedWorker> SkippedWorkers { get; init; }

    /// <summary>What writes the report.</summary>
    public required string Next { get; init; }
}
