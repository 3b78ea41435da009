using System.Text;

namespace Okstra.Core.Text;

/// <summary>A row of a Markdown table: where its cells are, and what they say.</summary>
public static class MarkdownRow
{
    /// <summary>Whether the line is one.</summary>
    public static bool Is(string line) => line.AsSpan().TrimStart().StartsWith("|");

    /// <summary>Places of the cells' texts in the line, blanks around them left out; a backslash keeps the character after it from ending a cell.</summary>
    // | Q1 | DEV-9436 | a \| b |  redis | open
    public static IReadOnlyList<Range> Cells(string line)
    {
        var cells = new List<Range>();
        var start = line.IndexOf('|', StringComparison.Ordinal) + 1;
        for (var index = start; start > 0 && index < line.Length; index++)
        {
            if (line[index] == '\\')
            {
                index++;
            }
            else if (line[index] == '|')
            {
                cells.Add(Trimmed(line, start, index));
                start = index + 1;
            }
        }

        if (start > 0 && start < line.Length && !string.IsNullOrWhiteSpace(line[start..]))
        {
            cells.Add(Trimmed(line, start, line.Length));
        }

        return cells;
    }

    /// <summary>The cells' texts as <see cref="Plain"/> has them.</summary>
    public static IReadOnlyList<string> Texts(string line) => [.. Cells(line).Select(cell => Plain(line[cell]))];

    /// <summary>Whether every cell is a run of dashes: the line below the headings.</summary>
    public static bool IsDelimiter(IReadOnlyList<string> cells) => cells.Count > 0 && cells.All(cell => cell.Length > 0 && cell.All(character => character is '-' or ':'));

    /// <summary>What a cell, or a line outside tables, says: escapes, entities and breaks undone, code spans as they are.</summary>
    public static string Plain(string cell, bool inTable = true)
    {
        var text = new StringBuilder(cell.Length);
        for (var index = 0; index < cell.Length;)
        {
            index += cell[index] switch
            {
                '\\' when index + 1 < cell.Length && char.IsAsciiLetterOrDigit(cell[index + 1]) is false => Add(cell[index + 1], 2),
                '`' => Span(cell, index, text, inTable),
                '&' when Is(cell, index, "&lt;") => Add('<', 4),
                '&' when Is(cell, index, "&gt;") => Add('>', 4),
                '&' when Is(cell, index, "&amp;") => Add('&', 5),
                '<' when Is(cell, index, "<br>") => Add('\n', 4),
                '<' when Is(cell, index, "<br/>") => Add('\n', 5),
                _ => Add(cell[index], 1),
            };
        }

        return text.ToString();

        int Add(char character, int length)
        {
            text.Append(character);
            return length;
        }
    }

    private static int Span(string cell, int start, StringBuilder text, bool inTable)
    {
        var run = 0;
        while (start + run < cell.Length && cell[start + run] == '`')
        {
            run++;
        }

        for (var index = start + run; index < cell.Length;)
        {
            var length = 0;
            while (index + length < cell.Length && cell[index + length] == '`')
            {
                length++;
            }

            if (length == run)
            {
                var span = cell[start..(index + run)];
                text.Append(inTable ? span.Replace("\\|", "|", StringComparison.Ordinal) : span);
                return index + run - start;
            }

            index += Math.Max(1, length);
        }

        text.Append('`', run);
        return run;
    }

    private static bool Is(string cell, int index, string token) => string.Compare(cell, index, token, 0, token.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static Range Trimmed(string line, int start, int end)
    {
        if (string.IsNullOrWhiteSpace(line[start..end]))
        {
            // An empty cell is where its text would begin: behind one blank.
            var place = Math.Min(start + 1, end);
            return place..place;
        }

        while (start < end && char.IsWhiteSpace(line[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(line[end - 1]))
        {
            end--;
        }

        return start..end;
    }
}
