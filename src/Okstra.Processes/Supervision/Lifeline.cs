using System.Buffers.Binary;
using Okstra.Processes.Native;

namespace Okstra.Processes.Supervision;

/// <summary>The supervisor's end of the pipe from the engine: first the request, then commands, and its closing means that the engine is dead.</summary>
internal sealed class Lifeline
{
    /// <summary>The command for a polite stop.</summary>
    public const byte StopCommand = (byte)'s';

    private const int StandardInput = 0;

    private readonly TaskCompletionSource _stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when somebody asked for a polite stop.</summary>
    public Task Stop => _stop.Task;

    /// <summary>Completes when the engine is gone.</summary>
    public Task Broken => _broken.Task;

    /// <summary>Blocks until the request is here; null when the engine closed the pipe before.</summary>
    public static SuperviseRequest? ReadRequest()
    {
        if (ReadExactly(SuperviseRequest.PrefixLength) is not { } prefix)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(prefix);
        return length is > 0 and <= SuperviseRequest.MaximumLength && ReadExactly(length) is { } content ? SuperviseRequest.FromContent(content) : null;
    }

    public void AskToStop() => _stop.TrySetResult();

    /// <summary>Watches the pipe on a thread of its own, so that no busy thread pool delays the news.</summary>
    public void Watch() => new Thread(WatchLoop) { IsBackground = true, Name = "lifeline" }.Start();

    private static byte[]? ReadExactly(int count)
    {
        var bytes = new byte[count];
        var chunk = new byte[Math.Min(count, 64 * 1024)];
        for (var have = 0; have < count;)
        {
            var read = LibC.Read(StandardInput, chunk, Math.Min(chunk.Length, count - have));
            if (read <= 0)
            {
                return null;
            }

            chunk.AsSpan(0, read).CopyTo(bytes.AsSpan(have));
            have += read;
        }

        return bytes;
    }

    private void WatchLoop()
    {
        while (ReadExactly(1) is { } command)
        {
            if (command[0] == StopCommand)
            {
                AskToStop();
            }
        }

        _broken.TrySetResult();
    }
}
