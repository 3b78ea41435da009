using Okstra.Core.Usage.Logs;

namespace Okstra.Core.Usage.Attribution;

/// <summary>One session of an agent CLI and everything its log says it used.</summary>
/// <param name="Agent">Driver id.</param>
/// <param name="Facts">Whose it was.</param>
/// <param name="Usage">Sum over models, days and kinds; null when the log has no counted response.</param>
public sealed record SessionTokens(string Agent, SessionFacts Facts, TokenUsage? Usage)
{
    /// <summary>The model that used most of it; null when the log has no counted response.</summary>
    public string? Model { get; init; }
}
