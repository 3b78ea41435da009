namespace Okstra.Engine.Workers.Scripted;

/// <summary>What scripted workers say, by name and round; for tests, <c>demo</c> and <c>selftest</c>.</summary>
public sealed record Scenario
{
    public int SchemaVersion { get; init; } = 1;

    public required IReadOnlyList<ScenarioWorker> Workers { get; init; }
}
