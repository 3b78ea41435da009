namespace Okstra.Core.Timing;

/// <summary>Arithmetic of stretches of time.</summary>
public static class Intervals
{
    /// <summary>The same time without overlaps, in order.</summary>
    public static IReadOnlyList<Interval> Merged(IEnumerable<Interval> intervals)
    {
        var merged = new List<Interval>();
        foreach (var next in intervals.Where(interval => !interval.IsEmpty).OrderBy(interval => interval.From))
        {
            if (merged is [.., var last] && next.From <= last.To)
            {
                merged[^1] = last with { To = next.To > last.To ? next.To : last.To };
            }
            else
            {
                merged.Add(next);
            }
        }

        return merged;
    }

    /// <summary>Time that is in the first ones and in none of the second.</summary>
    public static IReadOnlyList<Interval> Without(IEnumerable<Interval> intervals, IEnumerable<Interval> taken)
    {
        var left = Merged(intervals);
        foreach (var hole in Merged(taken))
        {
            left = [.. left.SelectMany(interval => Around(interval, hole)).Where(interval => !interval.IsEmpty)];
        }

        return left;
    }

    /// <summary>Gaps between the first and the last instant.</summary>
    public static IReadOnlyList<Interval> Gaps(IEnumerable<Interval> intervals)
    {
        var merged = Merged(intervals);
        return [.. merged.Zip(merged.Skip(1), (before, after) => new Interval(before.To, after.From))];
    }

    public static long Seconds(IEnumerable<Interval> intervals) => intervals.Sum(interval => interval.Seconds);

    private static IEnumerable<Interval> Around(Interval interval, Interval hole) =>
    [
        interval with { To = hole.From < interval.To ? hole.From : interval.To },
        interval with { From = hole.To > interval.From ? hole.To : interval.From },
    ];
}
