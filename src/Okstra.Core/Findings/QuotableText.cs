using System.Text;
using Okstra.Core.Text;

namespace Okstra.Core.Findings;

/// <summary>A text prepared once for many quotes: white space removed, Hangul composed, every character with its line.</summary>
public sealed class QuotableText
{
    private readonly List<int> _lines;
    private readonly string _dense;

    public QuotableText(string text)
    {
        _lines = new List<int>(text.Length);
        _dense = Dense(text, _lines);
    }

    /// <summary>The occurrence inside the cited lines ±<see cref="QuoteMatch.Tolerance"/>, else the one nearest to them.</summary>
    public QuotePlace Find(string quote, int startLine, int endLine)
    {
        var needle = Needle(quote);
        QuotePlace? nearest = null;
        var distance = long.MaxValue;
        for (var at = IndexOf(needle, 0); at >= 0; at = IndexOf(needle, at + 1))
        {
            var (first, last) = (_lines[at], _lines[at + needle.Length - 1]);
            if (first >= (long)startLine - QuoteMatch.Tolerance && last <= (long)endLine + QuoteMatch.Tolerance)
            {
                // A range that reaches beyond the file is cut to it.
                return new QuotePlace(CitationVerdict.Holds, Math.Min(startLine, _lines[^1]), Math.Min(endLine, _lines[^1]));
            }

            var away = Math.Max((long)startLine - first, (long)last - endLine);
            if (away < distance)
            {
                (distance, nearest) = (away, new QuotePlace(CitationVerdict.Moved, first, last));
            }
        }

        return nearest ?? new QuotePlace(CitationVerdict.Fails, startLine, endLine);
    }

    /// <summary>The quote stands somewhere in the text.</summary>
    public bool Contains(string quote) => IndexOf(Needle(quote), 0) >= 0;

    /// <summary>A quote as it is compared; a cut one without its mark.</summary>
    internal static string Needle(string quote) =>
        Dense(quote.EndsWith(SafeText.TruncationMark, StringComparison.Ordinal) ? quote[..^SafeText.TruncationMark.Length] : quote, null);

    private int IndexOf(string needle, int from) => needle.Length < QuoteMatch.MinLength ? -1 : _dense.IndexOf(needle, from, StringComparison.Ordinal);

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
}
