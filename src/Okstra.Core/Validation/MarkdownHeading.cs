namespace Okstra.Core.Validation;

/// <summary>A heading of a Markdown file.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">Without its marks.</param>
/// <param name="Line">1-based.</param>
/// <param name="EndLine">Last line before the next heading.</param>
public sealed record MarkdownHeading(int Level, string Text, int Line, int EndLine);
