namespace Okstra.Core.Timing;

/// <summary>The time of one run; <c>seconds = workersSeconds + leadSeconds + waitingSeconds</c>.</summary>
public sealed record RunTime
{
    public required string TaskType { get; init; }

    /// <summary>Of an implementation run; null otherwise.</summary>
    public required int? Stage { get; init; }

    public required string Seq { get; init; }

    public required RunActivity Activity { get; init; }

    /// <summary>UTC, ISO-8601; when it was prepared.</summary>
    public required string From { get; init; }

    /// <summary>When it ended, now while it is in progress, or its last sign of life.</summary>
    public required string To { get; init; }

    public required long Seconds { get; init; }

    /// <summary>At least one worker was under way.</summary>
    public required long WorkersSeconds { get; init; }

    /// <summary>No worker was under way: checks, report and validation, or the session that leads.</summary>
    public required long LeadSeconds { get; init; }

    /// <summary>It lay still: not taken up yet, or interrupted until somebody resumed it.</summary>
    public required long WaitingSeconds { get; init; }

    public required IReadOnlyList<RoundTime> Rounds { get; init; }

    public required IReadOnlyList<WorkerTime> Workers { get; init; }
}
