using Okstra.Core.Text;
using Okstra.Core.Validation;

namespace Okstra.Core.FollowUps;

/// <summary>Section 7 of a Markdown report (R-REP-54). Total: any text has such rows, or none.</summary>
public static class FollowUpTable
{
    private static readonly string[] Columns = ["id", "origin", "newTaskId", "title", "suggested", "scope", "whyDeferred", "priority", "autoSpawn"];

    private static readonly ReportTexts[] Languages = [ReportTexts.In(ReportLanguage.Korean), ReportTexts.In(ReportLanguage.English)];

    /// <summary>How many cells a row has.</summary>
    public static int Width => Columns.Length;

    // | FU-001 | out-of-plan | 8852-followup-logs | Rotate logs | implementation-planning | src/log | Found while … | P1 | yes |
    public static IReadOnlyList<FollowUpLine> Of(string markdown)
    {
        var outline = MarkdownOutline.Parse(markdown);
        var headings = outline.Headings.Where(heading => Array.Exists(Languages, texts => heading.Text == texts["heading.7"]) || heading.Text.StartsWith("7. Follow-up", StringComparison.OrdinalIgnoreCase));
        var rows = new List<FollowUpLine>();
        foreach (var line in headings.SelectMany(outline.Body).Where(MarkdownRow.Is))
        {
            var cells = MarkdownRow.Texts(line);
            if (!MarkdownRow.IsDelimiter(cells) && cells is not (["ID", ..] or []))
            {
                rows.Add(new FollowUpLine(rows.Count + 1, Columns.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal), cells.Count));
            }
        }

        return rows;
    }
}
