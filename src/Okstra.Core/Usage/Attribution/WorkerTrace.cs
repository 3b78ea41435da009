namespace Okstra.Core.Usage.Attribution;

/// <summary>What a run's documents know about one worker that may tell which sessions were its own.</summary>
public sealed record WorkerTrace
{
    public required string WorkerId { get; init; }

    /// <summary>Name its wrapper was dispatched with (R-WRK-25).</summary>
    public required string AgentName { get; init; }

    /// <summary>Driver id of the CLI that does the work: <c>claude</c>, <c>codex</c>, <c>gemini</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>Sessions that were recorded when it was dispatched.</summary>
    public IReadOnlyList<string> KnownSessions { get; init; } = [];

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}
