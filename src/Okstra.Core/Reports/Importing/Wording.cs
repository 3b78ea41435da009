using System.Text;
using System.Text.RegularExpressions;
using Okstra.Core.Text;

namespace Okstra.Core.Reports.Importing;

/// <summary>Compares words of a report with the fixed ones of both languages; case, blanks and emphasis do not count.</summary>
internal static partial class Wording
{
    public static ReportTexts[] Languages { get; } = [ReportTexts.In(ReportLanguage.Korean), ReportTexts.In(ReportLanguage.English)];

    public static string Normal(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var character in text.Trim().Trim('*', '_', '`', ':').Trim())
        {
            if (!char.IsWhiteSpace(character))
            {
                normal.Append(char.ToLowerInvariant(character));
            }
            else if (normal.Length > 0 && normal[^1] != ' ')
            {
                normal.Append(' ');
            }
        }

        return normal.ToString();
    }

    /// <summary>Whether the words are those of a key in either language.</summary>
    public static bool Is(string text, string key) => Array.Exists(Languages, texts => Normal(texts[key]) == Normal(text));

    /// <summary>The same of a line that the fixed texts begin with a mark.</summary>
    public static bool Is(string text, string key, char mark) => Array.Exists(Languages, texts => Normal(texts[key].TrimStart(mark, ' ')) == Normal(text));

    /// <summary>Names a text goes by: itself, what stands in front of its brackets, and what stands in them.</summary>
    // 5.1 추가 자료 요청 (Additional Materials Requested)
    public static IEnumerable<string> Names(string text)
    {
        var normal = Normal(Number().Replace(text.Trim(), ""));
        yield return normal;
        if (Brackets().Match(normal) is { Success: true } match)
        {
            yield return match.Groups["before"].Value.Trim();
            yield return match.Groups["inside"].Value.Trim();
        }
    }

    /// <summary>Number a heading begins with; empty without one.</summary>
    public static string NumberOf(string heading) => Number().Match(heading.Trim()) is { Success: true } match ? match.Groups["number"].Value.TrimEnd('.') : "";

    /// <summary>Values that stood in a formatted text; null when the text is not of that form.</summary>
    public static string? Value(string text, string key)
    {
        foreach (var texts in Languages)
        {
            var pattern = Regex.Escape(texts[key]).Replace("\\{0}", "(?<value>.*)", StringComparison.Ordinal);
            if (Regex.Match(text, $"^{pattern}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking) is { Success: true } match)
            {
                return match.Groups["value"].Value;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(?<number>[0-9](\.[0-9]{1,2})*)(\.?[ \t]+|\.$)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?<before>[^()]+)\((?<inside>[^()]+)\)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();
}
