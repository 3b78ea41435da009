namespace Okstra.Engine.FollowUps;

/// <summary>What became of a row of section 7 (R-OPN-44).</summary>
/// <param name="Id"><c>FU-001</c>, …</param>
/// <param name="Status"><c>created</c>, <c>existing</c> or <c>skipped</c>.</param>
/// <param name="TaskKey">Key of the new task.</param>
/// <param name="Path">Its folder, absolute.</param>
public sealed record SpawnedTask(string Id, string Status, string TaskKey, string Path);
