using System.Text.RegularExpressions;

namespace Okstra.Core.Tasks;

/// <summary>Finds ticket ids such as <c>DEV-9436</c> in text (R-CON-09).</summary>
public static partial class TicketIds
{
    // Standards and encodings look like tickets and stand in many bug reports.
    private static readonly HashSet<string> NotProjects = new(StringComparer.Ordinal)
    {
        "UTF", "UCS", "SHA", "MD", "ISO", "IEC", "IEEE", "ANSI", "ECMA", "RFC", "CVE", "CWE", "GHSA", "HTTP", "TLS", "SSL", "AES", "RSA", "CRC", "GPT", "PEP", "JSR", "JEP", "CP", "KOI", "BASE", "COVID", "ARM", "UTC", "GMT", "X", "PC", "EUC", "KS",
    };

    private const int Enough = 20;

    /// <summary>Distinct ids in order of appearance, at most 20.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        var found = new List<string>();
        foreach (var match in Ticket().EnumerateMatches(text))
        {
            var id = text.Substring(match.Index, match.Length);
            if (!Touches(text, match.Index, match.Length) && !NotProjects.Contains(id[..id.IndexOf('-', StringComparison.Ordinal)]) && !found.Contains(id, StringComparer.Ordinal))
            {
                found.Add(id);
            }

            if (found.Count == Enough)
            {
                break;
            }
        }

        return found;
    }

    // A ticket is a word of its own, not a piece of an identifier or of a date; in `fix-DEV-9436-crash.md` it is one.
    private static bool Touches(string text, int start, int length)
    {
        var end = start + length;
        return (start > 0 && IsWord(text[start - 1]))
            || (end < text.Length && (IsWord(text[end]) || (text[end] == '-' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))));
    }

    private static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    [GeneratedRegex(@"[A-Z][A-Z0-9]{1,9}-[1-9][0-9]{0,6}", RegexOptions.NonBacktracking)]
    private static partial Regex Ticket();
}
