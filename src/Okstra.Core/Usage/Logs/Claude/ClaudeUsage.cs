using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Claude;

/// <summary>
/// Reads a <c>usage</c> object:
/// <code>{"input_tokens":3,"cache_creation_input_tokens":70,"cache_read_input_tokens":900,"cache_creation":{"ephemeral_5m_input_tokens":0,"ephemeral_1h_input_tokens":70},"output_tokens":12,"iterations":[]}</code>
/// </summary>
internal ref struct ClaudeUsage
{
    /// <summary>The value was an object.</summary>
    public bool Exists;
    public ClaudeTokens Tokens;

    /// <summary>Type and model of an entry of <c>iterations</c>.</summary>
    public ReadOnlySpan<byte> Type;
    public ReadOnlySpan<byte> Model;

    /// <summary>Where <c>iterations</c> begins when it is not empty; 0 otherwise.</summary>
    public int Iterations;

    public static ClaudeUsage Read(scoped ref JsonCursor json)
    {
        var usage = new ClaudeUsage { Exists = json.Object() };
        if (!usage.Exists)
        {
            return usage;
        }

        long flat = 0, fiveMinutes = 0, hour = 0;
        while (json.Member(out var name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("type"u8):
                    usage.Type = json.Text();
                    break;
                case 5 when name.SequenceEqual("model"u8):
                    usage.Model = json.Text();
                    break;
                case 10 when name.SequenceEqual("iterations"u8):
                    usage.SeeIterations(ref json);
                    break;
                case 12 when name.SequenceEqual("input_tokens"u8):
                    usage.Tokens.Input = json.Count();
                    break;
                case 13 when name.SequenceEqual("output_tokens"u8):
                    usage.Tokens.Output = json.Count();
                    break;
                case 14 when name.SequenceEqual("cache_creation"u8):
                    (fiveMinutes, hour) = Breakdown(ref json);
                    break;
                case 23 when name.SequenceEqual("cache_read_input_tokens"u8):
                    usage.Tokens.CacheRead = json.Count();
                    break;
                case 27 when name.SequenceEqual("cache_creation_input_tokens"u8):
                    flat = json.Count();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        usage.Tokens.CacheWrite = Math.Max(flat, fiveMinutes + hour);
        usage.Tokens.CacheWrite1h = hour;
        return usage;
    }

    private void SeeIterations(scoped ref JsonCursor json)
    {
        json.Next();
        var at = json.At;
        var isArray = json.Array();
        if (isArray && json.Next() != ']')
        {
            Iterations = at;
        }

        while (isArray && json.Element())
        {
            json.Skip();
        }
    }

    private static (long FiveMinutes, long Hour) Breakdown(scoped ref JsonCursor json)
    {
        long fiveMinutes = 0, hour = 0;
        if (json.Object())
        {
            while (json.Member(out var name))
            {
                if (name.SequenceEqual("ephemeral_5m_input_tokens"u8))
                {
                    fiveMinutes = json.Count();
                }
                else if (name.SequenceEqual("ephemeral_1h_input_tokens"u8))
                {
                    hour = json.Count();
                }
                else
                {
                    json.Skip();
                }
            }
        }

        return (fiveMinutes, hour);
    }
}
