using Okstra.Core.Markdown;

namespace Okstra.Core.Reports.Importing;

/// <summary>A table of two columns, item and value, looked up by the item.</summary>
internal sealed class ItemRows(IReadOnlyList<ReportRow> rows)
{
    public MarkdownCell? Cell(string key) => rows.FirstOrDefault(row => Wording.Is(row.Text("item"), key))?.Cell("value");

    public MarkdownCell? Named(string label) => rows.FirstOrDefault(row => Wording.Normal(row.Text("item")) == Wording.Normal(label))?.Cell("value");

    public string Text(string key) => Cell(key)?.Text ?? "";

    public string Code(string key) => Cell(key)?.Code ?? "";

    public bool Any => rows.Count > 0;

    /// <summary>Requires a row.</summary>
    public MarkdownCell? Require(string key, MarkdownSection? section, ImportProblems problems)
    {
        var cell = Cell(key);
        if (cell is null && section is not null)
        {
            problems.Add("OKS0842", section, $"'{section.Title}' has no row '{Wording.Languages[1][key]}'", "add the row");
        }

        return cell;
    }
}
