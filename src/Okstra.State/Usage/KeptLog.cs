using Microsoft.Win32.SafeHandles;
using Okstra.Core.Usage.Logs;
using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.State.Usage;

/// <summary>What is kept of a log that was read.</summary>
/// <param name="Stamp">Its state then.</param>
/// <param name="Ends">Hash of its first bytes and of the last before <see cref="LogDigest.Stop"/>: has it only grown since, they are the same.</param>
/// <param name="Digest">What it said.</param>
internal sealed record KeptLog(FileStamp Stamp, LogKey Ends, LogDigest Digest)
{
    private const int EndSize = 4096;

    /// <summary>Is the file the one that was read, with more at its end?</summary>
    public bool HasOnlyGrown(FoundLog now, SafeFileHandle file) =>
        now.Form == LogForm.Lines
        && now.Stamp.Device == Stamp.Device
        && now.Stamp.Inode == Stamp.Inode
        && now.Stamp.Size > Stamp.Size
        && EndsOf(file, Digest.Stop, out _) == Ends;

    /// <summary>Hash of both ends of what was read, and the time of its last line.</summary>
    public static LogKey EndsOf(SafeFileHandle file, long stop, out long lastTime)
    {
        Span<byte> buffer = stackalloc byte[EndSize];
        var head = stop > EndSize ? LogKey.Of(At(file, 0, buffer)) : LogKey.None;
        var tail = At(file, Math.Max(0, stop - EndSize), buffer[..(int)Math.Min(EndSize, stop)]);
        lastTime = LastTime(tail, stop <= EndSize);
        return LogKey.Of(tail, head);
    }

    private static ReadOnlySpan<byte> At(SafeFileHandle file, long at, Span<byte> buffer) => buffer[..RandomAccess.Read(file, buffer, at)];

    /// <summary>Of a last line longer than what was read the time stays unknown.</summary>
    private static long LastTime(ReadOnlySpan<byte> tail, bool isAll)
    {
        var lines = tail.TrimEnd((byte)'\n');
        var begin = lines.LastIndexOf((byte)'\n') + 1;
        return lines.IsEmpty || (begin == 0 && !isAll) ? long.MinValue : LogAgent.TimeOf(lines[begin..]);
    }
}
