using Okstra.Core.Planning;

namespace Okstra.Core.Stages;

/// <summary>What stages need of a planning report's data document; everything else in it is passed over.</summary>
public sealed record StagePlanDocument
{
    public string? TaskKey { get; init; }

    public string? TaskType { get; init; }

    public PlanPart? Plan { get; init; }

    /// <summary>Section 4.5.</summary>
    public sealed record PlanPart
    {
        public IReadOnlyList<StagePart?>? Stages { get; init; }

        /// <summary>What the self-review found.</summary>
        public IReadOnlyList<PlanFlaw?>? Review { get; init; }
    }

    /// <summary>A row of the stage map (R-OPN-77).</summary>
    public sealed record StagePart
    {
        public int Stage { get; init; }

        public string? Title { get; init; }

        public IReadOnlyList<int>? DependsOn { get; init; }
    }
}
