namespace Okstra.Core.Usage.Logs;

/// <summary>An agent's counters added up in one way.</summary>
public static class CounterView
{
    public static long[] Totals(AgentUsage agent)
    {
        var sums = new long[agent.Counters.Count];
        foreach (var row in agent.Rows)
        {
            Add(sums, row);
        }

        return sums;
    }

    /// <summary>By what <paramref name="key"/> says of a row, in order of the keys.</summary>
    public static IReadOnlyList<CounterSums> By(AgentUsage agent, Func<UsageRow, string> key)
    {
        var views = new Dictionary<string, CounterSums>(StringComparer.Ordinal);
        var list = new List<CounterSums>();
        foreach (var row in agent.Rows)
        {
            if (!views.TryGetValue(key(row), out var sums))
            {
                sums = new CounterSums(key(row), new long[agent.Counters.Count]);
                views.Add(sums.Key, sums);
                list.Add(sums);
            }

            Add(sums.Values, row);
        }

        list.Sort(static (one, other) => string.CompareOrdinal(one.Key, other.Key));
        return list;
    }

    private static void Add(long[] sums, UsageRow row)
    {
        for (var counter = 0; counter < sums.Length; counter++)
        {
            sums[counter] += row.Values[counter];
        }
    }
}
