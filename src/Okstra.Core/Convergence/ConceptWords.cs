namespace Okstra.Core.Convergence;

/// <summary>Words for the same thing in findings, English and Korean: paraphrases of one claim meet in the concept, not in the letters.</summary>
internal static class ConceptWords
{
    /// <summary>Longest phrase in words.</summary>
    private const int LongestPhrase = 4;

    /// <summary>A word of one syllable is sure only at the start of a run that is hardly longer.</summary>
    private const int ShortRun = 3;

    private static readonly Dictionary<string, Concept> Concepts = new(StringComparer.Ordinal);
    private static readonly List<(string First, string Second, Concept Concept)> SyllablePhrases = [];
    private static readonly int LongestSyllables;

    static ConceptWords()
    {
        foreach (var line in DefectConcepts.Lines.Split('\n'))
        {
            var family = line[..line.IndexOf(':', StringComparison.Ordinal)];
            Add(line[(family.Length + 1)..], family[0] == '~' ? "" : family, family[0] == '~');
        }

        foreach (var line in $"{TopicConcepts.Lines}\n{DomainConcepts.Lines}".Split('\n'))
        {
            Add(line, "", false);
        }

        LongestSyllables = Concepts.Keys.Where(word => !char.IsAscii(word[0])).Max(word => word.Length);
    }

    /// <summary>The concept of the longest phrase of stems that starts here, with the number of its words; null when none does.</summary>
    public static (Concept Concept, int Words)? OfStems(IReadOnlyList<string> stems, int start)
    {
        for (var words = Math.Min(LongestPhrase, stems.Count - start); words > 0; words--)
        {
            if (Concepts.TryGetValue(words == 1 ? stems[start] : string.Join('_', stems.Skip(start).Take(words)), out var concept))
            {
                return (concept, words);
            }
        }

        return null;
    }

    /// <summary>The concept of the longest word that starts here in a run of syllables, with its length; null when none does.</summary>
    /// <param name="run">The run.</param>
    /// <param name="start">Where in the run.</param>
    /// <param name="next">The run after it, for phrases; may be empty.</param>
    public static (Concept Concept, int Length)? OfSyllables(string run, int start, string next)
    {
        foreach (var (first, second, concept) in SyllablePhrases)
        {
            // One more syllable is a particle: 제한이 없다 is 제한 없다.
            if (run.Length - start - first.Length is 0 or 1 && string.CompareOrdinal(run, start, first, 0, first.Length) == 0 && next.StartsWith(second, StringComparison.Ordinal))
            {
                return (concept, run.Length - start);
            }
        }

        var shortest = start == 0 && run.Length <= ShortRun ? 1 : 2;
        for (var length = Math.Min(run.Length - start, LongestSyllables); length >= shortest; length--)
        {
            if (Concepts.TryGetValue(run.Substring(start, length), out var concept))
            {
                return (concept, length);
            }
        }

        return null;
    }

    private static void Add(string line, string family, bool isVague)
    {
        var words = line.Trim().Split(' ');
        var concept = new Concept("#" + words[0], family, isVague);
        foreach (var word in words)
        {
            if (char.IsAscii(word[0]))
            {
                Concepts.TryAdd(string.Join('_', word.Split('_').Select(WordStem.Of)), concept);
            }
            else if (word.Split('_') is [var first, var second])
            {
                SyllablePhrases.Add((first, second, concept));
            }
            else
            {
                Concepts.TryAdd(word, concept);
            }
        }
    }
}
