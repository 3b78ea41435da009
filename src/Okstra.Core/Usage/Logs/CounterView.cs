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
    public static IEnumerable<KeyValuePair<string, long[]>> By(AgentUsage agent, Func<UsageRow, string> key)
    {
        var views = new Dictionary<string, long[]>(StringComparer.Ordinal);
        foreach (var row in agent.Rows)
        {
            if (!views.TryGetValue(key(row), out var sums))
            {
                views.Add(key(row), sums = new long[agent.Counters.Count]);
            }

            Add(sums, row);
        }

        return views.OrderBy(view => view.Key, StringComparer.Ordinal);
    }

    private static void Add(long[] sums, UsageRow row)
    {
        for (var counter = 0; counter < sums.Length; counter++)
        {
            sums[counter] += row.Values[counter];
        }
    }
}
