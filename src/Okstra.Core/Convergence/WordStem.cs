namespace Okstra.Core.Convergence;

/// <summary>A light English stemmer: enough that <c>divides</c>, <c>divided</c> and <c>dividing</c> meet.</summary>
public static class WordStem
{
    private static readonly string[] Endings = ["ations", "ation", "ings", "ing", "ions", "ion", "edly", "ers", "ied", "ies", "ed", "es", "er", "ly", "s"];

    /// <summary>The lower-case word without its ending and final <c>e</c>; words of up to three letters stay.</summary>
    public static string Of(string word)
    {
        if (!char.IsAsciiLetter(word[0]))
        {
            return word;
        }

        var stem = word;
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                stem = word[..^ending.Length];
                break;
            }
        }

        if (stem.Length > 3 && stem[^1] == stem[^2] && stem.Length < word.Length)
        {
            stem = stem[..^1];
        }

        return stem.Length > 3 && stem[^1] is 'e' or 'y' ? stem[..^1] : stem;
    }
}
