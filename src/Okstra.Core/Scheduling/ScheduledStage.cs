namespace Okstra.Core.Scheduling;

/// <summary>A stage and its effort.</summary>
/// <param name="Stage">Number; null for the steps that stand in no stage.</param>
/// <param name="Title">One line.</param>
/// <param name="DependsOn">Stages it is built on.</param>
/// <param name="Steps">How many steps count.</param>
/// <param name="Effort">Their sum.</param>
/// <param name="Group">From 1; stages of one group can be worked on beside one another.</param>
/// <param name="IsCritical">It lies on the critical path.</param>
public sealed record ScheduledStage(int? Stage, string Title, IReadOnlyList<int> DependsOn, int Steps, Effort Effort, int Group, bool IsCritical);
