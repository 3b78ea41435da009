namespace Okstra.Engine.FollowUps;

/// <summary>What came of section 7.</summary>
/// <param name="Tasks">One for each row.</param>
/// <param name="Steps">Lines for section 6 (R-REP-26, R-REP-27).</param>
public sealed record SpawnOutcome(IReadOnlyList<SpawnedTask> Tasks, IReadOnlyList<string> Steps);
