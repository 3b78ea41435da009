using System.Buffers.Binary;
using System.Text;
using Okstra.Core.Usage.Logs;
using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.State.Usage;

/// <summary>What all logs of one agent amounted to, for as long as none of them changes.</summary>
/// <param name="file">Where.</param>
/// <param name="agent">Whose.</param>
internal sealed class KeptTotals(CacheFile file, LogAgent agent)
{
    /// <summary>Stands for the state of every log.</summary>
    public static LogKey KeyOf(IReadOnlyList<FoundLog> logs)
    {
        var key = LogKey.None;
        Span<byte> buffer = stackalloc byte[4 * sizeof(long)];
        foreach (var log in logs)
        {
            key = LogKey.Of(Encoding.UTF8.GetBytes(log.Path), key);
            BinaryPrimitives.WriteInt64LittleEndian(buffer, log.Stamp.Device);
            BinaryPrimitives.WriteInt64LittleEndian(buffer[8..], log.Stamp.Inode);
            BinaryPrimitives.WriteInt64LittleEndian(buffer[16..], log.Stamp.Size);
            BinaryPrimitives.WriteInt64LittleEndian(buffer[24..], log.Stamp.Modified);
            key = LogKey.Of(buffer, key);
        }

        return key;
    }

    /// <summary>Null when they are of another state.</summary>
    public AgentUsage? Read(LogKey key)
    {
        using var input = file.Open();
        if (input is null || new LogKey(input.ReadUInt64(), input.ReadUInt64()) != key)
        {
            return null;
        }

        return new AgentUsage
        {
            Agent = agent.Id,
            Counters = agent.Counters,
            Rows = List(input, Row),
            Sessions = List(input, Session),
            Notes = List(input, static input => new ScanNote(input.ReadString(), input.ReadString())),
        };
    }

    public void Write(LogKey key, AgentUsage usage) => file.Write(output =>
    {
        output.Write(key.High);
        output.Write(key.Low);
        output.Write(usage.Rows.Count);
        foreach (var row in usage.Rows)
        {
            output.Write(row.Session);
            output.Write(row.Model);
            output.Write(row.Date);
            output.Write(row.Kind);
            foreach (var value in row.Values)
            {
                output.Write(value);
            }
        }

        output.Write(usage.Sessions.Count);
        foreach (var session in usage.Sessions)
        {
            Session(output, session);
        }

        output.Write(usage.Notes.Count);
        foreach (var note in usage.Notes)
        {
            output.Write(note.Path);
            output.Write(note.Text);
        }
    });

    private static T[] List<T>(BinaryReader input, Func<BinaryReader, T> item)
    {
        var list = new T[input.ReadInt32()];
        for (var number = 0; number < list.Length; number++)
        {
            list[number] = item(input);
        }

        return list;
    }

    private UsageRow Row(BinaryReader input)
    {
        var (session, model, date, kind) = (input.ReadString(), input.ReadString(), input.ReadString(), input.ReadString());
        var values = new long[agent.Counters.Count];
        for (var counter = 0; counter < values.Length; counter++)
        {
            values[counter] = input.ReadInt64();
        }

        return agent.Row(session, model, date, kind, values);
    }

    private static void Session(BinaryWriter output, SessionFacts session)
    {
        output.Write(session.Id);
        DigestCodec.Text(output, session.Parent);
        DigestCodec.Text(output, session.Cwd);
        DigestCodec.Text(output, session.TeamName);
        DigestCodec.Text(output, session.AgentName);
        output.Write(session.First?.ToUnixTimeMilliseconds() ?? long.MinValue);
        output.Write(session.Last?.ToUnixTimeMilliseconds() ?? long.MinValue);
    }

    private static SessionFacts Session(BinaryReader input) => new()
    {
        Id = input.ReadString(),
        Parent = DigestCodec.Text(input),
        Cwd = DigestCodec.Text(input),
        TeamName = DigestCodec.Text(input),
        AgentName = DigestCodec.Text(input),
        First = Moment(input.ReadInt64()),
        Last = Moment(input.ReadInt64()),
    };

    private static DateTimeOffset? Moment(long time) => time == long.MinValue ? null : DateTimeOffset.FromUnixTimeMilliseconds(time);
}
