using Microsoft.Win32.SafeHandles;
using Okstra.Core.Usage.Logs;

namespace Okstra.State.Usage;

/// <summary>
/// Reads a log block by block and gives its collector the lines that matter; only those are ever looked for. Memory stays the same for a file of 2 GB and for a line
/// of 200 MB. One reader for each thread.
/// </summary>
internal sealed class LogReader
{
    private const byte NewLine = (byte)'\n';

    /// <summary>Stays in the second-level cache of a core while it is searched.</summary>
    private const int BlockSize = 256 << 10;

    /// <summary>A marker may lie across two blocks.</summary>
    private const int Overlap = 32;

    private readonly byte[] _block = GC.AllocateUninitializedArray<byte>(BlockSize);
    private readonly LineCondenser _condenser = new();

    /// <summary>Reads on from <see cref="LogDigest.Stop"/> to <paramref name="size"/>.</summary>
    public void ReadLines(SafeFileHandle file, long size, LogAgent agent, LogDigest digest)
    {
        var at = digest.Stop;

        // Begin of the line that the first byte not yet looked at belongs to.
        var line = at;
        while (at < size)
        {
            var block = _block.AsSpan(0, Fill(file, at, size));
            if (block.IsEmpty)
            {
                break;
            }

            at = ReadBlock(file, block, at, size, agent, digest, ref line);
        }

        digest.Stop = line;
    }

    /// <summary>Reads a whole document.</summary>
    public void ReadDocument(SafeFileHandle file, long size, LogAgent agent, LogDigest digest)
    {
        _condenser.Clear();
        for (var at = 0L; at < size;)
        {
            var block = _block.AsSpan(0, Fill(file, at, size));
            if (block.IsEmpty)
            {
                break;
            }

            _condenser.Add(block);
            at += block.Length;
        }

        digest.Stop = size;
        if (_condenser.Overflows)
        {
            digest.Memory = digest.Memory with { TooLong = 1 };
        }
        else if (!agent.Read(_condenser.Line, digest))
        {
            digest.Memory = digest.Memory with { Malformed = 1 };
        }
    }

    /// <summary>Where to read on.</summary>
    private long ReadBlock(SafeFileHandle file, ReadOnlySpan<byte> block, long at, long size, LogAgent agent, LogDigest digest, ref long line)
    {
        var isLast = at + block.Length >= size;
        var from = (int)Math.Max(0, line - at);
        while (agent.Find(block[from..], digest) is >= 0 and var found)
        {
            var hit = from + found;
            var back = block[from..hit].LastIndexOf(NewLine);
            line = back < 0 ? line : at + from + back + 1;
            var ahead = block[hit..].IndexOf(NewLine);
            var end = ahead < 0 ? block.Length : hit + ahead;
            if (line >= at && (ahead >= 0 || isLast))
            {
                Give(block[(int)(line - at)..end], ahead >= 0, agent, digest);
                if (ahead < 0)
                {
                    return size;
                }

                from = end + 1;
                line = at + from;
            }
            else if (line > at || (line < at && (ahead >= 0 || isLast) && at + end - line <= BlockSize))
            {
                return line;
            }
            else
            {
                return ReadLong(file, size, agent, digest, ref line);
            }
        }

        var last = block[from..].LastIndexOf(NewLine);
        line = last < 0 ? line : at + from + last + 1;
        return isLast ? size : at + Math.Max(block.Length - Overlap, 1);
    }

    private static void Give(ReadOnlySpan<byte> bytes, bool isWhole, LogAgent agent, LogDigest digest)
    {
        if (!isWhole)
        {
            digest.Seal();
            agent.Read(bytes, digest);
            return;
        }

        var taken = agent.Read(bytes, digest);
        if (!taken && bytes.IndexOf(agent.Marker) >= 0)
        {
            digest.Memory = digest.Memory with { Malformed = digest.Memory.Malformed + 1 };
        }

        LogAgent.Passed(digest);
    }

    private long ReadLong(SafeFileHandle file, long size, LogAgent agent, LogDigest digest, ref long line)
    {
        _condenser.Clear();
        var named = false;
        for (var at = line; at < size;)
        {
            var block = _block.AsSpan(0, Fill(file, at, size));
            if (block.IsEmpty)
            {
                break;
            }

            var end = block.IndexOf(NewLine);
            var part = end < 0 ? block : block[..end];
            named |= part.IndexOf(agent.Marker) >= 0;
            _condenser.Add(part);
            at += end < 0 ? block.Length : end + 1;
            if (end >= 0)
            {
                line = at;
                Give(_condenser.Overflows ? default : _condenser.Line, true, agent, digest);
                digest.Memory = _condenser.Overflows && named ? digest.Memory with { TooLong = digest.Memory.TooLong + 1 } : digest.Memory;
                return at;
            }
        }

        Give(_condenser.Overflows ? default : _condenser.Line, false, agent, digest);
        return size;
    }

    private int Fill(SafeFileHandle file, long at, long size) => RandomAccess.Read(file, _block.AsSpan(0, (int)Math.Min(_block.Length, size - at)), at);
}
