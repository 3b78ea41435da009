namespace Okstra.Core.Convergence;

/// <summary>What clustering compares of one worker's finding: its words and the places it cites.</summary>
public sealed class FindingSignature
{
    /// <summary>Words that stand in the cited code say where the claim is, not what it claims.</summary>
    private const double PlaceWordWeight = 0.35;

    public FindingSignature(string worker, CheckedFinding source)
    {
        Worker = worker;
        Source = source;
        Text = new TextFeatures($"{source.Finding.Title}\n{source.Finding.Claim}");
        var cited = source.Evidence.Where(evidence => evidence is { Path: not null, StartLine: not null, EndLine: not null }).ToList();
        var carrying = cited.Where(evidence => evidence.Carries).ToList();
        Places = [.. (carrying.Count > 0 ? carrying : cited).Select(evidence => (evidence.Path!, evidence.StartLine!.Value, evidence.EndLine!.Value))];
        var place = new TextFeatures(string.Join('\n', source.Evidence.Select(evidence => $"{evidence.Path}\n{evidence.Quote}")));
        ClaimWeights = Text.Weights.ToDictionary(pair => pair.Key, pair => place.Weights.ContainsKey(pair.Key) ? pair.Value * PlaceWordWeight : pair.Value, StringComparer.Ordinal);
        Key = string.Join('\u001f', source.Finding.Title, source.Finding.Claim, worker, source.Finding.Id);
    }

    public string Worker { get; }

    public CheckedFinding Source { get; }

    public TextFeatures Text { get; }

    public IReadOnlyList<(string Path, int Start, int End)> Places { get; }

    /// <summary>The words, those of the cited code counting less; for findings at one place.</summary>
    public IReadOnlyDictionary<string, double> ClaimWeights { get; }

    /// <summary>Orders signatures the same way whoever came first.</summary>
    public string Key { get; }
}
