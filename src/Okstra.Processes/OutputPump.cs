namespace Okstra.Processes;

/// <summary>Drains one output of a child: to its sink, into bounded memory, and past the limit to nowhere.</summary>
internal sealed class OutputPump(Stream? sink, OutputKeeping keeping, long limit, Action limitReached)
{
    private const int KiB = 1024;

    // Everything = no tail: the pump stops appending at the limit, so memory is bounded by it.
    private readonly BoundedOutput _kept = keeping switch
    {
        OutputKeeping.Everything => new((int)Math.Min(limit, int.MaxValue / 2), 0),
        OutputKeeping.HeadAndTail => new(16 * KiB, 48 * KiB),
        _ => new(0, 64 * KiB),
    };

    private readonly Lock _lock = new();
    private long _seen;

    public string Text
    {
        get
        {
            lock (_lock)
            {
                return _kept.ToText();
            }
        }
    }

    public byte[] Bytes
    {
        get
        {
            lock (_lock)
            {
                return _kept.ToBytes();
            }
        }
    }

    public async Task RunAsync(Stream source, CancellationToken abandon)
    {
        var buffer = new byte[64 * KiB];
        try
        {
            while (await source.ReadAsync(buffer, abandon) is > 0 and var count)
            {
                await TakeAsync(buffer.AsMemory(0, count), abandon);
            }
        }
        catch (OperationCanceledException) when (abandon.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            if (sink is not null)
            {
                await sink.FlushAsync(CancellationToken.None);
            }
        }
    }

    /// <summary>As <see cref="RunAsync"/>; a sink that can't be written ends the child, because a result without its output is worth nothing.</summary>
    public async Task RunOrEndAsync(Stream source, EndingSwitch ending, CancellationToken abandon)
    {
        try
        {
            await RunAsync(source, abandon);
        }
        catch
        {
            ending.Turn(ProcessEnding.Cancelled);
            throw;
        }
    }

    private async Task TakeAsync(ReadOnlyMemory<byte> bytes, CancellationToken abandon)
    {
        // Past the limit the child is being ended; it is still drained so that it can't block on a full pipe while it stops.
        var room = (int)Math.Min(bytes.Length, Math.Max(0, limit - _seen));
        _seen += bytes.Length;
        lock (_lock)
        {
            _kept.Append(bytes.Span[..room]);
        }

        if (sink is not null && room > 0)
        {
            await sink.WriteAsync(bytes[..room], abandon);
            await sink.FlushAsync(abandon);
        }

        if (room < bytes.Length)
        {
            limitReached();
        }
    }
}
