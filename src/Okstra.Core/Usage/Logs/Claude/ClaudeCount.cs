using System.Text;
using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Claude;

/// <summary>Counts each response of all claude logs once: of the lines that speak of it, the best is believed.</summary>
/// <param name="logs">In order of their paths.</param>
internal sealed class ClaudeCount(IReadOnlyList<LogDigest> logs)
{
    private readonly KeyIndex _messages = new();
    private readonly Dictionary<string, string> _forkedFrom = new(StringComparer.Ordinal);
    private readonly KeyIndex _agents = new();
    private readonly List<List<LogDigest>> _agentLogs = [];
    private readonly string?[] _owners = [.. logs.Select(log => ClaudePath.Owner(log.Relative))];
    private int[] _slots = new int[256];
    private Winner[] _best = new Winner[256];
    private int _count;

    public void Into(UsageTally tally)
    {
        var hasResults = false;
        for (var log = 0; log < logs.Count; log++)
        {
            hasResults |= Choose(log);
            if (ClaudePath.Agent(logs[log].Relative) is { } agent)
            {
                var number = _agents.Of(LogKey.Of(Encoding.UTF8.GetBytes(agent)), out var isNew);
                if (isNew)
                {
                    _agentLogs.Add([]);
                }

                _agentLogs[number].Add(logs[log]);
            }
        }

        if (hasResults)
        {
            RaiseFrozen();
        }

        for (var message = 0; message < _count; message++)
        {
            Add(_best[message], tally);
        }

        AddSessions(tally);
    }

    private bool Choose(int log)
    {
        var hasResults = false;
        var rows = logs[log].Rows<ClaudeRow>();
        for (var at = 0; at < rows.Length; at++)
        {
            ref readonly var row = ref rows[at];
            hasResults |= row.What == ClaudeRow.IsResult;
            if (row.What != ClaudeRow.IsMessage)
            {
                continue;
            }

            var isNew = true;
            var message = row.Key == LogKey.None ? _count : Numbered(row.Key, out isNew);
            if (isNew)
            {
                Grow();
                _best[message] = new Winner(log, at, row.Tokens.Output);
                continue;
            }

            ref var old = ref _best[message];
            ref readonly var other = ref logs[old.Log].Rows<ClaudeRow>()[old.Row];
            NoteFork(log, row, old.Log, other);
            if (ClaudeRow.Beats(row, other))
            {
                old = new Winner(log, at, row.Tokens.Output);
            }
        }

        return hasResults;
    }

    /// <summary>Responses without an id take a number too, so the index has its own numbers for them.</summary>
    private int Numbered(LogKey key, out bool isNew)
    {
        var number = _messages.Of(key, out isNew);
        if (isNew)
        {
            Array.Resize(ref _slots, Math.Max(_slots.Length, number >= _slots.Length ? Math.Max(256, number * 2) : 0));
            _slots[number] = _count;
        }

        return _slots[number];
    }

    private void NoteFork(int log, in ClaudeRow row, int otherLog, in ClaudeRow other)
    {
        var (copy, copied, original, from) = (row.Marks & ClaudeRow.Copy) != 0 ? (log, row.Session, otherLog, other.Session) : (otherLog, other.Session, log, row.Session);
        if (((row.Marks ^ other.Marks) & ClaudeRow.Copy) != 0)
        {
            var (child, parent) = (Session(copy, copied), Session(original, from));
            if (child != parent)
            {
                _forkedFrom.TryAdd(child, parent);
            }
        }
    }

    /// <summary>
    /// The last message of a sub-agent stays in its own log as the stream began it; what it really used stands in its caller's log. That object speaks of this one
    /// message only, so it may raise its output and nothing else.
    /// </summary>
    private void RaiseFrozen()
    {
        foreach (var log in logs)
        {
            var rows = log.Rows<ClaudeRow>();
            for (var at = 0; at < rows.Length; at++)
            {
                if (rows[at].What == ClaudeRow.IsResult && _agents.Find(rows[at].Key) is >= 0 and var agent)
                {
                    Raise(rows[at].Tokens, _agentLogs[agent]);
                }
            }
        }
    }

    private void Raise(in ClaudeTokens result, List<LogDigest> own)
    {
        for (var log = own.Count - 1; log >= 0; log--)
        {
            var rows = own[log].Rows<ClaudeRow>();
            for (var at = rows.Length - 1; at >= 0; at--)
            {
                if (rows[at].What != ClaudeRow.IsMessage || rows[at].Key == LogKey.None)
                {
                    continue;
                }

                ref var best = ref _best[_slots[_messages.Find(rows[at].Key)]];
                if (logs[best.Log].Rows<ClaudeRow>()[best.Row].Tokens.SamePrompt(result))
                {
                    best = best with { Output = Math.Max(best.Output, result.Output) };
                    return;
                }
            }
        }
    }

    private void Add(in Winner winner, UsageTally tally)
    {
        var log = logs[winner.Log];
        var rows = log.Rows<ClaudeRow>();
        Add(log, rows[winner.Row], winner.Output, 1, winner.Log, tally);
        for (var at = winner.Row + 1; at < rows.Length && rows[at].What == ClaudeRow.IsIteration; at++)
        {
            Add(log, rows[at], rows[at].Tokens.Output, 0, winner.Log, tally);
        }
    }

    private void Add(LogDigest log, in ClaudeRow row, long output, int messages, int number, UsageTally tally)
    {
        var tokens = row.Tokens;
        tally.Add(
            Session(number, row.Session),
            log.TextOf(row.Model, "unknown"),
            row.Time,
            (row.Marks & ClaudeRow.Sidechain) != 0,
            [messages, tokens.Input, output, tokens.CacheWrite, tokens.CacheWrite - tokens.CacheWrite1h, tokens.CacheWrite1h, tokens.CacheRead, tokens.Total - tokens.Output + output]);
    }

    private string Session(int log, int text) =>
        _owners[log] ?? (text >= 0 ? logs[log].Texts[text] : logs[log].Facts.Id is { Length: > 0 } id ? id : ClaudePath.Name(logs[log].Relative));

    private void AddSessions(UsageTally tally)
    {
        foreach (var own in new[] { true, false })
        {
            foreach (var log in logs)
            {
                if (ClaudePath.Agent(log.Relative) is null == own)
                {
                    var session = log.Session(ClaudePath.Owner(log.Relative) ?? (own ? ClaudePath.Name(log.Relative) : ""));
                    tally.Session(session with { Parent = _forkedFrom.GetValueOrDefault(session.Id) });
                }
            }
        }
    }

    private void Grow()
    {
        if (_count == _best.Length)
        {
            Array.Resize(ref _best, _count * 2);
        }

        _count++;
    }

    private readonly record struct Winner(int Log, int Row, long Output);
}
