using Okstra.Core.Hosting;
using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs;

/// <summary>The session logs of one agent CLI: where they are, what a line of them says, and what all of them together amount to. Pure; a file is read elsewhere.</summary>
public abstract class LogAgent
{
    /// <summary>Lines at the beginning of every file that are read in any case: they say whose session it is.</summary>
    private const int FirstLines = 4;

    /// <summary>Driver id: <c>claude</c>, <c>codex</c>, <c>gemini</c>.</summary>
    public abstract string Id { get; }

    /// <summary>Names of the counters in <see cref="UsageRow.Values"/>.</summary>
    public abstract IReadOnlyList<string> Counters { get; }

    /// <summary>Bytes that every line about tokens has.</summary>
    public abstract ReadOnlySpan<byte> Marker { get; }

    /// <summary>Folders that may hold its logs, absolute; they need not exist.</summary>
    public abstract IReadOnlyList<string> Folders(HostEnvironment host);

    /// <summary>What a file below such a folder is, from its path with <c>/</c>.</summary>
    public abstract LogForm Form(string relative);

    /// <summary>Takes in one line, or the whole file where it is a document. False: no JSON, nothing was taken in.</summary>
    public bool Read(ReadOnlySpan<byte> line, LogDigest digest)
    {
        var text = line.StartsWith("\uFEFF"u8) ? line[3..] : line;
        var json = new JsonCursor(text.TrimStart((byte)0));
        while (json.Next() >= 0)
        {
            // Two writers at once may leave two objects on one line; each counts by itself.
            if (!Take(ref json, digest))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Counts everything once.</summary>
    /// <param name="logs">All of them, in order of their paths.</param>
    public AgentUsage Total(IReadOnlyList<LogDigest> logs)
    {
        var tally = new UsageTally(Counters, Shared);
        Count(logs, tally);
        return new AgentUsage { Agent = Id, Counters = Counters, Rows = tally.Rows(), Sessions = tally.Sessions(), Notes = [.. logs.SelectMany(Notes)] };
    }

    /// <summary>A row with its counters in the shared terms too.</summary>
    public UsageRow Row(string session, string model, string date, string kind, long[] values) => new(session, model, date, kind, values, Shared(values));

    /// <summary>Where in the bytes the next line lies that must be read; any byte of it, or -1.</summary>
    public int Find(ReadOnlySpan<byte> bytes, LogDigest digest) => digest.Memory.Lines < FirstLines ? (bytes.IsEmpty ? -1 : 0) : Seek(bytes, digest);

    /// <summary>A whole line was given to <see cref="Read"/>.</summary>
    public static void Passed(LogDigest digest)
    {
        if (digest.Memory.Lines < FirstLines)
        {
            digest.Memory = digest.Memory with { Lines = digest.Memory.Lines + 1 };
        }
    }

    /// <summary>Time a line stands for, from its <c>timestamp</c>.</summary>
    public static long TimeOf(ReadOnlySpan<byte> line)
    {
        var json = new JsonCursor(line);
        var time = IsoTime.Unknown;
        if (json.Object())
        {
            while (json.Member(out var name))
            {
                if (name.SequenceEqual("timestamp"u8))
                {
                    time = IsoTime.Parse(json.Text());
                }
                else
                {
                    json.Skip();
                }
            }
        }

        return json.Broken ? IsoTime.Unknown : time;
    }

    /// <summary>Every line is read unless a collector knows better.</summary>
    protected virtual int Seek(ReadOnlySpan<byte> bytes, LogDigest digest) => bytes.IsEmpty ? -1 : 0;

    /// <summary>Takes in the next JSON value; false and nothing taken in when it is broken.</summary>
    private protected abstract bool Take(scoped ref JsonCursor json, LogDigest digest);

    private protected abstract void Count(IReadOnlyList<LogDigest> logs, UsageTally tally);

    /// <summary>The counters in the terms every vendor shares.</summary>
    private protected abstract TokenUsage Shared(ReadOnlySpan<long> values);

    /// <summary>Folders named by a variable, several parted by commas; null when it names none.</summary>
    private protected static IReadOnlyList<string>? Named(HostEnvironment host, string variable)
    {
        var named = host.Variables.GetValueOrDefault(variable, "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return named.Length == 0 ? null : [.. named.Select(folder => Path.GetFullPath(folder.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(host.Home, folder[2..]) : folder, host.CurrentDirectory))];
    }

    private static IEnumerable<ScanNote> Notes(LogDigest digest)
    {
        if (digest.Memory.Malformed > 0)
        {
            yield return new ScanNote(digest.Path, $"{digest.Memory.Malformed} line(s) that name tokens are damaged and were not counted");
        }

        if (digest.Memory.TooLong > 0)
        {
            yield return new ScanNote(digest.Path, $"{digest.Memory.TooLong} line(s) that name tokens are too long to be read and were not counted");
        }

        foreach (var stranger in digest.Strangers)
        {
            yield return new ScanNote(digest.Path, $"records of the unknown type '{stranger}' name tokens and were not counted");
        }
    }
}
