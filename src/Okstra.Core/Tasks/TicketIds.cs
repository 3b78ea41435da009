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

    // A ticket is a word of its own: not a piece of an identifier, a version or a path like ABC-12-34.
    private static bool Touches(string text, int start, int length) =>
        (start > 0 && IsPart(text[start - 1])) || (start + length < text.Length && IsPart(text[start + length]));

    private static bool IsPart(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_';

    [GeneratedRegex(@"[A-Z][A-Z0-9]{1,9}-[1-9][0-9]{0,6}", RegexOptions.NonBacktracking)]
    private static partial Regex Ticket();
}
