namespace Okstra.Core.Markdown;

/// <summary>An item of a list; lines that continue it are joined by a blank.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">Of its mark.</param>
/// <param name="Raw">Behind the mark, as written.</param>
public sealed record MarkdownItem(int Line, int Column, string Raw) : MarkdownBlock(Line, Column)
{
    public string Text => Core.Text.MarkdownRow.Plain(Raw, inTable: false);
}
