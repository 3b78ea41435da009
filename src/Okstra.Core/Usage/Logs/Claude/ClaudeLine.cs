using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Claude;

/// <summary>
/// Reads one line, in either form:
/// <code>{"parentUuid":null,"isSidechain":false,"message":{…},"requestId":"req_1","type":"assistant","timestamp":"2026-11-20T11:37:43.848Z","cwd":"/srv/x","sessionId":"…"}
/// {"type":"progress","data":{"message":{"type":"assistant","timestamp":"…","message":{…}}},"timestamp":"…","sessionId":"…"}</code>
/// </summary>
internal ref struct ClaudeLine
{
    public ReadOnlySpan<byte> Type;
    public ReadOnlySpan<byte> Time;
    public ReadOnlySpan<byte> Session;
    public ReadOnlySpan<byte> Cwd;
    public ReadOnlySpan<byte> Team;
    public ReadOnlySpan<byte> Agent;
    public bool Sidechain;
    public ClaudeMessage Message;

    /// <summary>A sub-agent's message that a progress line repeats, and its time.</summary>
    public ClaudeMessage Repeated;
    public ReadOnlySpan<byte> RepeatedTime;

    /// <summary><c>toolUseResult</c> of a call of a sub-agent.</summary>
    public ClaudeUsage Result;
    public ReadOnlySpan<byte> ResultAgent;

    /// <summary>A <c>usage</c> object beside all of them.</summary>
    public bool LooseUsage;

    public static ClaudeLine Read(scoped ref JsonCursor json)
    {
        var line = new ClaudeLine();
        if (!json.Object())
        {
            return line;
        }

        while (json.Member(out var name))
        {
            if (name.SequenceEqual("message"u8))
            {
                line.Message = ClaudeMessage.Read(ref json);
            }
            else if (name.SequenceEqual("toolUseResult"u8))
            {
                line.ReadResult(ref json);
            }
            else if (name.SequenceEqual("data"u8))
            {
                line.ReadData(ref json);
            }
            else
            {
                line.ReadPlain(name, ref json);
            }
        }

        return line;
    }

    private void ReadPlain(ReadOnlySpan<byte> name, scoped ref JsonCursor json)
    {
        switch (name.Length)
        {
            case 3 when name.SequenceEqual("cwd"u8):
                Cwd = json.Text();
                break;
            case 4 when name.SequenceEqual("type"u8):
                Type = json.Text();
                break;
            case 5 when name.SequenceEqual("usage"u8):
                LooseUsage = json.Next() == '{';
                json.Skip();
                break;
            case 8 when name.SequenceEqual("teamName"u8):
                Team = json.Text();
                break;
            case 9 when name.SequenceEqual("timestamp"u8):
                Time = json.Text();
                break;
            case 9 when name.SequenceEqual("sessionId"u8):
                Session = json.Text();
                break;
            case 9 when name.SequenceEqual("agentName"u8):
                Agent = json.Text();
                break;
            case 11 when name.SequenceEqual("isSidechain"u8):
                Sidechain = json.IsTrue();
                break;
            default:
                json.Skip();
                break;
        }
    }

    private void ReadResult(scoped ref JsonCursor json)
    {
        if (!json.Object())
        {
            return;
        }

        while (json.Member(out var name))
        {
            if (name.SequenceEqual("usage"u8))
            {
                Result = ClaudeUsage.Read(ref json);
            }
            else if (name.SequenceEqual("agentId"u8))
            {
                ResultAgent = json.Text();
            }
            else
            {
                json.Skip();
            }
        }
    }

    private void ReadData(scoped ref JsonCursor json)
    {
        if (!json.Object())
        {
            return;
        }

        while (json.Member(out var name))
        {
            if (!name.SequenceEqual("message"u8))
            {
                json.Skip();
            }
            else if (json.Object())
            {
                while (json.Member(out var inner))
                {
                    if (inner.SequenceEqual("message"u8))
                    {
                        Repeated = ClaudeMessage.Read(ref json);
                    }
                    else if (inner.SequenceEqual("timestamp"u8))
                    {
                        RepeatedTime = json.Text();
                    }
                    else
                    {
                        json.Skip();
                    }
                }
            }
        }
    }
}
