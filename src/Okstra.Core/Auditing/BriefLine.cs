namespace Okstra.Core.Auditing;

/// <summary>A line of a report.</summary>
/// <param name="Text">Without its line end.</param>
/// <param name="IsCode">Inside a fence or indented like code.</param>
/// <param name="IsTitle">The first line with text.</param>
internal sealed record BriefLine(string Text, bool IsCode, bool IsTitle);
