namespace Okstra.Core.HandOff;

/// <summary>A stage that is part of a group branch.</summary>
/// <param name="Stage">From 1.</param>
/// <param name="Sha">Full id of the stage's head that was merged.</param>
public sealed record MergedStage(int Stage, string Sha);
