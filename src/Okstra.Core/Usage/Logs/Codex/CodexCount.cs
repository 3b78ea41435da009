using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Codex;

/// <summary>Counts each response of all rollouts once: its own record, or the step of the counters that no record covers.</summary>
/// <param name="logs">In order of their folders and paths.</param>
internal sealed class CodexCount(IReadOnlyList<LogDigest> logs)
{
    private readonly Dictionary<string, LogDigest> _threads = new(StringComparer.Ordinal);
    private readonly KeyIndex _responses = new();

    public void Into(UsageTally tally)
    {
        foreach (var log in logs)
        {
            // A thread that is active and archived at once is one thread; the fuller file speaks for it.
            var id = ThreadOf(log);
            if (!_threads.TryGetValue(id, out var other) || log.Words.Length > other.Words.Length)
            {
                _threads[id] = log;
            }
        }

        foreach (var log in logs)
        {
            if (_threads[ThreadOf(log)] == log)
            {
                new CodexThread(log, Parent(log), _responses).Into(tally);
                tally.Session(log.Session(ThreadOf(log)));
            }
        }
    }

    internal static string ThreadOf(LogDigest log) => log.Facts.Id.Length > 0 ? log.Facts.Id : log.Path;

    /// <summary>Where the lines come from that a fork begins with. Is the parent's own log gone, the first of its forks stands for it, so that the copies count once.</summary>
    private LogDigest? Parent(LogDigest log)
    {
        if (log.Facts.Parent is not { } parent)
        {
            return null;
        }

        if (_threads.TryGetValue(parent, out var found))
        {
            return found == log ? null : found;
        }

        _threads[parent] = log;
        return null;
    }
}
