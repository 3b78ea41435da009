namespace Okstra.Core.Stages;

/// <summary>One numbered slice of an approved plan.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Title">One line; empty when the plan gives none.</param>
/// <param name="DependsOn">Numbers of the stages it is built on, ascending.</param>
public sealed record PlannedStage(int Number, string Title, IReadOnlyList<int> DependsOn);
