namespace Okstra.Core.Timing;

/// <summary>Where the time of a task went; <c>seconds = inRunsSeconds + betweenRunsSeconds</c>, and the runs' seconds sum to <c>inRunsSeconds + overlapSeconds</c>.</summary>
public sealed record TaskTime
{
    public required string TaskKey { get; init; }

    /// <summary>UTC, ISO-8601; what is in progress counts until then.</summary>
    public required string AsOf { get; init; }

    /// <summary>Null without runs.</summary>
    public required string? From { get; init; }

    public required string? To { get; init; }

    /// <summary>From the first run's preparation to the last run's end.</summary>
    public required long Seconds { get; init; }

    /// <summary>At least one run was under way.</summary>
    public required long InRunsSeconds { get; init; }

    /// <summary>No run was under way: the task waited for its user.</summary>
    public required long BetweenRunsSeconds { get; init; }

    /// <summary>Counted by several runs at once, as stages beside one another do.</summary>
    public required long OverlapSeconds { get; init; }

    /// <summary>A run is in progress, so the numbers still grow.</summary>
    public required bool InProgress { get; init; }

    public required IReadOnlyList<PhaseTime> Phases { get; init; }

    public required IReadOnlyList<RunTime> Runs { get; init; }

    public required IReadOnlyList<GapTime> Gaps { get; init; }
}
