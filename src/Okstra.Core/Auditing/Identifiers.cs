using System.Text.RegularExpressions;

namespace Okstra.Core.Auditing;

/// <summary>Takes identifiers apart.</summary>
internal static class Identifiers
{
    /// <summary>A simple or qualified name: <c>a.b</c>, <c>A::b</c>, <c>A#b</c>, <c>A\B</c>, <c>a->b</c>.</summary>
    public static readonly Regex Qualified = new(@"[@$]?[A-Za-z_][\w$]*[!?]?(?:(?:\.|::|#|->|\\)[A-Za-z_][\w$]*[!?]?)*", RegexOptions.NonBacktracking);

    private static readonly string[] Separators = [".", "::", "#", "->", "\\"];

    public static string[] Parts(string name) => name.TrimStart('@', '$').Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Has a form that prose words do not have: an inner capital, an underscore, a qualifier.</summary>
    public static bool LooksLikeCode(string name)
    {
        var bare = name.TrimStart('@', '$');
        if (bare.Length < 3)
        {
            return false;
        }

        if (bare.AsSpan(1, bare.Length - 2).Contains('_') || bare.StartsWith('_') || name.Length != bare.Length)
        {
            return true;
        }

        for (var index = 1; index < bare.Length; index++)
        {
            if (char.IsUpper(bare[index]) && char.IsLower(bare[index - 1]))
            {
                return true;
            }
        }

        return Parts(bare).Length > 1 && Parts(bare).All(part => part.Length > 1);
    }

    /// <summary>parseHTMLText and parse_html_text are parse, html, text.</summary>
    public static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var index = 0; index <= name.Length; index++)
        {
            var ends = index == name.Length || !char.IsLetterOrDigit(name[index])
                || (index > start && char.IsUpper(name[index]) && (char.IsLower(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1]) && char.IsUpper(name[index - 1]))));
            if (!ends)
            {
                continue;
            }

            if (index > start)
            {
                yield return name[start..index].ToLowerInvariant();
            }

            start = index < name.Length && char.IsLetterOrDigit(name[index]) ? index : index + 1;
        }
    }

    /// <summary>Crude stem, enough to let <c>parsing</c> meet <c>parser</c> and <c>redirects</c> meet <c>redirect</c>.</summary>
    public static string Root(string word)
    {
        foreach (var ending in (string[])["ations", "ation", "ings", "ing", "ers", "ies", "ed", "er", "es", "s"])
        {
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }
}
