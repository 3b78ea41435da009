namespace Okstra.Core.HandOff;

/// <summary>One commit on the way from the base to the head of a group branch.</summary>
/// <param name="Head">Full id of the stage's head.</param>
/// <param name="Tree">Full id of the tree after it; null when the branch simply moves on to the head.</param>
public sealed record MergeStep(string Head, string? Tree);
