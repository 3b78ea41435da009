using Okstra.Core.Findings;

namespace Okstra.Core.Auditing;

/// <summary>Cites lines of a file verbatim, so that the check of the citation can only hold.</summary>
public static class QuotePicker
{
    /// <summary>A line with fewer letters, such as a lone bracket, is no evidence by itself.</summary>
    private const int FewestLetters = 12;

    private const int MostLines = 6;

    private const int LongestQuote = 1200;

    /// <summary>One to six lines at a place; null when the file has no line worth quoting there.</summary>
    public static Citation.File? At(string path, IReadOnlyList<string> lines, int line)
    {
        if (lines.Count == 0)
        {
            return null;
        }

        var start = Math.Clamp(line, 1, lines.Count) - 1;
        var end = start;
        while (Letters(lines, start, end) < FewestLetters && end - start + 1 < MostLines && (start > 0 || end < lines.Count - 1))
        {
            if (end < lines.Count - 1)
            {
                end++;
            }

            if (Letters(lines, start, end) < FewestLetters && start > 0 && end - start + 1 < MostLines)
            {
                start--;
            }
        }

        while (start < end && string.IsNullOrWhiteSpace(lines[start]))
        {
            start++;
        }

        while (end > start && string.IsNullOrWhiteSpace(lines[end]))
        {
            end--;
        }

        var quote = string.Join('\n', lines.Skip(start).Take(end - start + 1).Select(text => text.TrimEnd('\r', ' ', '\t')));
        return Letters(lines, start, end) < 3 || quote.Length > LongestQuote || quote.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t'))
            ? null
            : new Citation.File { Path = path, StartLine = start + 1, EndLine = end + 1, Quote = quote };
    }

    private static int Letters(IReadOnlyList<string> lines, int start, int end) =>
        lines.Skip(start).Take(end - start + 1).Sum(line => line.Count(letter => !char.IsWhiteSpace(letter)));
}
