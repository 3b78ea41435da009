using System.Buffers;
using System.Text;

namespace Okstra.Processes;

/// <summary>The beginning and the end of a byte stream in bounded memory; what was left out is said where it was.</summary>
/// <param name="headLimit">Bytes kept from the beginning.</param>
/// <param name="tailLimit">Bytes kept from the end.</param>
public sealed class BoundedOutput(int headLimit, int tailLimit)
{
    private readonly ArrayBufferWriter<byte> _head = new();
    private readonly byte[] _tail = new byte[tailLimit];
    private int _tailStart;
    private int _tailLength;

    /// <summary>Bytes seen, kept or not.</summary>
    public long Total { get; private set; }

    /// <summary>Takes the next bytes of the stream.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        Total += bytes.Length;
        var room = (int)Math.Min(headLimit - _head.WrittenCount, bytes.Length);
        _head.Write(bytes[..room]);
        bytes = bytes[room..];
        if (tailLimit == 0 || bytes.IsEmpty)
        {
            return;
        }

        bytes = bytes[Math.Max(0, bytes.Length - tailLimit)..];
        var end = (_tailStart + _tailLength) % tailLimit;
        var first = Math.Min(tailLimit - end, bytes.Length);
        bytes[..first].CopyTo(_tail.AsSpan(end));
        bytes[first..].CopyTo(_tail);
        var overwritten = Math.Max(0, _tailLength + bytes.Length - tailLimit);
        _tailStart = (_tailStart + overwritten) % tailLimit;
        _tailLength = Math.Min(tailLimit, _tailLength + bytes.Length);
    }

    /// <summary>The bytes that were kept, without a mark where some are missing.</summary>
    public byte[] ToBytes() => [.. _head.WrittenSpan, .. Tail()];

    /// <summary>The kept bytes as UTF-8 text; a character cut by the limit is left out whole.</summary>
    public string ToText()
    {
        var head = _head.WrittenSpan;
        var tail = Tail();
        if (head.Length + tail.Length == Total)
        {
            return Encoding.UTF8.GetString([.. head, .. tail]);
        }

        var keptHead = head[..WholeRunes(head)];
        var keptTail = tail.AsSpan(FirstRune(tail));
        var omitted = Total - keptHead.Length - keptTail.Length;
        return keptHead.IsEmpty && tailLimit > 0
            ? Encoding.UTF8.GetString(keptTail)
            : $"{Encoding.UTF8.GetString(keptHead)}\n[{omitted} bytes left out]\n{Encoding.UTF8.GetString(keptTail)}";
    }

    /// <summary>Length of the longest prefix that does not end inside a character.</summary>
    private static int WholeRunes(ReadOnlySpan<byte> bytes)
    {
        // A character has at most four bytes, so only the last three can belong to an unfinished one.
        for (var back = 1; back <= 3 && back <= bytes.Length; back++)
        {
            var value = bytes[^back];
            var length = value switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, >= 0x80 => 0, _ => 1 };
            if (length > 0)
            {
                return length > back ? bytes.Length - back : bytes.Length;
            }
        }

        return bytes.Length;
    }

    private static int FirstRune(ReadOnlySpan<byte> bytes)
    {
        var start = 0;
        while (start < 3 && start < bytes.Length && (bytes[start] & 0xC0) == 0x80)
        {
            start++;
        }

        return start;
    }

    private byte[] Tail()
    {
        var tail = new byte[_tailLength];
        var first = Math.Min(_tailLength, tailLimit - _tailStart);
        _tail.AsSpan(_tailStart, first).CopyTo(tail);
        _tail.AsSpan(0, _tailLength - first).CopyTo(tail.AsSpan(first));
        return tail;
    }
}
