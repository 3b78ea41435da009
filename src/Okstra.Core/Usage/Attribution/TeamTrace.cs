namespace Okstra.Core.Usage.Attribution;

/// <summary>What is known of a team before its sessions are looked for.</summary>
public sealed record TeamTrace
{
    /// <summary>Empty when the run had no team.</summary>
    public required string TeamName { get; init; }

    /// <summary>Session of the lead; empty for a native one.</summary>
    public required string LeadSessionId { get; init; }

    public required IReadOnlyList<WorkerTrace> Workers { get; init; }

    /// <summary>Whether a working directory of a log is one the run's workers work in.</summary>
    public required Func<string, bool> IsPlaceOfRun { get; init; }
}
