using System.Runtime.InteropServices;
using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Codex;

/// <summary>
/// One usage object; cached tokens are part of the input, reasoning is part of the output:
/// <code>{"input_tokens":6000,"cached_input_tokens":2900,"output_tokens":200,"reasoning_output_tokens":50,"total_tokens":6200}</code>
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CodexTokens
{
    public long Input;
    public long Cached;
    public long Output;
    public long Reasoning;

    /// <summary>1 when the log has the object.</summary>
    public long Exists;

    public readonly bool IsZero => (Input | Cached | Output | Reasoning) == 0;

    public static CodexTokens Read(scoped ref JsonCursor json, out long totalTokens)
    {
        var tokens = new CodexTokens { Exists = json.Object() ? 1 : 0 };
        totalTokens = 0;
        while (tokens.Exists == 1 && json.Member(out var name))
        {
            switch (name.Length)
            {
                case 12 when name.SequenceEqual("input_tokens"u8):
                    tokens.Input = json.Count();
                    break;
                case 12 when name.SequenceEqual("total_tokens"u8):
                    totalTokens = json.Count();
                    break;
                case 13 when name.SequenceEqual("output_tokens"u8):
                    tokens.Output = json.Count();
                    break;
                case 19 when name.SequenceEqual("cached_input_tokens"u8):
                    tokens.Cached = json.Count();
                    break;
                case 23 when name.SequenceEqual("reasoning_output_tokens"u8):
                    tokens.Reasoning = json.Count();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return tokens;
    }

    public readonly bool Same(in CodexTokens other) =>
        Input == other.Input && Cached == other.Cached && Output == other.Output && Reasoning == other.Reasoning && Exists == other.Exists;

    /// <summary>No counter is smaller than in <paramref name="other"/>.</summary>
    public readonly bool Covers(in CodexTokens other) =>
        Input >= other.Input && Cached >= other.Cached && Output >= other.Output && Reasoning >= other.Reasoning;

    public readonly CodexTokens Minus(in CodexTokens other) => new()
    {
        Input = Input - other.Input,
        Cached = Cached - other.Cached,
        Output = Output - other.Output,
        Reasoning = Reasoning - other.Reasoning,
        Exists = 1,
    };
}
