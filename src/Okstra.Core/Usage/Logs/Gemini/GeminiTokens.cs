using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Gemini;

/// <summary>The <c>tokens</c> of a message; the input holds what was cached: <code>{"input":100,"output":10,"cached":0,"thoughts":0,"tool":0,"total":110}</code></summary>
internal struct GeminiTokens
{
    public int Exists;
    public long Input;
    public long Output;
    public long Cached;
    public long Thoughts;
    public long Tool;

    public static GeminiTokens Read(scoped ref JsonCursor json)
    {
        var tokens = new GeminiTokens { Exists = json.Object() ? 1 : 0 };
        while (tokens.Exists == 1 && json.Member(out var name))
        {
            if (name.SequenceEqual("input"u8))
            {
                tokens.Input = json.Count();
            }
            else if (name.SequenceEqual("output"u8))
            {
                tokens.Output = json.Count();
            }
            else if (name.SequenceEqual("cached"u8))
            {
                tokens.Cached = json.Count();
            }
            else if (name.SequenceEqual("thoughts"u8))
            {
                tokens.Thoughts = json.Count();
            }
            else if (name.SequenceEqual("tool"u8))
            {
                tokens.Tool = json.Count();
            }
            else
            {
                json.Skip();
            }
        }

        return tokens;
    }
}
