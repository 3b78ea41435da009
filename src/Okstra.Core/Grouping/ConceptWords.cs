namespace Okstra.Core.Grouping;

/// <summary>Words for the same thing in findings, English and Korean: paraphrases of one claim meet in the concept, not in the letters.</summary>
internal sealed class ConceptWords
{
    /// <summary>A word of one syllable is sure only at the start of a run that is hardly longer.</summary>
    private const int ShortRun = 3;

    private static readonly ConceptWords All = new();

    private readonly Dictionary<string, Concept> _concepts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _longestPhrase = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<(string First, string Second, Concept Concept)>> _syllablePhrases = [];
    private readonly Dictionary<char, int> _longestSyllables = [];

    private ConceptWords()
    {
        foreach (var line in DefectConcepts.Lines.Split('\n'))
        {
            var family = line[..line.IndexOf(':', StringComparison.Ordinal)];
            Add(line[(family.Length + 1)..], family[0] == '~' ? "" : family, family[0] == '~');
        }

        foreach (var line in $"{TopicConcepts.Lines}\n{DomainConcepts.Lines}\n{EverydayConcepts.Lines}".Split('\n'))
        {
            Add(line, "", false);
        }
    }

    /// <summary>The concept of the longest phrase of stems that starts here, with the number of its words; null when none does.</summary>
    public static (Concept Concept, int Words)? OfStems(List<string> stems, int start)
    {
        var longest = Math.Min(All._longestPhrase.GetValueOrDefault(stems[start]), stems.Count - start);
        for (var words = longest; words > 0; words--)
        {
            if (All._concepts.TryGetValue(words == 1 ? stems[start] : string.Join('_', stems.GetRange(start, words)), out var concept))
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
        foreach (var (first, second, concept) in All._syllablePhrases.GetValueOrDefault(run[start]) ?? [])
        {
            // One more syllable is a particle: 제한이 없다 is 제한 없다.
            if (run.Length - start - first.Length is 0 or 1 && string.CompareOrdinal(run, start, first, 0, first.Length) == 0 && next.StartsWith(second, StringComparison.Ordinal))
            {
                return (concept, run.Length - start);
            }
        }

        var shortest = start == 0 && run.Length <= ShortRun ? 1 : 2;
        for (var length = Math.Min(run.Length - start, All._longestSyllables.GetValueOrDefault(run[start])); length >= shortest; length--)
        {
            if (All._concepts.TryGetValue(run.Substring(start, length), out var concept))
            {
                return (concept, length);
            }
        }

        return null;
    }

    private void Add(string line, string family, bool isVague)
    {
        var words = line.Trim().Split(' ');
        var concept = new Concept("#" + words[0], family, isVague);
        foreach (var word in words)
        {
            if (char.IsAscii(word[0]))
            {
                var stems = Array.ConvertAll(word.Split('_'), WordStem.Of);
                _concepts.TryAdd(string.Join('_', stems), concept);
                _longestPhrase[stems[0]] = Math.Max(stems.Length, _longestPhrase.GetValueOrDefault(stems[0]));
            }
            else if (word.Split('_') is [var first, var second])
            {
                _syllablePhrases.TryAdd(first[0], []);
                _syllablePhrases[first[0]].Add((first, second, concept));
            }
            else
            {
                _concepts.TryAdd(word, concept);
                _longestSyllables[word[0]] = Math.Max(word.Length, _longestSyllables.GetValueOrDefault(word[0]));
            }
        }
    }
}
