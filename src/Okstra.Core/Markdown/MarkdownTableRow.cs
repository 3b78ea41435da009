namespace Okstra.Core.Markdown;

/// <summary>A row of a table.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Cells">As written.</param>
public sealed record MarkdownTableRow(int Line, IReadOnlyList<MarkdownCell> Cells);
