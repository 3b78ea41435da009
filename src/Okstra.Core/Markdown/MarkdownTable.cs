namespace Okstra.Core.Markdown;

/// <summary>A table; rows have as many cells as were written, not as many as there are headings.</summary>
/// <param name="Line">Of its headings.</param>
/// <param name="Column">Where they begin.</param>
/// <param name="Header">Headings.</param>
/// <param name="Rows">Without the line of dashes.</param>
public sealed record MarkdownTable(int Line, int Column, IReadOnlyList<MarkdownCell> Header, IReadOnlyList<MarkdownTableRow> Rows) : MarkdownBlock(Line, Column);
