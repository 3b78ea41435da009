using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Gemini;

/// <summary>
/// Reads one line, or the one object of an older file, which has the header and <c>messages</c> in one:
/// <code>{"sessionId":"…","projectHash":"…","startTime":"…","kind":"main"}
/// {"id":"3e76…","timestamp":"2026-11-20T11:34:48.342Z","type":"gemini","content":"one","tokens":{"input":100,"output":10,"cached":0,"thoughts":0,"tool":0,"total":110},"model":"gemini-2.5-pro"}
/// {"$set":{"messages":[…],"lastUpdated":"…"}}</code>
/// </summary>
internal static class GeminiLine
{
    public static bool Take(scoped ref JsonCursor json, LogDigest digest)
    {
        if (!json.Object())
        {
            return !json.Broken;
        }

        ReadOnlySpan<byte> session = default, kind = default;
        var message = new GeminiMessage();
        int set = -1, messages = -1;
        while (json.Member(out var name))
        {
            if (name.SequenceEqual("sessionId"u8))
            {
                session = json.Text();
            }
            else if (name.SequenceEqual("kind"u8))
            {
                kind = json.Text();
            }
            else if (name.SequenceEqual("$set"u8))
            {
                set = json.At;
                json.Skip();
            }
            else if (name.SequenceEqual("messages"u8))
            {
                messages = json.At;
                json.Skip();
            }
            else
            {
                message.Member(name, ref json);
            }
        }

        if (json.Broken)
        {
            return false;
        }

        if (!session.IsEmpty)
        {
            Header(session, kind, digest);
        }

        if (set >= 0)
        {
            var inner = json.From(set);
            if (inner.Object())
            {
                Set(ref inner, digest);
            }
        }
        else if (messages >= 0)
        {
            Messages(json.From(messages), digest);
        }
        else
        {
            message.Into(digest);
        }

        return true;
    }

    private static void Header(ReadOnlySpan<byte> session, ReadOnlySpan<byte> kind, LogDigest digest)
    {
        digest.Memory = digest.Memory with { Text = digest.Text(session), Flag = kind.SequenceEqual("subagent"u8) };
        if (digest.Facts.Id.Length == 0)
        {
            digest.Facts = digest.Facts with { Id = LogDigest.Decode(session), Parent = ParentOf(digest.Relative) };
        }
    }

    /// <summary><c>okstra/chats/&lt;parent&gt;/&lt;session&gt;.jsonl</c>.</summary>
    private static string? ParentOf(string relative)
    {
        var parts = relative.Split('/');
        return parts.Length >= 3 && parts[^2] != "chats" ? parts[^2] : null;
    }

    private static void Set(scoped ref JsonCursor json, LogDigest digest)
    {
        while (json.Member(out var name))
        {
            if (name.SequenceEqual("messages"u8))
            {
                Messages(json, digest);
            }

            json.Skip();
        }
    }

    private static void Messages(JsonCursor json, LogDigest digest)
    {
        if (!json.Array())
        {
            return;
        }

        while (json.Element())
        {
            var message = new GeminiMessage();
            if (json.Object())
            {
                while (json.Member(out var name))
                {
                    message.Member(name, ref json);
                }

                message.Into(digest);
            }
        }
    }
}
