using System.Text;
using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Gemini;

/// <summary>Counts each message of all chats once, by session and id: an older file and the newer one it was carried over into hold the same messages.</summary>
/// <param name="logs">In order of their paths: the newer form comes last.</param>
internal sealed class GeminiCount(IReadOnlyList<LogDigest> logs)
{
    private readonly KeyIndex _messages = new();
    private int[] _logs = new int[64];
    private int[] _rows = new int[64];

    public void Into(UsageTally tally)
    {
        for (var log = 0; log < logs.Count; log++)
        {
            var rows = logs[log].Rows<GeminiRow>();
            for (var at = 0; at < rows.Length; at++)
            {
                if (rows[at].Key == LogKey.None)
                {
                    Add(logs[log], rows[at], tally);
                    continue;
                }

                var message = _messages.Of(LogKey.Of(Encoding.UTF8.GetBytes(Session(logs[log], rows[at])), rows[at].Key), out _);
                if (message == _logs.Length)
                {
                    Array.Resize(ref _logs, message * 2);
                    Array.Resize(ref _rows, message * 2);
                }

                (_logs[message], _rows[message]) = (log, at);
            }

        }

        AddSessions(tally);

        for (var message = 0; message < _messages.Count; message++)
        {
            Add(logs[_logs[message]], logs[_logs[message]].Rows<GeminiRow>()[_rows[message]], tally);
        }
    }

    private void AddSessions(UsageTally tally)
    {
        var roots = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var log in logs)
        {
            if (log.Relative.EndsWith(GeminiLogs.ProjectRoot, StringComparison.Ordinal) && log.Facts.Cwd is { Length: > 0 } cwd)
            {
                roots.TryAdd(log.Path[..^GeminiLogs.ProjectRoot.Length], cwd);
            }
        }

        foreach (var log in logs)
        {
            if (log.Relative.IndexOf('/', StringComparison.Ordinal) is > 0 and var end && !log.Relative.EndsWith(GeminiLogs.ProjectRoot, StringComparison.Ordinal))
            {
                var folder = log.Path[..(log.Path.Length - log.Relative.Length + end)];
                tally.Session(log.Session(log.Path) with { Cwd = roots.GetValueOrDefault(folder) });
            }
        }
    }

    private static string Session(LogDigest log, in GeminiRow row) => log.TextOf(row.Session, log.Path);

    private static void Add(LogDigest log, in GeminiRow row, UsageTally tally) => tally.Add(
        Session(log, row),
        log.TextOf(row.Model, "unknown"),
        row.Time,
        row.Subagent == 1,
        [1, row.Input + row.Tool, row.Cached, row.Output, row.Thoughts, row.Tool, row.Input + row.Output + row.Thoughts + row.Tool]);
}
