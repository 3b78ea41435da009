using Okstra.Core.Convergence;
using Okstra.Core.Text;

namespace Okstra.Core.Grouping;

/// <summary>What clustering compares of one worker's finding: its words and the places it cites.</summary>
public sealed class FindingSignature
{
    /// <summary>Words that stand in the cited code say where the claim is, not what it claims.</summary>
    private const double PlaceWordWeight = 0.35;

    public FindingSignature(string worker, CheckedFinding source)
    {
        Worker = worker;
        Source = source;
        Title = new TextFeatures(source.Finding.Title);
        Claim = new TextFeatures(source.Finding.Claim);
        Text = new TextFeatures(Title, Claim);
        var cited = source.Evidence.Where(evidence => evidence is { Path: not null, StartLine: not null, EndLine: not null }).ToList();
        var carrying = cited.Where(evidence => evidence.Carries).ToList();
        Places = [.. (carrying.Count > 0 ? carrying : cited).Select(evidence => (HangulComposer.Compose(evidence.Path!), evidence.StartLine!.Value, evidence.EndLine!.Value))];
        Cited = new TextFeatures(string.Join('\n', source.Evidence.Select(evidence => $"{evidence.Path}\n{evidence.Quote}")));
        ClaimWeights = Text.Weights.ToDictionary(pair => pair.Key, pair => Cited.Weights.ContainsKey(pair.Key) ? pair.Value * PlaceWordWeight : pair.Value, StringComparer.Ordinal);
        DefectWeights = ClaimWeights.Where(pair => Text.Defects.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal);
        Names = [.. Text.Identifiers.Where(name => !name.EndsWith("error", StringComparison.Ordinal) && !name.EndsWith("exception", StringComparison.Ordinal))];
        Subjects = [.. Text.Weights.Keys.Where(Cited.Weights.ContainsKey)];
        Definitions = DefinedNames.Of(string.Join('\n', source.Evidence.Select(evidence => evidence.Quote)));
        Key = string.Join('\u001f', source.Finding.Title, source.Finding.Claim, worker, source.Finding.Id);
    }

    public string Worker { get; }

    public CheckedFinding Source { get; }

    public TextFeatures Title { get; }

    public TextFeatures Claim { get; }

    /// <summary>Title and claim.</summary>
    public TextFeatures Text { get; }

    /// <summary>Cited paths and quotes.</summary>
    public TextFeatures Cited { get; }

    public IReadOnlyList<(string Path, int Start, int End)> Places { get; }

    /// <summary>The words of title and claim, those of the cited code counting less.</summary>
    public IReadOnlyDictionary<string, double> ClaimWeights { get; }

    /// <summary>Those of the words that name a kind of defect.</summary>
    public IReadOnlyDictionary<string, double> DefectWeights { get; }

    /// <summary>Names of code in the text; those of exceptions are the same in every function and left out.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Words of the text that stand in the cited code too.</summary>
    public IReadOnlyList<string> Subjects { get; }

    /// <summary>Names that the cited code defines.</summary>
    public IReadOnlySet<string> Definitions { get; }

    /// <summary>Orders signatures the same way whoever came first.</summary>
    public string Key { get; }

    /// <summary>Whether the finding speaks of it or cites it.</summary>
    public bool Knows(string feature) => Text.Weights.ContainsKey(feature) || Cited.Weights.ContainsKey(feature);

    /// <summary>Whether the word, in lower case, is written in the finding or in what it cites.</summary>
    public bool Writes(string word) => Text.Words.Contains(word) || Cited.Words.Contains(word);

    /// <summary>Whether the finding speaks of this name of code or cites it.</summary>
    public bool KnowsName(string identifier) => Text.Identifiers.Contains(identifier) || Cited.Identifiers.Contains(identifier);
}
