namespace Okstra.Core.Convergence;

/// <summary>Whether two findings make the same claim: the nearer the cited places, the less the words must agree.</summary>
public static class FindingSimilarity
{
    private const int SameLines = 3;
    private const int NearLines = 20;

    /// <summary>How far the words agree beyond what their places demand, 0 when the findings are two claims.</summary>
    public static double Score(FindingSignature first, FindingSignature second)
    {
        var distance = Distance(first, second);
        var words = distance <= SameLines ? Overlap(first.ClaimWeights, second.ClaimWeights) : Overlap(first.Text.Weights, second.Text.Weights);
        var needed = string.Equals(first.Worker, second.Worker, StringComparison.Ordinal)
            ? NeededWithinOneWorker(first, second, distance)
            : Needed(first, second, distance);
        return words >= needed ? 1 + words - needed : 0;
    }

    /// <summary>Weighted overlap of the words, 0 to 1: half symmetric, half how much of the shorter claim is in the longer one.</summary>
    public static double Overlap(IReadOnlyDictionary<string, double> first, IReadOnlyDictionary<string, double> second)
    {
        var (small, large) = first.Count <= second.Count ? (first, second) : (second, first);
        var shared = 0.0;
        foreach (var (feature, weight) in small)
        {
            if (large.TryGetValue(feature, out var other))
            {
                shared += Math.Min(weight, other);
            }
        }

        if (shared == 0)
        {
            return 0;
        }

        var (one, two) = (first.Values.Sum(), second.Values.Sum());
        return (shared / (one + two)) + (0.5 * shared / Math.Min(one, two));
    }

    /// <summary>Lines between the nearest cited places; <see cref="int.MaxValue"/> in different files; null when one of them cites none.</summary>
    public static int? Distance(FindingSignature first, FindingSignature second)
    {
        if (first.Places.Count == 0 || second.Places.Count == 0)
        {
            return null;
        }

        var nearest = int.MaxValue;
        foreach (var one in first.Places)
        {
            foreach (var other in second.Places)
            {
                if (string.Equals(one.Path, other.Path, StringComparison.Ordinal))
                {
                    nearest = Math.Min(nearest, Math.Max(0, Math.Max(one.Start - other.End, other.Start - one.End)));
                }
            }
        }

        return nearest;
    }

    private static double Needed(FindingSignature first, FindingSignature second, int? distance)
    {
        var crossScript = first.Text.IsSyllabic != second.Text.IsSyllabic;
        if (distance <= SameLines)
        {
            return crossScript ? 0.2 : 0.3;
        }

        var needed = distance switch
        {
            null => 0.55,
            <= NearLines => 0.45,
            int.MaxValue => 0.7,
            _ => 0.55,
        };

        // The same words about different functions are two bugs of one kind.
        var namesDiffer = first.Text.Identifiers.Count > 0 && second.Text.Identifiers.Count > 0 && !first.Text.Identifiers.Overlaps(second.Text.Identifiers);
        return namesDiffer ? 0.9 : needed;
    }

    private static double NeededWithinOneWorker(FindingSignature first, FindingSignature second, int? distance) =>
        distance <= SameLines || (first.Places.Count == 0 && second.Places.Count == 0) ? 0.9 : double.PositiveInfinity;
}
