namespace Okstra.Core.Scheduling;

/// <summary>What a schedule needs of a planning report's data document; everything else in it is passed over.</summary>
public sealed record SchedulePlanDocument
{
    public string? TaskKey { get; init; }

    public string? TaskType { get; init; }

    public string? Title { get; init; }

    public PlanPart? Plan { get; init; }

    /// <summary>Section 4.5.</summary>
    public sealed record PlanPart
    {
        public IReadOnlyList<StepPart?>? Steps { get; init; }

        public IReadOnlyList<StagePart?>? Stages { get; init; }
    }

    /// <summary>A row of 4.5.4.</summary>
    public sealed record StepPart
    {
        public string? Step { get; init; }

        public IReadOnlyList<string>? TicketIds { get; init; }

        public string? Action { get; init; }

        public IReadOnlyList<string>? Files { get; init; }

        public string? Command { get; init; }
    }

    /// <summary>The steps of a row of the stage map.</summary>
    public sealed record StagePart
    {
        public int Stage { get; init; }

        public IReadOnlyList<string>? Steps { get; init; }
    }
}
