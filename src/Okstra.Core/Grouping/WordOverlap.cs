namespace Okstra.Core.Grouping;

/// <summary>How much of two weighted sets of words agrees, 0 to 1.</summary>
internal static class WordOverlap
{
    /// <summary>Shared weight over the mean of both.</summary>
    public static double Dice(IReadOnlyDictionary<string, double> first, IReadOnlyDictionary<string, double> second)
    {
        var (shared, one, two) = Weigh(first, second, null);
        return shared == 0 ? 0 : 2 * shared / (one + two);
    }

    /// <summary>Shared weight over the lighter of both: all of a short text can be in a long one.</summary>
    /// <param name="first">One.</param>
    /// <param name="second">The other.</param>
    /// <param name="without">Words left out; none when null.</param>
    public static double Contained(IReadOnlyDictionary<string, double> first, IReadOnlyDictionary<string, double> second, HashSet<string>? without = null)
    {
        var (shared, one, two) = Weigh(first, second, without);
        return shared == 0 ? 0 : shared / Math.Min(one, two);
    }

    /// <summary>How much of the words, by weight, the other has at all.</summary>
    public static double Covered(IReadOnlyDictionary<string, double> words, IReadOnlyDictionary<string, double> other)
    {
        var (covered, all) = (0.0, 0.0);
        foreach (var (word, weight) in words)
        {
            all += weight;
            covered += other.ContainsKey(word) ? weight : 0;
        }

        return all == 0 ? 0 : covered / all;
    }

    private static (double Shared, double First, double Second) Weigh(IReadOnlyDictionary<string, double> first, IReadOnlyDictionary<string, double> second, HashSet<string>? without)
    {
        var (shared, one, two) = (0.0, 0.0, 0.0);
        foreach (var (word, weight) in first)
        {
            if (without?.Contains(word) is not true)
            {
                one += weight;
                shared += second.TryGetValue(word, out var other) ? Math.Min(weight, other) : 0;
            }
        }

        foreach (var (word, weight) in second)
        {
            two += without?.Contains(word) is true ? 0 : weight;
        }

        return (shared, one, two);
    }
}
