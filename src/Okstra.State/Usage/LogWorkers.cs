namespace Okstra.State.Usage;

/// <summary>All cores at work.</summary>
internal static class LogWorkers
{
    /// <summary>Reads logs; the largest begin first, so that none is left alone at the end.</summary>
    public static void Run(LogWork[] work, CancellationToken cancellationToken)
    {
        Array.Sort(work, static (one, other) => other.Size.CompareTo(one.Size));
        Run(work.Length, (number, reader) => work[number].Do(reader), cancellationToken);
    }

    /// <summary>Does the pieces 0, 1, 2, … in any order; each thread has its own reader.</summary>
    public static void Run(int count, Action<int, LogReader> piece, CancellationToken cancellationToken)
    {
        var next = -1;
        Exception? failure = null;
        var others = new Thread[Math.Max(0, Math.Min(Environment.ProcessorCount, count) - 1)];
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
        if (failure is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }

        void Drain()
        {
            var reader = new LogReader();
            while (failure is null && !cancellationToken.IsCancellationRequested && Interlocked.Increment(ref next) is var mine && mine < count)
            {
                try
                {
                    piece(mine, reader);
                }
#pragma warning disable CA1031 // A thread of its own has nobody above it: the first failure is thrown by the thread that asked.
                catch (Exception caught)
                {
                    failure = caught;
                }
#pragma warning restore CA1031
            }
        }
    }
}
