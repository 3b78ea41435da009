using System.Runtime.InteropServices;
using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.Core.Usage.Logs.Gemini;

/// <summary>What one line says a message used.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GeminiRow
{
    /// <summary>Hash of the message id; none: it has no id and counts as it stands.</summary>
    public LogKey Key;
    public long Time;
    public int Model;
    public int Session;
    public long Subagent;
    public long Input;
    public long Output;
    public long Cached;
    public long Thoughts;
    public long Tool;
}
