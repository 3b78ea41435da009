namespace Okstra.Core.Markdown;

/// <summary>A paragraph; its lines are joined by a blank.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">Where it begins.</param>
/// <param name="Raw">As written.</param>
public sealed record MarkdownParagraph(int Line, int Column, string Raw) : MarkdownBlock(Line, Column)
{
    public string Text => Core.Text.MarkdownRow.Plain(Raw, inTable: false);
}
