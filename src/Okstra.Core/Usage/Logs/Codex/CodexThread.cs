using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Codex;

/// <summary>One thread: its counters run over the whole thread, are repeated now and then, begin anew, and in a fork begin with the parent's.</summary>
/// <param name="log">Its rollout.</param>
/// <param name="parent">Rollout it was forked or spawned from.</param>
/// <param name="responses">Responses counted so far, in all threads.</param>
internal sealed class CodexThread(LogDigest log, LogDigest? parent, KeyIndex responses)
{
    /// <summary>Responses with a record whose step of the counters has not come yet.</summary>
    private readonly List<int> _pending = [];
    private readonly string _id = CodexCount.ThreadOf(log);
    private string _model = "unknown";
    private CodexTokens _total;
    private long _totalTokens;

    public void Into(UsageTally tally)
    {
        var rows = log.Rows<CodexRow>();
        var copied = Copied(rows);
        for (var at = 0; at < rows.Length; at++)
        {
            ref readonly var row = ref rows[at];
            switch (row.What)
            {
                case CodexRow.IsModel:
                    _model = log.Texts[row.Text];
                    break;
                case CodexRow.IsRecord:
                    Record(row, at, tally);
                    break;
                default:
                    if (copied > 0)
                    {
                        copied--;
                        (_total, _totalTokens) = (row.Total, row.TotalTokens);
                        break;
                    }

                    Step(row, tally);
                    break;
            }
        }
    }

    private void Record(in CodexRow row, int at, UsageTally tally)
    {
        var thread = log.TextOf(row.Text, _id);
        if (row.Key != LogKey.None)
        {
            responses.Of(LogKey.Of(System.Text.Encoding.UTF8.GetBytes(thread), row.Key), out var isNew);
            if (!isNew)
            {
                return;
            }
        }

        _pending.Add(at);
        Add(thread, row.Last, row.Time, tally);
    }

    private void Step(in CodexRow row, UsageTally tally)
    {
        var known = _total.Exists == 1;
        if (row.Total.Exists == 1 && known && row.Total.Same(_total) && row.TotalTokens == _totalTokens)
        {
            return;
        }

        var used = row.Last.Exists == 1 ? row.Last : known && row.Total.Covers(_total) ? row.Total.Minus(_total) : known ? row.Total : row.Total.Minus(Inherited(row));
        if (row.Total.Exists == 1)
        {
            (_total, _totalTokens) = (row.Total, row.TotalTokens);
        }

        if (!used.IsZero && !Covered(used))
        {
            Add(_id, used, row.Time, tally);
        }
    }

    /// <summary>A record tells of a response before its tools run, the counters step after them.</summary>
    private bool Covered(in CodexTokens used)
    {
        var rows = log.Rows<CodexRow>();
        for (var at = 0; at < _pending.Count; at++)
        {
            if (rows[_pending[at]].Last.Same(used))
            {
                _pending.RemoveAt(at);
                return true;
            }
        }

        return false;
    }

    /// <summary>Leading steps that are, one by one, those of the parent.</summary>
    private int Copied(ReadOnlySpan<CodexRow> rows)
    {
        if (parent is null)
        {
            return 0;
        }

        var theirs = parent.Rows<CodexRow>();
        int mineAt = 0, theirsAt = 0, copied = 0;
        while (NextStep(rows, ref mineAt) && NextStep(theirs, ref theirsAt) && rows[mineAt].Total.Same(theirs[theirsAt].Total) && rows[mineAt].Last.Same(theirs[theirsAt].Last))
        {
            copied++;
            mineAt++;
            theirsAt++;
        }

        return copied;
    }

    private static bool NextStep(ReadOnlySpan<CodexRow> rows, ref int at)
    {
        while (at < rows.Length && rows[at].What != CodexRow.IsCount)
        {
            at++;
        }

        return at < rows.Length;
    }

    /// <summary>What the counters held when the thread was forked: the parent's last total before that moment.</summary>
    private CodexTokens Inherited(in CodexRow first)
    {
        var inherited = default(CodexTokens);
        foreach (var row in parent is null || log.Memory.Flag ? [] : parent.Rows<CodexRow>())
        {
            if (row.What == CodexRow.IsCount && row.Total.Exists == 1 && row.Time <= log.Memory.Time && first.Total.Covers(row.Total))
            {
                inherited = row.Total;
            }
        }

        return inherited;
    }

    private void Add(string thread, in CodexTokens used, long time, UsageTally tally) => tally.Add(
        thread,
        _model,
        time,
        log.Memory.Flag,
        [1, used.Input, Math.Min(used.Input, used.Cached), used.Output, used.Reasoning, used.Input + used.Output]);
}
