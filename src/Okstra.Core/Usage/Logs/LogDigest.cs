using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs;

/// <summary>
/// What one log file said, and where reading it stopped. It grows with the file: rows are only added, and what came from a last line without its end can be taken
/// back. The vendor's collector alone knows what its rows and its memory mean.
/// </summary>
/// <param name="path">Absolute.</param>
/// <param name="relative">Below the log folder, with <c>/</c>.</param>
public sealed class LogDigest(string path, string relative)
{
    private LogKey[] _textKeys = [];
    private long[] _words = [];
    private int _used;

    public string Path => path;

    public string Relative => relative;

    /// <summary>Whose session it was; <see cref="SessionFacts.Id"/> is empty until the log names it.</summary>
    public SessionFacts Facts { get; set; } = new() { Id = "" };

    /// <summary>Earliest and latest time of the lines taken in; milliseconds since 1970.</summary>
    public long First { get; set; } = IsoTime.Unknown;

    public long Last { get; set; } = IsoTime.Unknown;

    /// <summary>Ids and model names that rows point at.</summary>
    public IList<string> Texts { get; } = [];

    /// <summary>The collector's memory between two lines.</summary>
    public LogMemory Memory { get; set; } = new();

    /// <summary>Byte after the last whole line that was read.</summary>
    public long Stop { get; set; }

    /// <summary>Words of rows that came from whole lines.</summary>
    public int Sealed { get; private set; } = -1;

    /// <summary>Record types nobody knows that name tokens, each once.</summary>
    public IList<string> Strangers { get; } = [];

    /// <summary>The rows, as their collector lays them out.</summary>
    public ReadOnlySpan<long> Words => _words.AsSpan(0, _used);

    internal Span<T> Rows<T>()
        where T : unmanaged => MemoryMarshal.Cast<long, T>(_words.AsSpan(0, _used));

    /// <summary>Rows that may still be changed by the next line.</summary>
    internal Span<T> OpenRows<T>()
        where T : unmanaged => MemoryMarshal.Cast<long, T>(_words.AsSpan(Math.Max(0, Sealed), _used - Math.Max(0, Sealed)));

    internal void Add<T>(in T row)
        where T : unmanaged
    {
        var size = System.Runtime.CompilerServices.Unsafe.SizeOf<T>() / sizeof(long);
        if (_used + size > _words.Length)
        {
            Array.Resize(ref _words, Math.Max(size * 8, _words.Length * 2));
        }

        MemoryMarshal.Cast<long, T>(_words.AsSpan(_used, size))[0] = row;
        _used += size;
    }

    /// <summary>Number of a text, read from the raw bytes of a JSON string; -1 for none.</summary>
    internal int Text(ReadOnlySpan<byte> raw)
    {
        if (raw.IsEmpty)
        {
            return -1;
        }

        var key = LogKey.Of(raw);
        for (var number = Texts.Count - 1; number >= 0; number--)
        {
            if (_textKeys[number] == key)
            {
                return number;
            }
        }

        return Add(Decode(raw), key);
    }

    /// <summary>The text of a number; <paramref name="otherwise"/> when there is none.</summary>
    internal string TextOf(int number, string otherwise) => number < 0 ? otherwise : Texts[number];

    internal void Stranger(ReadOnlySpan<byte> type)
    {
        var name = Decode(type);
        if (!Strangers.Contains(name) && Strangers.Count < 16)
        {
            Strangers.Add(name);
        }
    }

    internal void See(long time)
    {
        if (time != IsoTime.Unknown)
        {
            First = First == IsoTime.Unknown ? time : Math.Min(First, time);
            Last = Math.Max(Last, time);
        }
    }

    /// <summary>The facts with the times of the log; <paramref name="id"/> where the log names no session.</summary>
    internal SessionFacts Session(string id) => Facts with
    {
        Id = Facts.Id.Length > 0 ? Facts.Id : id,
        First = IsoTime.Moment(First),
        Last = IsoTime.Moment(Math.Max(Last, Memory.LastLine)),
    };

    /// <summary>Everything added from here on can be taken back with <see cref="Reopen"/>.</summary>
    public void Seal() => (Sealed, Memory) = (_used, Memory with { Beneath = Memory });

    /// <summary>Takes back what came from a last line without its end.</summary>
    public void Reopen()
    {
        if (Sealed >= 0)
        {
            (_used, Sealed, Memory) = (Sealed, -1, Memory.Beneath!);
        }
    }

    /// <summary>Takes up what was kept of an earlier reading.</summary>
    public void Restore(ReadOnlySpan<long> words, int sealedAt, IEnumerable<string> texts)
    {
        (_words, _used, Sealed) = (words.ToArray(), words.Length, sealedAt);
        foreach (var text in texts)
        {
            // The text stands decoded: an escaped one gets a second number, which changes no figure.
            Add(text, LogKey.Of(Encoding.UTF8.GetBytes(text)));
        }
    }

    private int Add(string text, LogKey key)
    {
        if (Texts.Count == _textKeys.Length)
        {
            Array.Resize(ref _textKeys, Math.Max(8, _textKeys.Length * 2));
        }

        _textKeys[Texts.Count] = key;
        Texts.Add(text);
        return Texts.Count - 1;
    }

    internal static string Decode(ReadOnlySpan<byte> raw)
    {
        if (!raw.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(raw);
        }

        try
        {
            byte[] quoted = [(byte)'"', .. raw, (byte)'"'];
            var reader = new Utf8JsonReader(quoted);
            return reader.Read() ? reader.GetString()! : Encoding.UTF8.GetString(raw);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return Encoding.UTF8.GetString(raw);
        }
    }
}
