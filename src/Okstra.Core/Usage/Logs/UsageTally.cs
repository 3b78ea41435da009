using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs;

/// <summary>Adds counted responses up by session, model, day and kind.</summary>
/// <param name="counters">Their names.</param>
/// <param name="shared">Puts them into the terms every vendor shares.</param>
internal sealed class UsageTally(IReadOnlyList<string> counters, UsageTally.SharedTerms shared)
{
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly KeyIndex _rows = new();
    private readonly Dictionary<string, SessionFacts> _sessions = new(StringComparer.Ordinal);
    private LogKey[] _keys = [];
    private long[] _values = [];

    internal delegate TokenUsage SharedTerms(ReadOnlySpan<long> values);

    /// <summary>Adds one response.</summary>
    public void Add(string session, string model, long time, bool subagent, ReadOnlySpan<long> values)
    {
        var day = (ulong)(IsoTime.DayNumber(time) is var number && number == IsoTime.Unknown ? uint.MaxValue : number);
        var key = new LogKey(((ulong)Number(session) << 32) | (uint)Number(model), (day << 1) | (subagent ? 1UL : 0UL));
        var row = _rows.Of(key, out var isNew);
        if (isNew)
        {
            Grow(row);
            _keys[row] = key;
        }

        var sums = _values.AsSpan(row * counters.Count, counters.Count);
        for (var counter = 0; counter < sums.Length; counter++)
        {
            sums[counter] += values[counter];
        }
    }

    /// <summary>Adds what is known about a session; the first that knows something is believed.</summary>
    public void Session(SessionFacts facts)
    {
        if (facts.Id.Length == 0)
        {
            return;
        }

        _sessions[facts.Id] = !_sessions.TryGetValue(facts.Id, out var old) ? facts : old with
        {
            Parent = old.Parent ?? facts.Parent,
            Cwd = old.Cwd ?? facts.Cwd,
            TeamName = old.TeamName ?? facts.TeamName,
            AgentName = old.AgentName ?? facts.AgentName,
            First = old.First is null || facts.First < old.First ? facts.First ?? old.First : old.First,
            Last = old.Last is null || facts.Last > old.Last ? facts.Last ?? old.Last : old.Last,
        };
    }

    public IReadOnlyList<SessionFacts> Sessions() => [.. _sessions.Values.OrderBy(session => session.Id, StringComparer.Ordinal)];

    public IReadOnlyList<UsageRow> Rows()
    {
        var rows = new List<UsageRow>(_rows.Count);
        for (var row = 0; row < _rows.Count; row++)
        {
            var values = _values.AsSpan(row * counters.Count, counters.Count);
            var (high, low) = _keys[row];
            var day = low >> 1 == uint.MaxValue ? IsoTime.Unknown : (long)(low >> 1);
            rows.Add(new UsageRow(_names[(int)(high >> 32)], _names[(int)(high & uint.MaxValue)], IsoTime.Day(day), (low & 1) == 1 ? "subagent" : "main", values.ToArray(), shared(values)));
        }

        return [.. rows.OrderBy(row => row.Session, StringComparer.Ordinal).ThenBy(row => row.Date, StringComparer.Ordinal).ThenBy(row => row.Model, StringComparer.Ordinal).ThenBy(row => row.Kind, StringComparer.Ordinal)];
    }

    private int Number(string text)
    {
        if (!_texts.TryGetValue(text, out var number))
        {
            _texts.Add(text, number = _names.Count);
            _names.Add(text);
        }

        return number;
    }

    private void Grow(int row)
    {
        if (row >= _keys.Length)
        {
            Array.Resize(ref _keys, Math.Max(64, _keys.Length * 2));
            Array.Resize(ref _values, _keys.Length * counters.Count);
        }
    }
}
