using Okstra.Core.Usage.Logs.Claude;
using Okstra.Core.Usage.Logs.Codex;
using Okstra.Core.Usage.Logs.Gemini;

namespace Okstra.Core.Usage.Logs;

/// <summary>Every agent CLI whose session logs okstra counts.</summary>
public static class UsageAgents
{
    public static IReadOnlyList<LogAgent> All { get; } = [new ClaudeLogs(), new CodexLogs(), new GeminiLogs()];
}
