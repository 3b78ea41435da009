namespace Okstra.Engine.Briefs;

/// <summary>A brief that was written; <c>okstra brief new --json</c>.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Check">What is still missing in it.</param>
/// <param name="Next">The command that goes on from here.</param>
public sealed record BriefNewOutcome(string Path, BriefCheckOutcome Check, string Next);
