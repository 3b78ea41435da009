using Okstra.Core.Text;

namespace Okstra.Core.Convergence;

/// <summary>The words of a claim as weighted features, in any script: stems and concepts for words, syllable pairs for Hangul and CJK.</summary>
public sealed class TextFeatures
{
    private const double PairWeight = 0.5;
    private const double NumberWeight = 0.3;

    private static readonly HashSet<string> StopWords = new(
        ("a an the and or but if then else when while where which that this these those is are was were be been being it its of in on at to for from by with as into than "
            + "does do did has have had can could may might will would should must not no so such there here because also only any all each every via per "
            + "function method class line code value call bug issue problem error cause causes caused due").Split(' '),
        StringComparer.Ordinal);

    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly HashSet<string> _identifiers = new(StringComparer.Ordinal);
    private int _latin;
    private int _syllables;

    public TextFeatures(string text)
    {
        var composed = HangulComposer.Compose(SafeText.Clean(text));
        var index = 0;
        while (index < composed.Length)
        {
            var start = index;
            var script = ScriptOf(composed[index]);
            while (index < composed.Length && script != Script.None && ScriptOf(composed[index]) == script)
            {
                index++;
            }

            if (script == Script.None)
            {
                index++;
                continue;
            }

            AddRun(composed[start..index], script, index < composed.Length && composed[index] == '(');
        }
    }

    private enum Script
    {
        None,
        Word,
        Syllable,
    }

    public IReadOnlyDictionary<string, double> Weights => _weights;

    /// <summary>Names that can only come from code: <c>camelCase</c>, <c>snake_case</c>, <c>call(</c>.</summary>
    public IReadOnlySet<string> Identifiers => _identifiers;

    /// <summary>Written mainly in Hangul or CJK.</summary>
    public bool IsSyllabic => _syllables * 2 > _latin;

    private static Script ScriptOf(char character) => character switch
    {
        >= '\u1100' and <= '\u11ff' or >= '\u3040' and <= '\u318f' or >= '\u3400' and <= '\u9fff' or >= '\uac00' and <= '\ud7a3' => Script.Syllable,
        '_' => Script.Word,
        _ => char.IsLetterOrDigit(character) ? Script.Word : Script.None,
    };

    private void AddRun(string run, Script script, bool isCall)
    {
        if (script == Script.Syllable)
        {
            _syllables += run.Length;
            AddSyllables(run);
            return;
        }

        _latin += run.Length;
        var parts = Parts(run);
        if (isCall || parts.Count > 1 || run.Contains('_', StringComparison.Ordinal))
        {
            _identifiers.Add(run.ToLowerInvariant());
        }

        foreach (var part in parts)
        {
            if (char.IsDigit(part[0]) && part != "0")
            {
                Add(part, NumberWeight);
            }
            else if (!StopWords.Contains(part) && (part.Length > 1 || part == "0"))
            {
                Add(ConceptWords.OfStem(WordStem.Of(part)), 1);
            }
        }
    }

    private void AddSyllables(string run)
    {
        if (ConceptWords.OfHangul(run) is { } concept)
        {
            Add(concept, 1);
            return;
        }

        for (var index = 0; index < Math.Max(1, run.Length - 1); index++)
        {
            Add(run.Substring(index, Math.Min(2, run.Length)), PairWeight);
        }
    }

    private void Add(string feature, double weight) => _weights[feature] = Math.Max(weight, _weights.GetValueOrDefault(feature));

    // parseHTTPHeader_v2 → parse, http, header, v2
    private static List<string> Parts(string run)
    {
        var parts = new List<string>();
        var start = 0;
        for (var index = 1; index <= run.Length; index++)
        {
            var boundary = index == run.Length
                || run[index] == '_'
                || run[index - 1] == '_'
                || (char.IsUpper(run[index]) && (!char.IsUpper(run[index - 1]) || (index + 1 < run.Length && char.IsLower(run[index + 1]))));
            if (boundary)
            {
                var part = run[start..index].Trim('_').ToLowerInvariant();
                if (part.Length > 0)
                {
                    parts.Add(part);
                }

                start = index;
            }
        }

        return parts;
    }
}
