namespace Okstra.Core.Scheduling;

/// <summary>The engineering effort of a plan; <c>effort</c> is the sum of the stages and of the tickets.</summary>
public sealed record Schedule
{
    /// <summary>As the plan names it; empty when it names none.</summary>
    public required string TaskKey { get; init; }

    public required string Title { get; init; }

    public required int Steps { get; init; }

    public required Effort Effort { get; init; }

    /// <summary>Stages of the longest chain, in order; empty without stages.</summary>
    public required IReadOnlyList<int> CriticalPath { get; init; }

    /// <summary>Effort of that chain: what is left when everything else is done beside it.</summary>
    public required Effort CriticalEffort { get; init; }

    public required IReadOnlyList<ScheduledStage> Stages { get; init; }

    public required IReadOnlyList<ScheduledGroup> Groups { get; init; }

    public required IReadOnlyList<ScheduledTicket> Tickets { get; init; }

    public required IReadOnlyList<LeftOutStep> LeftOut { get; init; }

    /// <summary>Where the plan says too little.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
