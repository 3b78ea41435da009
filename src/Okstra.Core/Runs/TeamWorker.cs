using Okstra.Core.Usage;
using Okstra.Core.Workers;

namespace Okstra.Core.Runs;

/// <summary>One worker in the team state (R-OPN-24).</summary>
public sealed record TeamWorker
{
    public required string WorkerId { get; init; }

    public required string Role { get; init; }

    public required string AgentName { get; init; }

    public required string Provider { get; init; }

    public required string ModelDisplay { get; init; }

    /// <summary>R-LAY-72.</summary>
    public required string ModelExecutionValue { get; init; }

    /// <summary>Null until its first dispatch is over.</summary>
    public WorkerStatus? Status { get; init; }

    /// <summary>Why it did not complete.</summary>
    public string? Reason { get; init; }

    public string? StartedAt { get; init; }

    public string? EndedAt { get; init; }

    /// <summary>Relative to the run directory, like every path here.</summary>
    public string? PromptPath { get; init; }

    public string? ResultPath { get; init; }

    public string? ErrorPath { get; init; }

    public string? SessionId { get; init; }

    public TokenUsage? Usage { get; init; }

    /// <summary><c>log</c> of its sessions, <c>reported</c> by its CLI, or <c>unavailable</c> (R-WRK-61); null until it was looked for.</summary>
    public string? UsageSource { get; init; }

    /// <summary>Why its usage is unavailable.</summary>
    public string? UsageNote { get; init; }

    public string? KeyFinding { get; init; }
}
