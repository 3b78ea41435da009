using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Codex;

/// <summary>
/// Reads one line; the payload is looked into only where it speaks of tokens, the model or the thread:
/// <code>{"timestamp":"2026-11-20T11:33:03.740Z","ordinal":7,"type":"event_msg","payload":{"type":"token_count","info":{"total_token_usage":{…},"last_token_usage":{…}}}}
/// {"timestamp":"…","ordinal":6,"type":"token_usage_record","payload":{"thread_id":"…","response_id":"resp_1","usage":{…}}}
/// {"timestamp":"…","type":"turn_context","payload":{"cwd":"/srv/x","model":"gpt-5.5"}}</code>
/// </summary>
internal static class CodexLine
{
    /// <summary>Where a payload begins that was seen before its type.</summary>
    private const int None = -1;

    /// <summary>False when the line is broken; a broken line whose type does not matter is not looked at that far.</summary>
    public static bool Take(scoped ref JsonCursor json, LogDigest digest)
    {
        if (!json.Object())
        {
            return !json.Broken;
        }

        ReadOnlySpan<byte> type = default;
        var time = IsoTime.Unknown;
        var payload = None;
        while (json.Member(out var name))
        {
            if (name.SequenceEqual("timestamp"u8))
            {
                time = IsoTime.Parse(json.Text());
            }
            else if (name.SequenceEqual("type"u8))
            {
                type = json.Text();
            }
            else
            {
                payload = name.SequenceEqual("payload"u8) ? json.At : payload;
                if (!type.IsEmpty && Known(type) && !Matters(type))
                {
                    digest.See(time);
                    return json.ToEnd();
                }

                json.Skip();
            }
        }

        if (json.Broken)
        {
            return type.IsEmpty || (Known(type) && !Matters(type));
        }

        digest.See(time);
        if (payload != None)
        {
            Payload(type, json.From(payload), time, digest);
        }

        return true;
    }

    private static bool Matters(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("event_msg"u8) || type.SequenceEqual("token_usage_record"u8) || type.SequenceEqual("turn_context"u8) || type.SequenceEqual("session_meta"u8);

    private static bool Known(ReadOnlySpan<byte> type) =>
        Matters(type) || type.SequenceEqual("response_item"u8) || type.SequenceEqual("compacted"u8) || type.SequenceEqual("world_state"u8);

    private static void Payload(ReadOnlySpan<byte> type, JsonCursor json, long time, LogDigest digest)
    {
        if (type.SequenceEqual("event_msg"u8))
        {
            CodexCountLine.Take(ref json, time, digest);
        }
        else if (type.SequenceEqual("token_usage_record"u8))
        {
            Record(ref json, time, digest);
        }
        else if (type.SequenceEqual("turn_context"u8))
        {
            Context(ref json, time, digest);
        }
        else if (type.SequenceEqual("session_meta"u8))
        {
            CodexMeta.Take(ref json, time, digest);
        }
        else if (!Known(type) && json.Rest.IndexOf("_tokens\""u8) >= 0)
        {
            digest.Stranger(type);
        }
    }

    private static void Record(scoped ref JsonCursor json, long time, LogDigest digest)
    {
        if (!json.Object())
        {
            return;
        }

        var row = new CodexRow { What = CodexRow.IsRecord, Time = time, Text = -1 };
        while (json.Member(out var name))
        {
            if (name.SequenceEqual("response_id"u8))
            {
                row.Key = json.Text() is { IsEmpty: false } id ? LogKey.Of(id) : LogKey.None;
            }
            else if (name.SequenceEqual("thread_id"u8))
            {
                row.Text = digest.Text(json.Text());
            }
            else if (name.SequenceEqual("usage"u8))
            {
                row.Last = CodexTokens.Read(ref json, out _);
            }
            else
            {
                json.Skip();
            }
        }

        if (row.Last.Exists == 1)
        {
            digest.Add(row);
        }
    }

    private static void Context(scoped ref JsonCursor json, long time, LogDigest digest)
    {
        if (!json.Object())
        {
            return;
        }

        while (json.Member(out var name))
        {
            if (name.SequenceEqual("model"u8) && digest.Text(json.Text()) is >= 0 and var model)
            {
                digest.Add(new CodexRow { What = CodexRow.IsModel, Time = time, Text = model });
            }
            else if (name.SequenceEqual("cwd"u8) && digest.Facts.Cwd is null && json.Text() is { IsEmpty: false } cwd)
            {
                digest.Facts = digest.Facts with { Cwd = LogDigest.Decode(cwd) };
            }
            else
            {
                json.Skip();
            }
        }
    }
}
