using System.Text.RegularExpressions;

namespace Okstra.Core.Auditing;

/// <summary>Finds error messages and quoted texts, without the parts a program fills in.</summary>
internal static class MessageParser
{
    private const int Most = 16;

    private const int ShortestPiece = 8;

    private const int LongestPiece = 120;

    // TypeError: x is not a function     Exception in thread "main" a.b.C: message     panic: runtime error: message     error: message
    private static readonly Regex Raised = new(
        @"(?:\b[\w.\\]*(?:Error|Exception|Failure|Panic|Warning)|\bpanic|\berror|\bfatal|\bException in thread [^ ]+ [\w.$]+)(?:\[[^\]]*\])?(?: \([^)]*\))?: (?<message>[^ ].{4,400})",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    private static readonly Regex Quoted = new("""(?:"(?<a>[^"]{6,200})"|'(?<b>[^' ][^']{5,199})'|`(?<c>[^`]{6,200})`|“(?<d>[^”]{6,200})”)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    // What a format string would have left open: quoted values, numbers, addresses, paths, type brackets.
    private static readonly Regex Filled = new("""("[^"]*"|'[^']*'|`[^`]*`|<[^>]*>|\[[^\]]*\]|\{[^}]*\}|\([^)]*\)|[0-9][\w.]*|[\w.-]*[/\\][\w./\\-]+|%\w)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    public static IReadOnlyList<Term> Parse(IReadOnlyList<BriefLine> lines, HashSet<int> frames)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var index = 0; index < lines.Count; index++)
        {
            var text = lines[index].Text;
            if (Raised.Match(text) is { Success: true } raised && !frames.Contains(index))
            {
                AddPieces(weights, raised.Groups["message"].Value, 1.5);
            }

            if (lines[index].IsCode || frames.Contains(index))
            {
                continue;
            }

            foreach (Match quoted in Quoted.Matches(text))
            {
                AddPieces(weights, quoted.Value[1..^1], 1.0);
            }
        }

        return [.. weights.OrderByDescending(entry => entry.Value).ThenByDescending(entry => entry.Key.Length).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(Most).Select(entry => new Term(entry.Key, Math.Min(entry.Value, 3)))];
    }

    private static void AddPieces(Dictionary<string, double> weights, string message, double weight)
    {
        Add(weights, message, weight);
        foreach (var piece in Filled.Split(message))
        {
            Add(weights, piece, weight);
            if (piece.Contains(": ", StringComparison.Ordinal))
            {
                Add(weights, piece[(piece.IndexOf(": ", StringComparison.Ordinal) + 2)..], weight);
            }
        }
    }

    private static void Add(Dictionary<string, double> weights, string piece, double weight)
    {
        var trimmed = piece.Trim().TrimEnd('.', ':', ',', ';', '!').Trim();
        if (trimmed.Length is >= ShortestPiece and <= LongestPiece && trimmed.Contains(' ', StringComparison.Ordinal) && trimmed.Count(char.IsLetter) >= 6)
        {
            weights[trimmed] = weights.GetValueOrDefault(trimmed) + weight;
        }
    }
}
