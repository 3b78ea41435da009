namespace Okstra.Core.Usage.Logs;

/// <summary>What tells whose session it was.</summary>
public sealed record SessionFacts
{
    /// <summary>The vendor's session or thread id.</summary>
    public required string Id { get; init; }

    /// <summary>Session that started this one as its sub-agent or fork.</summary>
    public string? Parent { get; init; }

    /// <summary>Working directory, as the log gives it.</summary>
    public string? Cwd { get; init; }

    /// <summary>Agent team of a claude session; null outside teams.</summary>
    public string? TeamName { get; init; }

    /// <summary>Name within the team; null when the session was not named.</summary>
    public string? AgentName { get; init; }

    /// <summary>Earliest time in the log, UTC; null when none is readable.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>Latest time in the log, UTC.</summary>
    public DateTimeOffset? Last { get; init; }
}
