using System.Buffers.Text;

namespace Okstra.Core.Usage.Logs.Reading;

/// <summary>
/// Walks over one JSON text without building anything: values that nobody asks for are passed over without decoding them, so invalid UTF-8 and lone surrogates in
/// somebody's text do no harm. Strict where a torn line would otherwise look whole.
/// </summary>
/// <param name="bytes">One JSON value, or several after one another.</param>
internal ref struct JsonCursor(ReadOnlySpan<byte> bytes)
{
    private const long Nonsense = 1_000_000_000_000_000;
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>The text is no JSON from here on; every further question is answered with nothing.</summary>
    public bool Broken { get; private set; }

    public int At { get; private set; }

    public readonly ReadOnlySpan<byte> Rest => _bytes[At..];

    /// <summary>Another walk over the same text, beginning at a value seen before.</summary>
    public readonly JsonCursor From(int at) => new(_bytes) { At = at };

    /// <summary>True and inside it when the next value is an object; any other value is passed over.</summary>
    public bool Object() => Enter((byte)'{');

    /// <summary>True and inside it when the next value is an array; any other value is passed over.</summary>
    public bool Array() => Enter((byte)'[');

    /// <summary>Name of the next member of the object entered last; its value must be taken or skipped. False when the object is over.</summary>
    public bool Member(out ReadOnlySpan<byte> name)
    {
        name = default;
        var next = Next();
        if (next == ',')
        {
            At++;
            next = Next();
        }

        if (next == '}')
        {
            At++;
            return false;
        }

        if (next != '"')
        {
            Broken = true;
            return false;
        }

        name = Quoted();
        if (Next() != ':')
        {
            Broken = true;
            return false;
        }

        At++;
        return true;
    }

    /// <summary>True when the array entered last has another element, which must be taken or skipped.</summary>
    public bool Element()
    {
        var next = Next();
        if (next == ',')
        {
            At++;
            next = Next();
        }

        if (next == ']')
        {
            At++;
            return false;
        }

        Broken |= next < 0;
        return !Broken;
    }

    /// <summary>The bytes between the quotes, escapes as they are; empty for every other value.</summary>
    public ReadOnlySpan<byte> Text()
    {
        if (Next() == '"')
        {
            return Quoted();
        }

        Skip();
        return default;
    }

    /// <summary>Text of one member of the object entered last; everything else in it is passed over.</summary>
    public ReadOnlySpan<byte> TextOf(ReadOnlySpan<byte> wanted)
    {
        ReadOnlySpan<byte> text = default;
        while (Member(out var name))
        {
            if (name.SequenceEqual(wanted))
            {
                text = Text();
            }
            else
            {
                Skip();
            }
        }

        return text;
    }

    /// <summary>Gives up everything that is left: it does not matter, whole or torn.</summary>
    public bool ToEnd()
    {
        At = _bytes.Length;
        return true;
    }

    public bool IsTrue()
    {
        var start = Next() == 't' ? At : -1;
        Skip();
        return start >= 0 && _bytes[start..At].SequenceEqual("true"u8);
    }

    /// <summary>A count: 0 for null, for text, for negative numbers and for numbers nobody can have used.</summary>
    public long Count()
    {
        var next = Next();
        var start = At;
        if (next is < '0' or > '9')
        {
            Skip();
            return 0;
        }

        var value = 0L;
        while (At < _bytes.Length && _bytes[At] is >= (byte)'0' and <= (byte)'9')
        {
            value = Math.Min((value * 10) + (_bytes[At++] - '0'), Nonsense);
        }

        if (At < _bytes.Length && _bytes[At] is (byte)'.' or (byte)'e' or (byte)'E')
        {
            Skip();
            value = Utf8Parser.TryParse(_bytes[start..At], out double number, out _) && number < Nonsense ? (long)number : 0;
        }

        return value >= Nonsense ? 0 : value;
    }

    /// <summary>The next byte that is no white space, without taking it; -1 at the end.</summary>
    public int Next()
    {
        var at = At;
        while (at < _bytes.Length && _bytes[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            at++;
        }

        At = at;
        return at < _bytes.Length && !Broken ? _bytes[at] : -1;
    }

    /// <summary>Passes over one value.</summary>
    public void Skip()
    {
        var next = Next();
        if (next == '"')
        {
            Quoted();
        }
        else if (next is '{' or '[')
        {
            SkipNested();
        }
        else if (next is < 0 or ',' or ':' or '}' or ']')
        {
            Broken = true;
        }
        else
        {
            SkipWord();
        }
    }

    private bool Enter(byte bracket)
    {
        if (Next() == bracket)
        {
            At++;
            return true;
        }

        Skip();
        return false;
    }

    private void SkipWord()
    {
        while (At < _bytes.Length && _bytes[At] is >= (byte)'a' and <= (byte)'z' or >= (byte)'0' and <= (byte)'9' or (byte)'-' or (byte)'+' or (byte)'.' or (byte)'E')
        {
            At++;
        }

        // A literal ends at a separator; anything else is the middle of a line that was torn.
        Broken |= At >= _bytes.Length || _bytes[At] is not ((byte)',' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n');
    }

    private void SkipNested()
    {
        var depth = 0;
        var valueBefore = false;
        do
        {
            var next = Next();
            switch (next)
            {
                case '{' or '[' when !valueBefore:
                    At++;
                    depth++;
                    break;
                case '}' or ']':
                    At++;
                    depth--;
                    valueBefore = true;
                    break;
                case ',' or ':' when valueBefore:
                    At++;
                    valueBefore = false;
                    break;
                case '"' when !valueBefore:
                    Quoted();
                    valueBefore = true;
                    break;
                case >= 'a' and <= 'z' or >= '0' and <= '9' or '-' when !valueBefore:
                    SkipWord();
                    valueBefore = true;
                    break;
                default:
                    Broken = true;
                    return;
            }
        }
        while (depth > 0 && !Broken);
    }

    /// <summary>From the opening quote past the closing one; the bytes between them.</summary>
    private ReadOnlySpan<byte> Quoted()
    {
        var start = At + 1;
        var from = start;
        while (true)
        {
            var quote = _bytes[from..].IndexOf((byte)'"');
            if (quote < 0)
            {
                Broken = true;
                At = _bytes.Length;
                return default;
            }

            var at = from + quote;
            var slashes = at - 1;
            while (slashes >= start && _bytes[slashes] == (byte)'\\')
            {
                slashes--;
            }

            from = at + 1;
            if (((at - slashes) & 1) == 1)
            {
                At = from;
                return _bytes[start..at];
            }
        }
    }
}
