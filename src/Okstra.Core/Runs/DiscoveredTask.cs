namespace Okstra.Core.Runs;

/// <summary>A task key and where its manifest is.</summary>
public sealed record DiscoveredTask(string TaskKey, string TaskManifestPath);
