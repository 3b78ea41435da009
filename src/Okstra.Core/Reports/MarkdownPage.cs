using System.Text;

namespace Okstra.Core.Reports;

/// <summary>Collects the blocks of a Markdown file, one blank line between them.</summary>
internal sealed class MarkdownPage
{
    private readonly StringBuilder _text = new();

    public void Raw(string block)
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }

        _text.Append(block).Append('\n');
    }

    /// <summary>Number signs that end the text are escaped: Markdown would take them for the end of the heading.</summary>
    public void Heading(int level, string text)
    {
        var words = text.TrimEnd('#');
        var shown = words.Length < text.Length && (words.Length == 0 || words[^1] == ' ') ? $"{words}\\{text[words.Length..]}" : text;
        Raw($"{new string('#', level)} {shown}");
    }

    /// <summary>A paragraph of hostile text.</summary>
    public void Paragraph(string text)
    {
        if (MarkdownText.Line(text) is { Length: > 0 } line)
        {
            Raw(line);
        }
    }

    public void Lines(IEnumerable<string> lines) => Raw(string.Join('\n', lines));

    /// <summary>Cells are Markdown already: <see cref="MarkdownText.Cell"/> or <see cref="MarkdownText.Code"/> made them.</summary>
    public void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        var lines = new List<string>
        {
            Row(headers),
            Row([.. headers.Select(_ => "---")]),
        };
        lines.AddRange(rows.Select(Row));
        Lines(lines);
    }

    /// <summary>The table, or the one line that stands for an empty one.</summary>
    public void TableOr(string emptyLine, IReadOnlyList<string> headers, IReadOnlyCollection<IReadOnlyList<string>> rows)
    {
        if (rows.Count == 0)
        {
            Raw(emptyLine);
        }
        else
        {
            Table(headers, rows);
        }
    }

    public override string ToString() => _text.ToString();

    private static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |";
}
