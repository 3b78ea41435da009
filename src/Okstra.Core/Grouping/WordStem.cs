namespace Okstra.Core.Grouping;

/// <summary>A light English stemmer: enough that <c>divides</c>, <c>divided</c> and <c>dividing</c> meet.</summary>
internal static class WordStem
{
    private static readonly string[] Endings =
    [
        "izations", "ization", "ations", "ation", "ators", "ator", "ating", "ates", "ated", "ings", "ing", "ions", "ion", "edly", "ers", "ied", "ies",
        "ate", "ize", "ed", "es", "er", "ly", "s",
    ];

    // Their stems would be other words: non-, tim(ing), new(s).
    private static readonly HashSet<string> Whole = new(
    [
        "none", "time", "times", "timing", "news", "does", "process", "address", "javascript", "species", "series",
        // Nouns whose stems are verbs of another meaning: contain(s), let(s), listen(s), own, provide, work, handle, ban.
        "container", "containers", "letter", "letters", "listener", "listeners", "owner", "owners", "provider", "providers", "worker", "workers", "handler", "handlers", "banner", "banners",
        "synchronized", "synchronised", "unsynchronized", "unsynchronised",
    ], StringComparer.Ordinal);

    /// <summary>The lower-case word without its ending and final <c>e</c>; words of up to three letters stay.</summary>
    public static string Of(string word)
    {
        if (Whole.Contains(word) || !char.IsAsciiLetter(word[0]))
        {
            return word;
        }

        // British and American spelling are one.
        var source = word.Length > 6 ? word.Replace("isation", "ization", StringComparison.Ordinal).Replace("ise", "ize", StringComparison.Ordinal).Replace("ising", "izing", StringComparison.Ordinal) : word;
        var stem = source;
        foreach (var ending in Endings)
        {
            if (source.Length - ending.Length >= 3 && source.EndsWith(ending, StringComparison.Ordinal) && !source.EndsWith("ply", StringComparison.Ordinal))
            {
                stem = source[..^ending.Length];
                break;
            }
        }

        // Stopped is stop, but fill is not file.
        if (stem.Length > 3 && stem[^1] == stem[^2] && stem.Length < source.Length && (stem.Length > 4 || stem[^1] is not ('l' or 's' or 'z')))
        {
            stem = stem[..^1];
        }

        if (stem.Length > 5 && stem.EndsWith("iz", StringComparison.Ordinal))
        {
            stem = stem[..^2];
        }

        return stem.Length > 3 && stem[^1] is 'e' or 'y' ? stem[..^1] : stem;
    }
}
