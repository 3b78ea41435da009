namespace Okstra.State.Usage;

/// <summary>Brings a line too long for memory to a size that can be parsed: of every long string only the beginning is kept. What says how many tokens were used is never long.</summary>
internal sealed class LineCondenser
{
    private const int KeptOfString = 4096;
    private const int Most = 16 << 20;
    private byte[] _kept = [];
    private int _length;
    private int _string = -1;
    private bool _escape;
    private bool _dropEscape;

    /// <summary>Even shortened it is too long.</summary>
    public bool Overflows { get; private set; }

    public ReadOnlySpan<byte> Line => _kept.AsSpan(0, _length);

    public void Clear() => (_length, _string, _escape, _dropEscape, Overflows) = (0, -1, false, false, false);

    /// <summary>Takes the next bytes of the line.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty && !Overflows)
        {
            bytes = bytes[(_string < 0 ? Outside(bytes) : _escape ? Escaped(bytes) : Inside(bytes))..];
        }
    }

    private int Outside(ReadOnlySpan<byte> bytes)
    {
        var quote = bytes.IndexOf((byte)'"');
        _string = quote < 0 ? -1 : 0;
        return Keep(quote < 0 ? bytes : bytes[..(quote + 1)]);
    }

    private int Inside(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.IndexOfAny((byte)'"', (byte)'\\');
        var text = at < 0 ? bytes : bytes[..at];
        Keep(text[..Math.Min(text.Length, Math.Max(0, KeptOfString - _string))]);
        _string += Math.Min(text.Length, KeptOfString);
        if (at < 0)
        {
            return bytes.Length;
        }

        if (bytes[at] == (byte)'"')
        {
            _string = -1;
            Keep(bytes.Slice(at, 1));
        }
        else
        {
            (_escape, _dropEscape) = (true, _string >= KeptOfString);
            Keep(_dropEscape ? default : bytes.Slice(at, 1));
        }

        _string = _string > 2 * KeptOfString ? 2 * KeptOfString : _string;
        return at + 1;
    }

    private int Escaped(ReadOnlySpan<byte> bytes)
    {
        Keep(_dropEscape ? default : bytes[..1]);
        _escape = false;
        _string++;
        return 1;
    }

    private int Keep(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _kept.Length)
        {
            if (_length + bytes.Length > Most)
            {
                Overflows = true;
                return bytes.Length;
            }

            Array.Resize(ref _kept, Math.Min(Most, Math.Max(_length + bytes.Length, Math.Max(64 << 10, _kept.Length * 2))));
        }

        bytes.CopyTo(_kept.AsSpan(_length));
        _length += bytes.Length;
        return bytes.Length;
    }
}
