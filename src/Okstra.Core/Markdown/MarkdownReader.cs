using Okstra.Core.Text;

namespace Okstra.Core.Markdown;

/// <summary>Goes over the lines once.</summary>
internal sealed class MarkdownReader(IReadOnlyList<string> lines)
{
    private readonly List<MarkdownSection> _sections = [];
    private (int Level, string Raw, int Line, int Column) _heading = (0, "", 1, 1);
    private List<MarkdownBlock> _blocks = [];
    private int _index;

    public MarkdownDocument Read()
    {
        var front = FrontMatter();
        while (_index < lines.Count)
        {
            var line = lines[_index];
            if (string.IsNullOrWhiteSpace(line) || IsRule(line))
            {
                _index++;
            }
            else if (MarkdownFence.Opening(line) is { Length: > 0 } opening)
            {
                Fence(opening);
            }
            else if (IsComment(line))
            {
                Comment();
            }
            else if (Heading(line) is { } heading)
            {
                Close();
                _heading = heading;
                _index++;
            }
            else
            {
                Block(line);
            }
        }

        Close();
        return new MarkdownDocument { FrontMatter = front, Sections = _sections };
    }

    private void Block(string line)
    {
        var (number, column) = (_index + 1, Indent(line) + 1);
        if (IsTable())
        {
            Table(number, column);
        }
        else if (line.TrimStart() is ['>', .. var quoted])
        {
            _blocks.Add(new MarkdownQuote(number, column, quoted.Trim()));
            _index++;
        }
        else if (ItemText(line) is { } item)
        {
            _index++;
            _blocks.Add(new MarkdownItem(number, column, Continued(item)));
        }
        else
        {
            _index++;
            _blocks.Add(new MarkdownParagraph(number, column, Continued(line.Trim())));
        }
    }

    private string Continued(string first)
    {
        var text = first;
        while (_index < lines.Count && Continues(lines[_index]))
        {
            text = $"{text} {lines[_index++].Trim()}";
        }

        return text;
    }

    private bool Continues(string line) => !string.IsNullOrWhiteSpace(line) && Heading(line) is null && ItemText(line) is null && line.TrimStart()[0] is not ('|' or '>')
        && MarkdownFence.Opening(line).Length == 0 && !IsComment(line) && !IsTable();

    private void Fence(string opening)
    {
        var start = _index++;
        var inside = new List<string>();
        while (_index < lines.Count && !MarkdownFence.Closes(lines[_index], opening))
        {
            inside.Add(lines[_index++]);
        }

        _index++;
        _blocks.Add(new MarkdownFence(start + 1, Indent(lines[start]) + 1, string.Join('\n', inside)));
    }

    private void Comment()
    {
        while (_index < lines.Count && !lines[_index].Contains("-->", StringComparison.Ordinal))
        {
            _index++;
        }

        _index++;
    }

    private void Table(int number, int column)
    {
        var header = Cells(_index++);
        if (_index < lines.Count && IsDelimiter(_index))
        {
            _index++;
        }

        var rows = new List<MarkdownTableRow>();
        while (_index < lines.Count && HasPipe(lines[_index]) && Heading(lines[_index]) is null)
        {
            rows.Add(new MarkdownTableRow(_index + 1, Cells(_index)));
            _index++;
        }

        _blocks.Add(new MarkdownTable(number, column, header, rows));
    }

    private bool IsTable() => MarkdownRow.Is(lines[_index]) || (HasPipe(lines[_index]) && _index + 1 < lines.Count && HasPipe(lines[_index + 1]) && IsDelimiter(_index + 1));

    private bool IsDelimiter(int index) => MarkdownRow.IsDelimiter([.. Cells(index).Select(cell => cell.Raw)]);

    private List<MarkdownCell> Cells(int index)
    {
        var line = lines[index];
        var shift = MarkdownRow.Is(line) ? 0 : 1;
        var text = shift == 0 ? line : $"|{line}";
        return [.. MarkdownRow.Cells(text).Select(place => new MarkdownCell(text[place], index + 1, place.Start.Value - shift + 1))];
    }

    private static bool HasPipe(string line) => MarkdownRow.Is(line) || line.Replace("\\|", "", StringComparison.Ordinal).Contains('|', StringComparison.Ordinal);

    private static (int Level, string Raw, int Line, int Column)? HeadingOf(string line, int number)
    {
        var text = line.TrimStart(' ');
        var level = text.Length - text.TrimStart('#').Length;
        if (line.Length - text.Length > 3 || level is < 1 or > 6 || (text.Length > level && text[level] is not (' ' or '\t')))
        {
            return null;
        }

        var raw = text[level..].Trim();
        var words = raw.TrimEnd('#');
        return (level, words.Length == 0 || char.IsWhiteSpace(words[^1]) ? words.TrimEnd() : raw, number, line.Length - text.Length + 1);
    }

    private (int Level, string Raw, int Line, int Column)? Heading(string line) => HeadingOf(line, _index + 1);

    private void Close() => _sections.Add(new MarkdownSection(_heading.Level, _heading.Raw, _heading.Line, _heading.Column, Interlocked.Exchange(ref _blocks, [])));

    // "- text", "* text", "+ text", "1. text"
    private static string? ItemText(string line)
    {
        var text = line.TrimStart();
        if (text is ['-' or '*' or '+', ' ' or '\t', ..])
        {
            return text[1..].Trim();
        }

        if (text is "-" or "*" or "+")
        {
            return "";
        }

        var digits = text.Length - text.AsSpan().TrimStart("0123456789").Length;
        return digits is > 0 and < 10 && text.Length > digits + 1 && text[digits] is '.' or ')' && text[digits + 1] is ' ' or '\t' ? text[(digits + 1)..].Trim() : null;
    }

    private static bool IsRule(string line) => line.Replace(" ", "", StringComparison.Ordinal) is { Length: > 2 } text && text[0] is '-' or '*' or '_' && !text.AsSpan().ContainsAnyExcept(text[0]);

    private static bool IsComment(string line) => line.TrimStart().StartsWith("<!--", StringComparison.Ordinal);

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    private List<MarkdownEntry> FrontMatter()
    {
        var end = lines.Count > 0 && lines[0].TrimEnd() == "---" ? Enumerable.Range(1, Math.Min(lines.Count - 1, 200)).FirstOrDefault(index => lines[index].TrimEnd() == "---") : 0;
        if (end == 0)
        {
            return [];
        }

        _index = end + 1;
        return [.. Enumerable.Range(1, end - 1)
            .Select(index => (Text: lines[index], Number: index + 1, Colon: lines[index].IndexOf(':', StringComparison.Ordinal)))
            .Where(entry => entry.Colon > 0 && !char.IsWhiteSpace(entry.Text[0]))
            .Select(entry => new MarkdownEntry(entry.Text[..entry.Colon].Trim(), Scalar(entry.Text[(entry.Colon + 1)..].Trim()), entry.Number))];
    }

    private static string Scalar(string value)
    {
        if (value.Length < 2 || value[0] is not ('"' or '\'') || value[^1] != value[0])
        {
            return value;
        }

        var inner = value[1..^1];
        return value[0] == '\'' ? inner : inner.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
    }
}
