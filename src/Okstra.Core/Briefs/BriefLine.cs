namespace Okstra.Core.Briefs;

/// <summary>A line of a brief.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">As written; what lies in an HTML comment is blanked, so that columns stay.</param>
/// <param name="IsCode">It lies in a fenced block.</param>
public sealed record BriefLine(int Number, string Text, bool IsCode);
