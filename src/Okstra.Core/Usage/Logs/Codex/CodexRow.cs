using System.Runtime.InteropServices;
using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Codex;

/// <summary>One thing a rollout says about tokens, in the order it says them.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CodexRow
{
    /// <summary>The model changed: <see cref="Text"/>.</summary>
    public const int IsModel = 0;

    /// <summary>A <c>token_usage_record</c>: <see cref="Last"/> is its usage, <see cref="Text"/> its thread.</summary>
    public const int IsRecord = 1;

    /// <summary>A <c>token_count</c>.</summary>
    public const int IsCount = 2;

    /// <summary>Hash of the response id.</summary>
    public LogKey Key;
    public long Time;
    public int What;
    public int Text;
    public CodexTokens Total;
    public CodexTokens Last;

    /// <summary>Only this number changes when a context window overflows.</summary>
    public long TotalTokens;
}
