using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Claude;

/// <summary>Turns a line into rows of its file's digest.</summary>
internal static class ClaudeRows
{
    /// <summary>Copies of one response follow one another closely; those further apart meet when everything is counted.</summary>
    private const int LookBack = 8;

    private static ReadOnlySpan<byte> Synthetic => "<synthetic>"u8;

    public static void Add(in ClaudeLine line, JsonCursor json, LogDigest digest)
    {
        var time = IsoTime.Parse(line.Time);
        Remember(line, time, digest);
        if (line.Type.SequenceEqual("queue-operation"u8))
        {
            if (digest.Memory.Time == IsoTime.Unknown)
            {
                digest.Memory = digest.Memory with { Time = time };
            }

            return;
        }

        if (line.Result.Exists && !line.ResultAgent.IsEmpty)
        {
            digest.Add(new ClaudeRow { What = ClaudeRow.IsResult, Key = LogKey.Of(line.ResultAgent), Time = time, Tokens = line.Result.Tokens });
        }

        if (line.Type.SequenceEqual("assistant"u8))
        {
            Message(line.Message, line, time, line.Sidechain ? ClaudeRow.Sidechain : 0, json, digest);
        }
        else if (line.Type.SequenceEqual("progress"u8))
        {
            Message(line.Repeated, line, IsoTime.Parse(line.RepeatedTime), ClaudeRow.Sidechain | ClaudeRow.Progress, json, digest);
        }
        else if ((line.Message.Usage.Exists || line.LooseUsage) && !line.Type.SequenceEqual("user"u8))
        {
            digest.Stranger(line.Type);
        }
    }

    private static void Remember(in ClaudeLine line, long time, LogDigest digest)
    {
        var facts = digest.Facts;
        digest.See(time);
        if ((facts.Id.Length == 0 && !line.Session.IsEmpty) || (facts.Cwd is null && !line.Cwd.IsEmpty) || (facts.TeamName is null && !line.Team.IsEmpty) || (facts.AgentName is null && !line.Agent.IsEmpty))
        {
            digest.Facts = facts with
            {
                Id = facts.Id.Length > 0 || line.Session.IsEmpty ? facts.Id : ClaudePath.Owner(digest.Relative) ?? LogDigest.Decode(line.Session),
                Cwd = facts.Cwd ?? Decoded(line.Cwd),
                TeamName = facts.TeamName ?? Decoded(line.Team),
                AgentName = facts.AgentName ?? Decoded(line.Agent),
            };
        }
    }

    private static string? Decoded(ReadOnlySpan<byte> raw) => raw.IsEmpty ? null : LogDigest.Decode(raw);

    private static void Message(in ClaudeMessage message, in ClaudeLine line, long time, int marks, JsonCursor json, LogDigest digest)
    {
        if (!message.Usage.Exists || message.Model.SequenceEqual(Synthetic))
        {
            return;
        }

        var born = digest.Memory.Time;
        var row = new ClaudeRow
        {
            Key = message.Id.IsEmpty ? LogKey.None : LogKey.Of(message.Id),
            Time = time,
            Marks = marks | (born != IsoTime.Unknown && time != IsoTime.Unknown && time < born ? ClaudeRow.Copy : 0) | (message.Usage.Iterations > 0 ? ClaudeRow.HasIterations : 0),
            Model = digest.Text(message.Model),
            Session = digest.Text(line.Session),
            Tokens = message.Usage.Tokens,
        };
        if (row.Key != LogKey.None && row.Marks < ClaudeRow.HasIterations && Merge(row, digest))
        {
            return;
        }

        digest.Add(row);
        if (message.Usage.Iterations > 0)
        {
            Iterations(json.From(message.Usage.Iterations), row, digest);
        }
    }

    private static bool Merge(in ClaudeRow row, LogDigest digest)
    {
        var rows = digest.OpenRows<ClaudeRow>();
        for (var at = rows.Length - 1; at >= Math.Max(0, rows.Length - LookBack); at--)
        {
            if (rows[at].Key == row.Key && rows[at].What == ClaudeRow.IsMessage)
            {
                if ((rows[at].Marks & ClaudeRow.HasIterations) != 0)
                {
                    return false;
                }

                rows[at] = ClaudeRow.Beats(row, rows[at]) ? row : rows[at];
                return true;
            }
        }

        return false;
    }

    private static void Iterations(JsonCursor json, in ClaudeRow message, LogDigest digest)
    {
        if (!json.Array())
        {
            return;
        }

        while (json.Element())
        {
            var entry = ClaudeUsage.Read(ref json);
            if (entry.Exists && !entry.Type.IsEmpty && !entry.Type.SequenceEqual("message"u8))
            {
                digest.Add(message with { What = ClaudeRow.IsIteration, Model = entry.Model.IsEmpty ? message.Model : digest.Text(entry.Model), Tokens = entry.Tokens });
            }
        }
    }
}
