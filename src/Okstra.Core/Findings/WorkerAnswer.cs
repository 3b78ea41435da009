using System.Text.Json;

namespace Okstra.Core.Findings;

/// <summary>The wire contract of an analysis worker (design: what a worker answers; schema <c>findings.v1.json</c>).</summary>
public sealed record WorkerAnswer
{
    public int SchemaVersion { get; init; } = 1;

    public required string Summary { get; init; }

    public required string KeyFinding { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public IReadOnlyList<Question> Questions { get; init; } = [];

    public WorkerVerdict? Verdict { get; init; }

    /// <summary>A planning worker's proposal, kept as it came; typed by a later step.</summary>
    public JsonElement? Plan { get; init; }
}
