namespace Okstra.Core.Grouping;

/// <summary>Pairs of findings worth comparing: those that share a telling word or a neighbourhood. Keeps clustering near-linear.</summary>
public static class CandidatePairs
{
    /// <summary>Up to this many findings every pair is compared.</summary>
    private const int SmallEnough = 150;

    /// <summary>A word in more findings than this tells nothing.</summary>
    private const int CommonWord = 40;

    /// <summary>Next neighbours looked at in one file.</summary>
    private const int Neighbours = 60;

    /// <summary>Next findings in the very same words.</summary>
    private const int Repeats = 5;

    /// <summary>Index pairs, lower first, each once.</summary>
    public static IReadOnlyCollection<(int First, int Second)> Of(IReadOnlyList<FindingSignature> signatures)
    {
        var pairs = new HashSet<(int, int)>();
        if (signatures.Count <= SmallEnough)
        {
            for (var first = 0; first < signatures.Count; first++)
            {
                for (var second = first + 1; second < signatures.Count; second++)
                {
                    pairs.Add((first, second));
                }
            }

            return pairs;
        }

        foreach (var (_, group) in Indexed(signatures, signature => signature.Text.Weights.Keys).Where(entry => entry.Value.Count <= CommonWord))
        {
            AddNeighbours(pairs, group, CommonWord);
        }

        foreach (var (path, group) in Indexed(signatures, signature => signature.Places.Select(place => place.Path).Distinct(StringComparer.Ordinal)))
        {
            int FirstLine(int index) => signatures[index].Places.Where(place => string.Equals(place.Path, path, StringComparison.Ordinal)).Min(place => place.Start);
            AddNeighbours(pairs, [.. group.OrderBy(FirstLine)], Neighbours);
        }

        // Findings in the very same words meet even when each of the words is common.
        foreach (var (_, group) in Indexed(signatures, signature => [signature.Source.Finding.Title + "\u001f" + signature.Source.Finding.Claim]))
        {
            AddNeighbours(pairs, group, Repeats);
        }

        return pairs;
    }

    private static Dictionary<string, List<int>> Indexed(IReadOnlyList<FindingSignature> signatures, Func<FindingSignature, IEnumerable<string>> keys)
    {
        var index = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var number = 0; number < signatures.Count; number++)
        {
            foreach (var key in keys(signatures[number]))
            {
                if (!index.TryGetValue(key, out var list))
                {
                    index[key] = list = [];
                }

                list.Add(number);
            }
        }

        return index;
    }

    private static void AddNeighbours(HashSet<(int First, int Second)> pairs, List<int> group, int reach)
    {
        for (var first = 0; first < group.Count; first++)
        {
            for (var second = first + 1; second < Math.Min(group.Count, first + 1 + reach); second++)
            {
                pairs.Add((Math.Min(group[first], group[second]), Math.Max(group[first], group[second])));
            }
        }
    }
}
