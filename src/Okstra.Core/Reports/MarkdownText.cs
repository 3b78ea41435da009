using System.Text;
using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>Hostile text as Markdown that shows it and nothing else: no heading, HTML, link, image or table cell can come out of it.</summary>
public static class MarkdownText
{
    /// <summary>Whether nothing of a text would be shown.</summary>
    public static bool IsBlank(string? text) => string.IsNullOrEmpty(text) || string.IsNullOrWhiteSpace(SafeText.Clean(text));

    /// <summary>Text of a table cell: one line, line feeds shown as breaks.</summary>
    public static string Cell(string text) => string.Join("<br>", Lines(text).Select(line => Inline(line, inTable: true)));

    /// <summary>A paragraph or list item on one line.</summary>
    public static string Line(string text)
    {
        var line = Inline(OneLine(text), inTable: false);
        return line.Length == 0 ? line : GuardStart(line);
    }

    /// <summary>A code span that shows the text literally; falls back to escaped text where a span cannot.</summary>
    public static string Code(string text, bool inTable)
    {
        var line = OneLine(text);
        if (line.Length == 0)
        {
            return "";
        }

        // GFM reads "\|" inside a table as the cell's own escape, so a backslash before a pipe can't be shown in a span.
        if (inTable && line.Contains("\\|", StringComparison.Ordinal))
        {
            return Plain(line, inTable);
        }

        var fence = new string('`', LongestRun(line) + 1);
        var pad = line[0] == '`' || line[^1] == '`' ? " " : "";
        return $"{fence}{pad}{(inTable ? line.Replace("|", "\\|", StringComparison.Ordinal) : line)}{pad}{fence}";
    }

    /// <summary>Machine text of a table cell, every line a code span that keeps its blanks; white space at the end of lines and blank lines around are left out.</summary>
    public static string CodeLines(string text)
    {
        var lines = string.Join('\n', SafeText.Clean(text).Split('\n').Select(line => line.TrimEnd())).Trim('\n').Split('\n');
        return string.Join("<br>", lines.Select(CodeLine));
    }

    private static string CodeLine(string line)
    {
        if (line.Length == 0 || line.Contains("\\|", StringComparison.Ordinal))
        {
            return Plain(line.Trim(), inTable: true);
        }

        var fence = new string('`', LongestRun(line) + 1);
        var pad = line[0] == '`' || line[^1] == '`' ? " " : "";
        return $"{fence}{pad}{line.Replace("|", "\\|", StringComparison.Ordinal)}{pad}{fence}";
    }

    private static string OneLine(string text) => SafeText.OneLine(text, int.MaxValue);

    private static IEnumerable<string> Lines(string text)
    {
        var clean = SafeText.Clean(text).Trim();
        return clean.Length == 0 ? [] : clean.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
    }

    // A code span of the author stays one, everything around it is escaped.
    private static string Inline(string line, bool inTable)
    {
        var result = new StringBuilder(line.Length + 16);
        var index = 0;
        while (index < line.Length)
        {
            if (line[index] != '`')
            {
                var next = line.IndexOf('`', index);
                next = next < 0 ? line.Length : next;
                result.Append(Plain(line[index..next], inTable));
                index = next;
                continue;
            }

            var run = RunAt(line, index);
            var close = Closing(line, index + run, run);
            if (close < 0 || (inTable && line[index..close].Contains("\\|", StringComparison.Ordinal)))
            {
                result.Append(Repeat("\\`", run));
                index += run;
                continue;
            }

            var span = line[index..(close + run)];
            result.Append(inTable ? span.Replace("|", "\\|", StringComparison.Ordinal) : span);
            index = close + run;
        }

        return result.ToString();
    }

    private static string Plain(string text, bool inTable)
    {
        var result = new StringBuilder(text.Length + 8);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            _ = character switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '|' when inTable => result.Append("\\|"),
                '\\' or '`' or '*' or '[' or ']' or '~' => result.Append('\\').Append(character),
                '_' when !IsInsideWord(text, index) => result.Append("\\_"),
                _ => result.Append(character),
            };
        }

        return result.ToString();
    }

    // Only the first character of a line can open a block.
    private static string GuardStart(string line)
    {
        if (line[0] is '#' or '-' or '+' or '=' or '|' or ':')
        {
            return "\\" + line;
        }

        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        return digits is > 0 and < 10 && digits < line.Length && line[digits] is '.' or ')' ? $"{line[..digits]}\\{line[digits..]}" : line;
    }

    private static bool IsInsideWord(string text, int index) =>
        index > 0 && index + 1 < text.Length && char.IsLetterOrDigit(text[index - 1]) && char.IsLetterOrDigit(text[index + 1]);

    private static int RunAt(string line, int start)
    {
        var end = start;
        while (end < line.Length && line[end] == '`')
        {
            end++;
        }

        return end - start;
    }

    private static int Closing(string line, int from, int run)
    {
        for (var index = from; index < line.Length;)
        {
            if (line[index] != '`')
            {
                index++;
                continue;
            }

            var length = RunAt(line, index);
            if (length == run)
            {
                return index;
            }

            index += length;
        }

        return -1;
    }

    private static int LongestRun(string line)
    {
        var longest = 0;
        for (var index = 0; index < line.Length; index++)
        {
            if (line[index] == '`')
            {
                var run = RunAt(line, index);
                longest = Math.Max(longest, run);
                index += run;
            }
        }

        return longest;
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
