using System.Text;
using Okstra.Core.Text;

namespace Okstra.Core.Findings;

/// <summary>Compares a quote with a text, white space aside and Hangul composed.</summary>
public static class QuoteMatch
{
    /// <summary>A quote with fewer non-space characters proves nothing.</summary>
    public const int MinLength = 3;

    /// <summary>Lines a quote may stand before or after the cited ones and still hold (design: evidence is checked by code).</summary>
    public const int Tolerance = 3;

    /// <summary>The occurrence inside the cited lines ±3, else the one nearest to them.</summary>
    public static QuotePlace Find(string fileText, string quote, int startLine, int endLine)
    {
        var needle = Dense(Unmarked(quote), null);
        var fails = new QuotePlace(CitationVerdict.Fails, startLine, endLine);
        if (needle.Length < MinLength)
        {
            return fails;
        }

        var lines = new List<int>(fileText.Length);
        var text = Dense(fileText, lines);
        QuotePlace? nearest = null;
        var distance = long.MaxValue;
        for (var at = text.IndexOf(needle, StringComparison.Ordinal); at >= 0; at = text.IndexOf(needle, at + 1, StringComparison.Ordinal))
        {
            var (first, last) = (lines[at], lines[at + needle.Length - 1]);
            if (first >= (long)startLine - Tolerance && last <= (long)endLine + Tolerance)
            {
                // A range that reaches beyond the file is cut to it.
                var lastLine = Math.Max(1, lines[^1]);
                return new QuotePlace(CitationVerdict.Holds, Math.Min(startLine, lastLine), Math.Min(endLine, lastLine));
            }

            var away = Math.Max((long)startLine - first, (long)last - endLine);
            if (away < distance)
            {
                (distance, nearest) = (away, new QuotePlace(CitationVerdict.Moved, first, last));
            }
        }

        return nearest ?? fails;
    }

    /// <summary>The quote occurs somewhere in the text.</summary>
    public static bool Occurs(string text, string quote)
    {
        var needle = Dense(Unmarked(quote), null);
        return needle.Length >= MinLength && Dense(text, null).Contains(needle, StringComparison.Ordinal);
    }

    /// <summary>Too short to be checked.</summary>
    public static bool IsTooShort(string quote) => Dense(Unmarked(quote), null).Length < MinLength;

    // Line by line, because cleaning may drop or add line ends that the file's line numbers do not know.
    private static string Dense(string text, List<int>? lines)
    {
        var dense = new StringBuilder(text.Length);
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            foreach (var character in HangulComposer.Compose(SafeText.Clean(line)))
            {
                if (!char.IsWhiteSpace(character))
                {
                    dense.Append(character);
                    lines?.Add(number);
                }
            }
        }

        return dense.ToString();
    }

    private static string Unmarked(string quote) => quote.EndsWith(SafeText.TruncationMark, StringComparison.Ordinal) ? quote[..^SafeText.TruncationMark.Length] : quote;
}
