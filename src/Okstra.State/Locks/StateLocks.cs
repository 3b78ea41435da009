using System.Globalization;
using System.Text.Json;
using Okstra.Core.Hosting;
using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.State.Documents;
using Okstra.State.Writing;

namespace Okstra.State.Locks;

/// <summary>Exclusive locks between processes of one machine: an exclusively opened lock file, its holder named beside it (R-OPN-03).</summary>
/// <param name="host">Names the holder.</param>
/// <param name="writer">Makes the folder of a lock.</param>
/// <param name="clock">Back-off and the holder's time.</param>
public sealed class StateLocks(HostEnvironment host, StateWriter writer, TimeProvider clock)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    // Whoever asks IsHeld has the file open for an instant; that is no holder.
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits with growing pauses up to <paramref name="timeout"/>.</summary>
    /// <param name="path">Lock file, absolute; made when missing, never removed, because two processes could then lock two files of one name.</param>
    /// <param name="verb">What the holder is doing, for the message of the one who waits.</param>
    /// <param name="timeout">60 s for a task's mutex (R-OPN-03); zero = do not wait for a holder.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="UserErrorException">Still held by somebody else.</exception>
    public async Task<StateLock> AcquireAsync(string path, string verb, TimeSpan timeout, CancellationToken cancellationToken)
    {
        writer.CreateFolder(Path.GetDirectoryName(path)!);
        var started = clock.GetTimestamp();
        var pause = FirstPause;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryOpen(path) is { } stream)
            {
                return Take(path, verb, stream);
            }

            var left = (timeout > ShortestTimeout ? timeout : ShortestTimeout) - clock.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
            {
                throw Held(path);
            }

            await Task.Delay(pause < left ? pause : left, clock, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>The lock when nobody holds it now, otherwise null.</summary>
    public StateLock? TryAcquire(string path, string verb)
    {
        writer.CreateFolder(Path.GetDirectoryName(path)!);
        return TryOpen(path) is { } stream ? Take(path, verb, stream) : null;
    }

    /// <summary>Who wrote its name beside the lock last; it may have been killed since. Null when nobody did.</summary>
    public static LockHolder? ReadHolder(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(HolderFile(path)), StateJson.ForDocument(RunsJson.Default.LockHolder));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether some process holds the lock now.</summary>
    public static bool IsHeld(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var stream = TryOpen(path);
        return stream is null;
    }

    private static string HolderFile(string path) => $"{path}.holder";

    private static FileStream? TryOpen(string path)
    {
        try
        {
            // Opening without sharing takes flock(LOCK_EX); the kernel releases it with the process, however that ends.
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (failure is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException) && IsContention(failure.HResult))
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(new Problem("OKS0201", $"cannot open the lock '{path}': {failure.Message.Split(" : '")[0]}", "make its folder writable"), failure);
        }
    }

    /// <summary>EAGAIN of Linux and of macOS.</summary>
    private static bool IsContention(int error) => error is 11 or 35;

    private static UserErrorException Held(string path)
    {
        var holder = ReadHolder(path);
        var who = holder is null ? "another process" : $"{holder.Verb} (pid {holder.Pid.ToString(CultureInfo.InvariantCulture)} on {holder.Host} since {holder.At})";
        return new UserErrorException("OKS0206", $"'{Path.GetFileNameWithoutExtension(path)}' is held by {who}", "wait until it is done, or stop that process");
    }

    private StateLock Take(string path, string verb, FileStream stream)
    {
        var holder = new LockHolder(Environment.ProcessId, OwnProcess.StartTime, host.MachineName, verb, clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        try
        {
            AtomicFile.Write(HolderFile(path), JsonSerializer.SerializeToUtf8Bytes(holder, StateJson.ForDocument(RunsJson.Default.LockHolder)), mode: null, static () => { });
            return new StateLock(stream, HolderFile(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            stream.Dispose();
            throw new UserErrorException(new Problem("OKS0201", $"cannot write '{HolderFile(path)}': {failure.Message.Split(" : '")[0]}", "free space or make the folder writable"), failure);
        }
    }
}
