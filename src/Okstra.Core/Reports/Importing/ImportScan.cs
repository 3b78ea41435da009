using Okstra.Core.Markdown;
using Okstra.Core.Tasks;

namespace Okstra.Core.Reports.Importing;

/// <summary>The tables of a report by section and column; collects what does not fit.</summary>
internal sealed class ImportScan(ReportSections sections, TaskType type, ImportProblems problems)
{
    /// <summary>A longer table is none that a person can have checked.</summary>
    public const int MostRows = 4000;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    public TaskType Type => type;

    public ImportProblems Problems => problems;

    public ReportSections Sections => sections;

    public MarkdownSection? Find(string key) => sections.Find(key);

    /// <summary>The section; a problem when it is missing.</summary>
    public MarkdownSection? Require(string key)
    {
        if (sections.Find(key) is { } section)
        {
            return section;
        }

        var last = sections.Document.Sections[^1];
        problems.Add("OKS0842", last.Line, 1, $"section '{Wording.Languages[1][key]}' is missing", $"add the heading '{Wording.Languages[1][key]}' with its table, or with its empty-state line");
        return null;
    }

    /// <summary>Rows of the table of a section that has to be there.</summary>
    public IReadOnlyList<ReportRow> Rows(string key, string? emptyKey, params string[] optional) =>
        Require(key) is { } section ? Rows(section, key, emptyKey, optional) : [];

    public IReadOnlyList<ReportRow> Rows(MarkdownSection section, string columnsKey, string? emptyKey, params string[] optional)
    {
        var keys = ReportColumns.KeysOf(columnsKey);
        var table = section.Tables.MaxBy(table => table.Header.Count(cell => Column(cell, keys) is not null));
        if (table is null || !table.Header.Any(cell => Column(cell, keys) is not null))
        {
            NoTable(section, table, emptyKey);
            return [];
        }

        var columns = Columns(table, keys, optional);
        if (table.Rows.Count > MostRows)
        {
            problems.Add("OKS0850", table.Rows[MostRows].Line, 1, $"the table of '{section.Title}' has {table.Rows.Count} rows; {MostRows} at most are read", "keep what a reader needs, and put the rest into a file the report names");
        }

        return [.. table.Rows.Take(MostRows).Where(row => row.Cells.Any(cell => cell.Raw.Length > 0)).Select(row => Checked(row, columns))];
    }

    /// <summary>The row's id: of that kind, and the only one in the report.</summary>
    public string Id(ReportRow row, string prefix, string key = "id")
    {
        var cell = row.Cell(key);
        var id = cell.Text.Trim().Trim('`', '*').Trim();
        var digits = prefix is "A" or "Q" ? prefix : $"{prefix}-";
        if (!RowIds.IsRowId(id) || !id.StartsWith(digits, StringComparison.Ordinal) || !char.IsAsciiDigit(id[digits.Length]))
        {
            problems.Add("OKS0852", cell, $"'{id}' is no id of this table", $"number its rows {(prefix is "A" or "Q" ? $"{prefix}1, {prefix}2" : $"{prefix}-001, {prefix}-002")}, …");
        }
        else if (!_ids.TryAdd(id, cell.Line))
        {
            problems.Add("OKS0851", cell, $"the id {id} stands in line {_ids[id]} already", "number the rows through; an id names one row");
        }

        return id;
    }

    private void NoTable(MarkdownSection section, MarkdownTable? other, string? emptyKey)
    {
        if (section.Items.Any(item => emptyKey is not null && Wording.Is(item.Raw, emptyKey, '-')))
        {
            return;
        }

        if (other is not null)
        {
            problems.Add("OKS0846", other, $"the table of '{section.Title}' has none of its columns", "give it the columns of the report template");
        }
        else if (section.Items.FirstOrDefault() is { } item)
        {
            problems.Add("OKS0844", item, $"section '{section.Title}' is a list where its table belongs", "make the items rows of the table of the report template; what is a table may not become bullets");
        }
        else if (section.Blocks.Count > 0)
        {
            problems.Add("OKS0844", section.Blocks[0], $"section '{section.Title}' has text where its table belongs", "put it into the table of the report template");
        }
        else
        {
            problems.Add("OKS0845", section, $"section '{section.Title}' is empty and does not say so", emptyKey is null ? "fill its table" : $"write the line '{Wording.Languages[1][emptyKey]}', or fill its table");
        }
    }

    private List<string?> Columns(MarkdownTable table, IReadOnlyList<string> keys, string[] optional)
    {
        var columns = table.Header.Select(cell => Column(cell, keys)).ToList();
        for (var index = 0; index < columns.Count; index++)
        {
            if (columns[index] is { } key && columns.IndexOf(key) < index)
            {
                problems.Add("OKS0847", table.Header[index], $"the column '{table.Header[index].Text}' stands there twice", "keep one of them");
            }
            else if (columns[index] is null && table.Header[index].Raw.Length > 0)
            {
                problems.Add("OKS0847", table.Header[index], $"the column '{table.Header[index].Text}' belongs to no report and is left out of the data", "move what it says into one of the columns of the report template", isWarning: true);
            }
        }

        var missing = keys.Except(columns.OfType<string>(), StringComparer.Ordinal).Except(optional, StringComparer.Ordinal).Select(key => Wording.Languages[1][$"column.{key}"]).ToList();
        if (missing.Count > 0)
        {
            problems.Add("OKS0846", table, $"the table lacks the column{(missing.Count > 1 ? "s" : "")} {string.Join(", ", missing.Select(name => $"'{name}'"))}", "add it; the order of columns does not matter");
        }

        return columns;
    }

    private ReportRow Checked(MarkdownTableRow row, List<string?> columns)
    {
        if (row.Cells.Count > columns.Count)
        {
            problems.Add("OKS0848", row.Cells[columns.Count], $"the row has {row.Cells.Count} cells, its table {columns.Count} columns", "write a '|' inside a cell as '\\|'");
        }

        foreach (var cell in row.Cells.Where(cell => HtmlTag(cell.Raw) >= 0))
        {
            problems.Add("OKS0849", cell.Line, cell.Column + HtmlTag(cell.Raw), "the cell holds HTML", "write '&lt;' for '<', or put the text between back-ticks; only <br> is taken as it is");
        }

        return new ReportRow(row, columns, problems);
    }

    // Where a tag begins that is no break and stands in no code span; -1 without one.
    private static int HtmlTag(string raw)
    {
        for (var index = 0; index < raw.Length;)
        {
            if (raw[index] == '`')
            {
                index = MarkdownCode.EndOfSpan(raw, index);
            }
            else if (raw[index] == '<' && index + 1 < raw.Length && (char.IsAsciiLetter(raw[index + 1]) || raw[index + 1] is '/' or '!') && MarkdownCode.Pieces(raw[index..]) is [{ Length: > 0 }, ..])
            {
                return index;
            }
            else
            {
                index += raw[index] == '\\' ? 2 : 1;
            }
        }

        return -1;
    }

    internal static string? Column(MarkdownCell cell, IReadOnlyList<string> keys)
    {
        var names = Wording.Names(cell.Text).ToList();
        return keys.FirstOrDefault(key => Array.Exists(Wording.Languages, texts => Wording.Normal(texts[$"column.{key}"]) == names[0]))
            ?? keys.FirstOrDefault(key => Array.Exists(Wording.Languages, texts => Wording.Names(texts[$"column.{key}"]).Intersect(names, StringComparer.Ordinal).Any()));
    }
}
