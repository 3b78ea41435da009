namespace Okstra.Core.Runs;

/// <summary><c>discovery/tasks.json</c>: every task of the project (R-OPN-23), ordinally sorted by key.</summary>
public sealed record DiscoveredTasksDocument
{
    public int SchemaVersion { get; set; } = 1;

    public required IReadOnlyList<DiscoveredTask> Tasks { get; init; }
}
