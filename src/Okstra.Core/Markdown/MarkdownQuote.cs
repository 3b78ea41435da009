namespace Okstra.Core.Markdown;

/// <summary>One line of a quotation.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">Of its mark.</param>
/// <param name="Raw">Behind the mark, as written.</param>
public sealed record MarkdownQuote(int Line, int Column, string Raw) : MarkdownBlock(Line, Column);
