using Okstra.Core.Usage.Logs;

namespace Okstra.State.Usage;

/// <summary>One log to be read.</summary>
/// <param name="agent">Whose.</param>
/// <param name="log">Which.</param>
internal sealed class LogWork(LogAgent agent, FoundLog log)
{
    public LogDigest Digest { get; } = new(log.Path, log.Relative);

    /// <summary>Why it could not be read; null when it was.</summary>
    public ScanNote? Problem { get; private set; }

    /// <summary>Does all of it on all cores; the largest begin first, so that none is left alone at the end.</summary>
    public static void Run(IReadOnlyList<LogWork> work, CancellationToken cancellationToken)
    {
        var queue = work.OrderByDescending(item => item.Size).ToArray();
        var next = -1;
        var others = new Thread[Math.Min(Environment.ProcessorCount, queue.Length) is var wanted and > 1 ? wanted - 1 : 0];
        for (var number = 0; number < others.Length; number++)
        {
            others[number] = new Thread(Drain) { IsBackground = true };
            others[number].Start();
        }

        Drain();
        foreach (var other in others)
        {
            other.Join();
        }

        cancellationToken.ThrowIfCancellationRequested();

        void Drain()
        {
            var reader = new LogReader();
            while (!cancellationToken.IsCancellationRequested && Interlocked.Increment(ref next) is var mine && mine < queue.Length)
            {
                queue[mine].Do(reader);
            }
        }
    }

    private long Size => log.Stamp.Size;

    private void Do(LogReader reader)
    {
        try
        {
            using var file = File.OpenHandle(log.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (log.Form == LogForm.Document)
            {
                reader.ReadDocument(file, log.Stamp.Size, agent, Digest);
            }
            else
            {
                reader.ReadLines(file, log.Stamp.Size, agent, Digest);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Problem = new ScanNote(log.Path, "the log cannot be read and was not counted");
        }
    }
}
