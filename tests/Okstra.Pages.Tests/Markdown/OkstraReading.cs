using Okstra.Core.Markdown;

namespace Okstra.Pages.Tests.Markdown;

/// <summary>The same things as <see cref="SecondReading"/>, as okstra's own reader sees them.</summary>
internal sealed class OkstraReading(string markdown)
{
    public MarkdownDocument Document { get; } = MarkdownDocument.Parse(markdown);

    public IEnumerable<ReadHeading> Headings => Document.Sections.Skip(1).Select(section => new ReadHeading(section.Level, Said.By(section.Raw, inTable: false)));

    public IEnumerable<ReadTable> Tables => Document.Sections.SelectMany((section, index) => section.Tables.Select(table => new ReadTable(index, [Row(table.Header), .. table.Rows.Select(row => Row(row.Cells))])));

    public IEnumerable<ReadText> Items => Document.Sections.SelectMany((section, index) => section.Items.Select(item => new ReadText(index, Said.By(item.Raw, inTable: false), Depth: 1)));

    public IEnumerable<ReadText> Paragraphs => Document.Sections.SelectMany((section, index) => section.Blocks.Select(block => block switch
    {
        MarkdownParagraph paragraph => new ReadText(index, Said.By(paragraph.Raw, inTable: false)),
        MarkdownQuote { Raw.Length: > 0 } quote => new ReadText(index, Said.By(quote.Raw, inTable: false), Quoted: true),
        _ => null,
    }).OfType<ReadText>());

    private static IReadOnlyList<string> Row(IReadOnlyList<MarkdownCell> cells) => [.. cells.Select(cell => Said.By(cell.Raw, inTable: true))];
}
