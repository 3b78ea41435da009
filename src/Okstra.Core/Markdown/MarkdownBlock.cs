namespace Okstra.Core.Markdown;

/// <summary>A block of a Markdown file and where it begins.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 units.</param>
public abstract record MarkdownBlock(int Line, int Column);
