using Okstra.Core.Reports.Deliverables;
using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>The parts of the later phases on the page.</summary>
internal static class HtmlDeliverables
{
    public static void Write(HtmlPage page, IEnumerable<DeliverableBlock> blocks, ReportTexts texts)
    {
        foreach (var block in blocks)
        {
            page.Heading(Math.Min(block.Level, 3), block.Key["heading.".Length..].Replace('.', '-'), texts[block.Key]);
            if (block.Rows.Count > 0)
            {
                page.Table(texts[block.Key], ReportColumns.Of(block.Key, texts), block.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(Cell)]));
            }

            if (block.Lines.Count > 0)
            {
                page.Raw($"<ul>{string.Concat(block.Lines.Select(line => $"<li>{HtmlText.Prose(line)}</li>"))}</ul>");
            }
            else if (block is { Rows.Count: 0, EmptyKey: { } empty })
            {
                page.Raw($"<p class=\"empty\">{HtmlText.Escape(texts[empty].TrimStart('-', ' '))}</p>");
            }
        }
    }

    private static string Cell(CellText cell) => cell.IsCode
        ? string.Join("<br>", SafeText.Clean(cell.Text).Trim().Split('\n').Where(line => line.Length > 0).Select(HtmlText.Code))
        : HtmlSections.Cells(cell.Text)[0];
}
