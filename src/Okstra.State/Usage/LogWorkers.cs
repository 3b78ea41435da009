namespace Okstra.State.Usage;

/// <summary>Reads many logs on all cores.</summary>
internal static class LogWorkers
{
    /// <summary>The largest begin first, so that none is left alone at the end.</summary>
    public static void Run(IEnumerable<LogWork> work, CancellationToken cancellationToken)
    {
        var queue = work.ToArray();
        Array.Sort(queue, static (one, other) => other.Size.CompareTo(one.Size));
        var next = -1;
        var others = new Thread[Math.Max(0, Math.Min(Environment.ProcessorCount, queue.Length) - 1)];
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
}
