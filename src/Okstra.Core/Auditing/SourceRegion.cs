namespace Okstra.Core.Auditing;

/// <summary>A function or similar block around a place.</summary>
/// <param name="Name">Its name; empty when the place stands outside of any.</param>
/// <param name="HeaderLine">1-based line that opens it.</param>
/// <param name="EndLine">1-based last line.</param>
public sealed record SourceRegion(string Name, int HeaderLine, int EndLine)
{
    private const int WidestRegion = 400;

    /// <summary>The innermost block around a line, told by indentation and the form of its opening line; a few lines around it when there is none.</summary>
    public static SourceRegion Around(IReadOnlyList<string> lines, int line)
    {
        var at = Math.Clamp(line, 1, Math.Max(1, lines.Count)) - 1;
        if (lines.Count == 0)
        {
            return new SourceRegion("", 1, 1);
        }

        if (BlockHeader.Name(lines[at]) is { } own)
        {
            return new SourceRegion(own, at + 1, End(lines, at));
        }

        var limit = Indent(lines, at);
        for (var index = at - 1; index >= 0 && at - index < WidestRegion; index--)
        {
            if (string.IsNullOrWhiteSpace(lines[index]) || Width(lines[index]) >= limit)
            {
                continue;
            }

            if (BlockHeader.Name(lines[index]) is { } name)
            {
                return new SourceRegion(name, index + 1, Math.Max(End(lines, index), at + 1));
            }

            // A line such as ") -> int:" or "{" closes a header that began above with the same indentation.
            if (Width(lines[index]) > 0 || !IsContinuation(lines[index]))
            {
                limit = Math.Max(Width(lines[index]), 1);
            }
        }

        return new SourceRegion("", Math.Max(1, at), Math.Min(lines.Count, at + 3));
    }

    private static bool IsContinuation(string line) => line.TrimStart() is { Length: > 0 } text && text[0] is ')' or '{' or '}' or ']';

    private static int End(IReadOnlyList<string> lines, int header)
    {
        var indent = Width(lines[header]);
        var end = header;
        for (var index = header + 1; index < lines.Count && index - header < WidestRegion; index++)
        {
            if (string.IsNullOrWhiteSpace(lines[index]))
            {
                continue;
            }

            if (Width(lines[index]) <= indent && !IsContinuation(lines[index]))
            {
                break;
            }

            end = index;
            if (Width(lines[index]) <= indent && lines[index].TrimStart().StartsWith('}'))
            {
                break;
            }
        }

        return end + 1;
    }

    private static int Indent(IReadOnlyList<string> lines, int at)
    {
        while (at > 0 && string.IsNullOrWhiteSpace(lines[at]))
        {
            at--;
        }

        return Math.Max(Width(lines[at]), 1);
    }

    private static int Width(string line)
    {
        var width = 0;
        foreach (var letter in line)
        {
            if (letter == ' ')
            {
                width++;
            }
            else if (letter == '\t')
            {
                width += 4;
            }
            else
            {
                break;
            }
        }

        return width;
    }
}
