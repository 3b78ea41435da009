namespace Okstra.Core.Scheduling;

/// <summary>Stages that can be worked on beside one another.</summary>
/// <param name="Group">From 1; a group begins when those before it are done.</param>
/// <param name="Stages">Numbers, ascending.</param>
/// <param name="Effort">Of the longest of them.</param>
public sealed record ScheduledGroup(int Group, IReadOnlyList<int> Stages, Effort Effort);
