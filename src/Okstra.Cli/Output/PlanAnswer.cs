using System.Text.Json;

namespace Okstra.Cli.Output;

/// <summary><c>okstra converge plan --json</c>.</summary>
internal sealed record PlanAnswer
{
    public required string TaskKey { get; init; }

    public required string TaskType { get; init; }

    public required string Seq { get; init; }

    public required string RunDir { get; init; }

    /// <summary><c>analysis</c>, <c>re-verification</c> or <c>done</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>0 = analysis.</summary>
    public required int Round { get; init; }

    /// <summary>To be made now, in any order or all at once.</summary>
    public required IReadOnlyList<PlannedDispatch> Dispatches { get; init; }

    public required IReadOnlyList<RecordedLine> Recorded { get; init; }

    /// <summary>JSON Schema of the answers to <see cref="Dispatches"/>; null when there are none.</summary>
    public required JsonElement? Schema { get; init; }

    /// <summary><c>record</c> or <c>finish</c>.</summary>
    public required string Next { get; init; }
}
