namespace Okstra.Core.Grouping;

/// <summary>Which findings are one, best pairs first; two findings of one worker come together only when they are nearly identical.</summary>
internal sealed class FindingGroups(IReadOnlyList<FindingSignature> signatures)
{
    private readonly Dictionary<(int First, int Second), double> _scores = [];

    /// <summary>Groups whose findings agree on the whole: a union needs a mean score above 0 over all its pairs, so that one weak bridge joins no two claims.</summary>
    public IEnumerable<List<FindingSignature>> BySimilarity() =>
        Joined(CandidatePairs.Of(signatures).Where(pair => Score(pair.First, pair.Second) > 0), (first, second) => first.Sum(one => second.Sum(other => Score(one, other))) > 0);

    /// <summary>Groups as somebody proposes them, by index; falls apart what one worker tells apart.</summary>
    public IEnumerable<List<FindingSignature>> AsProposed(IEnumerable<IReadOnlyList<int>> groups) =>
        Joined(groups.SelectMany(group => group.SelectMany((first, index) => group.Skip(index + 1).Select(second => (first, second)))), (_, _) => true);

    private IEnumerable<List<FindingSignature>> Joined(IEnumerable<(int First, int Second)> edges, Func<List<int>, List<int>, bool> agree)
    {
        var groups = signatures.Select((_, index) => new List<int> { index }).ToArray();
        foreach (var edge in edges.OrderByDescending(edge => Score(edge.First, edge.Second)).ThenBy(edge => edge.First).ThenBy(edge => edge.Second))
        {
            var (first, second) = (groups[edge.First], groups[edge.Second]);
            if (!ReferenceEquals(first, second) && first.TrueForAll(one => second.TrueForAll(other => MayMeet(one, other))) && agree(first, second))
            {
                first.AddRange(second);
                foreach (var member in second)
                {
                    groups[member] = first;
                }
            }
        }

        return groups.Distinct().Select(group => group.ConvertAll(index => signatures[index]));
    }

    private bool MayMeet(int one, int other) => signatures[one].Worker != signatures[other].Worker || Score(one, other) > 0;

    private double Score(int one, int other)
    {
        var pair = one < other ? (one, other) : (other, one);
        if (!_scores.TryGetValue(pair, out var score))
        {
            _scores[pair] = score = FindingSimilarity.Score(signatures[pair.Item1], signatures[pair.Item2]);
        }

        return score;
    }
}
