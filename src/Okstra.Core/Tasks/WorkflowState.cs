namespace Okstra.Core.Tasks;

/// <summary>Where a task stands in the lifecycle (R-CON-34).</summary>
public sealed record WorkflowState
{
    /// <summary>Task-type token of the phase that ran last.</summary>
    public required string CurrentPhase { get; init; }

    /// <summary>All six task-type tokens, in canonical order when written.</summary>
    public required IReadOnlyDictionary<string, PhaseState> PhaseStates { get; init; }

    public Checkpoint? LastSafeCheckpoint { get; init; }

    /// <summary>Routing token; a task-type for everything but the end of the lifecycle (<c>done</c>).</summary>
    public required string NextRecommendedPhase { get; init; }
}
