namespace Okstra.Core.Grouping;

/// <summary>The words of a text as weighted features, in any script: concepts and stems for words, syllable pairs for what no concept covers in Hangul and CJK.</summary>
public sealed class TextFeatures
{
    /// <summary>A concept that names a kind of defect.</summary>
    private const double DefectWeight = 1;

    /// <summary>A concept that names a mere topic.</summary>
    private const double TopicWeight = 0.6;

    /// <summary>A concept that many defects share: something fails, is missing, is not checked.</summary>
    private const double VagueWeight = 0.6;

    /// <summary>A word of no concept.</summary>
    private const double WordWeight = 0.8;

    private const double NumberWeight = 0.4;
    private const double PairWeight = 0.3;

    /// <summary>Syllables of a Korean particle or verb ending.</summary>
    private const int LongestEnding = 2;

    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly HashSet<string> _families = new(StringComparer.Ordinal);
    private readonly HashSet<string> _identifiers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _defects = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly int _latin;
    private readonly int _syllables;

    /// <summary>What stands in either of two texts.</summary>
    public TextFeatures(TextFeatures first, TextFeatures second)
    {
        foreach (var part in new[] { first, second })
        {
            foreach (var (feature, weight) in part._weights)
            {
                Add(feature, weight);
            }

            _families.UnionWith(part._families);
            _identifiers.UnionWith(part._identifiers);
            _defects.UnionWith(part._defects);
            _words.UnionWith(part._words);
            _latin += part._latin;
            _syllables += part._syllables;
        }
    }

    public TextFeatures(string text)
    {
        var tokens = TextTokens.Of(text);
        var words = new List<string>();
        for (var index = 0; index < tokens.Count; index++)
        {
            var token = tokens[index];
            if (token.IsSyllabic)
            {
                _syllables += token.Run.Length;
                AddSyllables(token.Run, index + 1 < tokens.Count && tokens[index + 1].IsSyllabic ? tokens[index + 1].Run : "");
                continue;
            }

            _latin += token.Run.Length;
            var parts = IdentifierParts.Of(token.Run);
            if (token.IsCall || parts.Count > 1 || token.Run.Contains('_', StringComparison.Ordinal))
            {
                _identifiers.Add(token.Run.ToLowerInvariant());
            }

            // NullPointerException and ReDoS are words of their own.
            var whole = token.Run.ToLowerInvariant();
            _words.Add(whole);
            if (parts.Count > 1 && ConceptWords.OfStems([WordStem.Of(whole)], 0) is not null)
            {
                words.Add(whole);
            }
            else
            {
                words.AddRange(parts);
            }
        }

        AddWords(words);
    }

    /// <summary>Concepts (with <c>#</c>), stems and syllable pairs, each with its weight.</summary>
    public IReadOnlyDictionary<string, double> Weights => _weights;

    /// <summary>Families of the defect concepts.</summary>
    public IReadOnlySet<string> Families => _families;

    /// <summary>Those of the words that name a kind of defect.</summary>
    public IReadOnlySet<string> Defects => _defects;

    /// <summary>Names that can only come from code: <c>camelCase</c>, <c>snake_case</c>, <c>call(</c>.</summary>
    public IReadOnlySet<string> Identifiers => _identifiers;

    /// <summary>Words of Latin and other letters as they are written, in lower case.</summary>
    public IReadOnlySet<string> Words => _words;

    /// <summary>Written mainly in Hangul or CJK.</summary>
    public bool IsSyllabic => _syllables * 2 > _latin;

    private void AddWords(List<string> words)
    {
        var stems = words.ConvertAll(WordStem.Of);
        for (var index = 0; index < stems.Count;)
        {
            if (ConceptWords.OfStems(stems, index) is { } found && (found.Words > 1 || !StopWords.HasWord(words[index])))
            {
                AddConcept(found.Concept);
                index += found.Words;
                continue;
            }

            var part = words[index];
            if (char.IsDigit(part[0]))
            {
                Add(part, NumberWeight);
            }
            else if (!StopWords.HasWord(part) && part.Length > 1)
            {
                Add(stems[index], WordWeight);
            }

            index++;
        }
    }

    private void AddSyllables(string run, string next)
    {
        var uncovered = 0;
        for (var index = 0; index < run.Length;)
        {
            if (ConceptWords.OfSyllables(run, index, next) is { } found)
            {
                AddPairs(run[uncovered..index]);
                AddConcept(found.Concept);
                index += found.Length;
                uncovered = index;
            }
            else
            {
                index++;
            }
        }

        // What is left after a word is its particle or ending; a run that is all unknown ends in one too.
        var tail = uncovered > 0 && run.Length - uncovered <= LongestEnding ? "" : run[uncovered..];
        AddPairs(tail.Length > LongestEnding ? tail[..^1] : tail);
    }

    private void AddPairs(string syllables)
    {
        for (var index = 0; index + 1 < syllables.Length; index++)
        {
            var pair = syllables.Substring(index, 2);
            if (!StopWords.HasSyllables(pair))
            {
                Add(pair, PairWeight);
            }
        }
    }

    private void AddConcept(Concept concept)
    {
        Add(concept.Id, concept.IsVague ? VagueWeight : concept.Family.Length > 0 ? DefectWeight : TopicWeight);
        if (concept.Family.Length > 0)
        {
            _families.Add(concept.Family);
            _defects.Add(concept.Id);
        }
    }

    private void Add(string feature, double weight) => _weights[feature] = Math.Max(weight, _weights.GetValueOrDefault(feature));
}
