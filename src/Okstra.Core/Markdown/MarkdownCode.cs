namespace Okstra.Core.Markdown;

/// <summary>Machine text in cells: code spans, one for each line.</summary>
public static class MarkdownCode
{
    // `dotnet test \| tail -1`<br>`echo done`
    /// <summary>What the spans say, one line for each break; what stands outside a span is read as text.</summary>
    public static string Lines(string cell) => string.Join('\n', Pieces(cell).Select(piece => Span(piece.Trim()) ?? Text.MarkdownRow.Plain(piece)));

    /// <summary>Parts of a cell between its breaks; a break inside a code span is none.</summary>
    public static IReadOnlyList<string> Pieces(string cell)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var index = 0; index < cell.Length;)
        {
            if (cell[index] == '\\')
            {
                index += 2;
            }
            else if (cell[index] == '`')
            {
                index = EndOfSpan(cell, index);
            }
            else if (cell[index] == '<' && Break(cell.AsSpan(index)) is > 0 and var length)
            {
                pieces.Add(cell[start..index]);
                index += length;
                start = index;
            }
            else
            {
                index++;
            }
        }

        pieces.Add(cell[Math.Min(start, cell.Length)..]);
        return pieces;
    }

    /// <summary>The text of a piece that is one code span and nothing else; null when it is not.</summary>
    public static string? Span(string piece, bool inTable = true)
    {
        if (piece.Length < 2 || piece[0] != '`' || EndOfSpan(piece, 0) != piece.Length)
        {
            return null;
        }

        var run = piece.AsSpan().IndexOfAnyExcept('`');
        if (run < 0 || piece.Length < (2 * run) + 1)
        {
            return null;
        }

        var text = piece[run..^run];
        if (text.Length > 2 && text[0] == ' ' && text[^1] == ' ')
        {
            text = text[1..^1];
        }

        return inTable ? text.Replace("\\|", "|", StringComparison.Ordinal) : text;
    }

    /// <summary>Index behind the code span that begins there; behind its marks when it never ends.</summary>
    public static int EndOfSpan(string text, int start)
    {
        var run = Run(text, start);
        for (var index = start + run; index < text.Length;)
        {
            var length = Run(text, index);
            if (length == run)
            {
                return index + run;
            }

            index += Math.Max(1, length);
        }

        return start + run;
    }

    private static int Run(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] == '`')
        {
            end++;
        }

        return end - start;
    }

    // <br>, <br/>, <br />
    private static int Break(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("<br", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var end = text.IndexOf('>');
        return end >= 3 && text[3..end].Trim() is [] or ['/'] ? end + 1 : 0;
    }
}
