namespace Okstra.Core.Markdown;

/// <summary>A heading and the blocks below it, before the next heading of any level.</summary>
/// <param name="Level">1 to 6; 0 for what stands before the first heading.</param>
/// <param name="Raw">Its text as written, without marks.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">Of its first mark.</param>
/// <param name="Blocks">In their order.</param>
public sealed record MarkdownSection(int Level, string Raw, int Line, int Column, IReadOnlyList<MarkdownBlock> Blocks)
{
    public string Title => Core.Text.MarkdownRow.Plain(Raw, inTable: false);

    public IEnumerable<MarkdownTable> Tables => Blocks.OfType<MarkdownTable>();

    public IEnumerable<MarkdownItem> Items => Blocks.OfType<MarkdownItem>();
}
