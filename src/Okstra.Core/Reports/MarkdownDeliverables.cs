using Okstra.Core.Reports.Deliverables;
using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>The parts of the later phases as Markdown.</summary>
internal static class MarkdownDeliverables
{
    public static void Write(MarkdownPage page, IEnumerable<DeliverableBlock> blocks, ReportTexts texts)
    {
        foreach (var block in blocks)
        {
            page.Heading(block.Level, texts[block.Key]);
            if (block.Rows.Count > 0)
            {
                page.Table(ReportColumns.Of(block.Key, texts), block.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(Cell)]));
            }

            if (block.Lines.Count > 0)
            {
                page.Lines(block.Lines.Select(line => $"- {MarkdownText.Line(line)}"));
            }
            else if (block is { Rows.Count: 0, EmptyKey: { } empty })
            {
                page.Raw(texts[empty]);
            }
        }
    }

    internal static string Cell(CellText cell) => cell.IsCode ? MarkdownText.CodeLines(cell.Text) : MarkdownText.Cell(cell.Text);
}
