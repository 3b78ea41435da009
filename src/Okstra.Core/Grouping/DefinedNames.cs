namespace Okstra.Core.Grouping;

/// <summary>Which names a quote of code defines.</summary>
internal static class DefinedNames
{
    /// <summary>Shorter names are in every file: i, ctx, len.</summary>
    private const int ShortestName = 4;

    // What stands before a name that is defined, in the usual languages.
    private static readonly HashSet<string> DefinesNext = new(
        "def defp defmodule function func fn fun class struct interface enum trait module record scope const static macro sub proc procedure protocol val let var table".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Modifiers = new(
        "public private protected internal static async export final override virtual abstract sealed suspend inline extern unsafe pub readonly external".Split(' '), StringComparer.Ordinal);

    /// <summary>Names that lines of code define; as much of the code is looked at as of any text.</summary>
    public static IReadOnlySet<string> Of(string code)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in code[..Math.Min(code.Length, TextTokens.LongestText)].Split('\n'))
        {
            var (previous, declares) = ("", false);
            foreach (var token in TextTokens.Of(line).Where(token => !token.IsSyllabic))
            {
                var word = token.Run.ToLowerInvariant();
                var keyword = DefinesNext.Contains(word) || Modifiers.Contains(word);
                declares |= previous.Length == 0 && Modifiers.Contains(word);
                if (!keyword && word.Length >= ShortestName && (DefinesNext.Contains(previous) || (declares && token.IsCall)))
                {
                    names.Add(word);
                    declares = false;
                }

                previous = word;
            }
        }

        return names;
    }
}
