namespace Okstra.Core.Phases;

/// <summary>What is known of the plan an implementation names.</summary>
public sealed record PlanFacts
{
    /// <summary>As named, absolute; null when none was.</summary>
    public string? Path { get; init; }

    public bool Exists { get; init; }

    /// <summary>It lies below a <c>runs/implementation-planning/</c>.</summary>
    public bool IsPlanningReport { get; init; }

    /// <summary>Task it lies in, for the message; null when that is the right one.</summary>
    public string? ForeignTask { get; init; }
}
