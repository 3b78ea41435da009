using System.Runtime.InteropServices;

namespace Okstra.Core.Usage.Logs.Claude;

/// <summary>One <c>usage</c> object, its two ways of stating cache writes brought to one.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ClaudeTokens
{
    public long Input;
    public long Output;
    public long CacheWrite;
    public long CacheWrite1h;
    public long CacheRead;

    public readonly long Total => Input + Output + CacheWrite + CacheRead;

    /// <summary>The same prompt: everything but the output.</summary>
    public readonly bool SamePrompt(in ClaudeTokens other) =>
        Input == other.Input && CacheWrite == other.CacheWrite && CacheWrite1h == other.CacheWrite1h && CacheRead == other.CacheRead;
}
