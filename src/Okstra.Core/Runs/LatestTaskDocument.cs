namespace Okstra.Core.Runs;

/// <summary><c>discovery/latest-task.json</c>: the task prepared last (R-OPN-23).</summary>
public sealed record LatestTaskDocument
{
    public int SchemaVersion { get; set; } = 1;

    public required string TaskKey { get; init; }

    public required string TaskType { get; init; }

    public required string Seq { get; init; }

    /// <summary>Absolute, like the other path.</summary>
    public required string TaskManifestPath { get; init; }

    public required string RunDir { get; init; }

    public required string At { get; init; }
}
