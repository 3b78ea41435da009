using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Gemini;

/// <summary>A message while its members are read.</summary>
internal ref struct GeminiMessage
{
    public GeminiTokens Tokens;
    private ReadOnlySpan<byte> _id;
    private ReadOnlySpan<byte> _type;
    private ReadOnlySpan<byte> _time;
    private ReadOnlySpan<byte> _model;

    public void Member(ReadOnlySpan<byte> name, scoped ref JsonCursor json)
    {
        switch (name.Length)
        {
            case 2 when name.SequenceEqual("id"u8):
                _id = json.Text();
                break;
            case 4 when name.SequenceEqual("type"u8):
                _type = json.Text();
                break;
            case 5 when name.SequenceEqual("model"u8):
                _model = json.Text();
                break;
            case 6 when name.SequenceEqual("tokens"u8):
                Tokens = GeminiTokens.Read(ref json);
                break;
            case 9 when name.SequenceEqual("timestamp"u8):
                _time = json.Text();
                break;
            default:
                json.Skip();
                break;
        }
    }

    public readonly void Into(LogDigest digest)
    {
        var time = IsoTime.Parse(_time);
        digest.See(time);
        if (Tokens.Exists == 0)
        {
            return;
        }

        if (!_type.SequenceEqual("gemini"u8))
        {
            digest.Stranger(_type);
            return;
        }

        Put(digest, new GeminiRow
        {
            Key = _id.IsEmpty ? LogKey.None : LogKey.Of(_id),
            Time = time,
            Model = digest.Text(_model),
            Session = digest.Memory.Text,
            Subagent = digest.Memory.Flag ? 1 : 0,
            Input = Tokens.Input,
            Output = Tokens.Output,
            Cached = Tokens.Cached,
            Thoughts = Tokens.Thoughts,
            Tool = Tokens.Tool,
        });
    }

    /// <summary>A message with tool calls is written again as they end: the last line is the one that counts.</summary>
    private static void Put(LogDigest digest, in GeminiRow row)
    {
        var rows = digest.OpenRows<GeminiRow>();
        if (row.Key != LogKey.None && rows.Length > 0 && rows[^1].Key == row.Key && rows[^1].Session == row.Session)
        {
            rows[^1] = row;
            return;
        }

        digest.Add(row);
    }
}
