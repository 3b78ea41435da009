namespace Okstra.Core.Tasks;

/// <summary>Computes where a task stands from what happened to it (R-CON-34); values in, values out.</summary>
public static class Workflow
{
    /// <summary>A run of <paramref name="phase"/> was prepared: it is in progress, earlier phases nobody ran count as skipped.</summary>
    public static WorkflowState Begin(WorkflowState? before, TaskType phase)
    {
        var states = Complete(before);
        foreach (var earlier in TaskTypes.All.Where(candidate => candidate < phase && states[candidate.Token()] == PhaseState.Pending))
        {
            states[earlier.Token()] = PhaseState.Skipped;
        }

        states[phase.Token()] = PhaseState.InProgress;
        return new WorkflowState
        {
            CurrentPhase = phase.Token(),
            PhaseStates = Ordered(states),
            LastSafeCheckpoint = before?.LastSafeCheckpoint,
            NextRecommendedPhase = Routing.Recommend(phase, blocked: false, asked: null),
        };
    }

    /// <summary>A run of <paramref name="phase"/> is over; only a completed one moves the checkpoint.</summary>
    /// <param name="before">State at its preparation.</param>
    /// <param name="phase">Its task-type.</param>
    /// <param name="completed">False when it ended blocked.</param>
    /// <param name="routing">What its report recommends; ignored when the routing matrix does not allow it.</param>
    /// <param name="checkpoint">Where the report is.</param>
    public static WorkflowState End(WorkflowState? before, TaskType phase, bool completed, string? routing, Checkpoint? checkpoint)
    {
        var states = Complete(Begin(before, phase));
        states[phase.Token()] = completed ? PhaseState.Completed : PhaseState.Blocked;
        return new WorkflowState
        {
            CurrentPhase = phase.Token(),
            PhaseStates = Ordered(states),
            LastSafeCheckpoint = completed && checkpoint is not null ? checkpoint : before?.LastSafeCheckpoint,
            NextRecommendedPhase = Routing.Recommend(phase, !completed, routing),
        };
    }

    /// <summary>One bullet for each phase, in canonical order.</summary>
    public static string PhaseStateLines(WorkflowState state) => string.Join('\n', TaskTypes.All.Select(type => $"- {type.Token()}: {Token(state.PhaseStates.GetValueOrDefault(type.Token()))}"));

    /// <summary>Bullets of the last safe checkpoint; one line saying so when there is none.</summary>
    public static string CheckpointLines(WorkflowState state) => state.LastSafeCheckpoint is { } point
        ? $"- Phase: {point.Phase}\n- Seq: {point.Seq}\n- Report: {point.ReportPath}\n- At: {point.At}"
        : "- None yet: no phase of this task has completed.";

    /// <summary>State of each phase by its token, in canonical order; all pending for a task nobody ran.</summary>
    public static IReadOnlyDictionary<string, string> Tokens(WorkflowState? state) =>
        new SortedDictionary<string, string>(Complete(state).ToDictionary(phase => phase.Key, phase => Token(phase.Value), StringComparer.Ordinal), PhaseOrder.Instance);

    public static string Token(PhaseState state) => state switch
    {
        PhaseState.Pending => "pending",
        PhaseState.InProgress => "in-progress",
        PhaseState.Completed => "completed",
        PhaseState.Blocked => "blocked",
        PhaseState.Skipped => "skipped",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "not a phase state"),
    };

    private static Dictionary<string, PhaseState> Complete(WorkflowState? before) =>
        TaskTypes.All.ToDictionary(type => type.Token(), type => before?.PhaseStates.GetValueOrDefault(type.Token()) ?? PhaseState.Pending, StringComparer.Ordinal);

    private static SortedDictionary<string, PhaseState> Ordered(Dictionary<string, PhaseState> states) => new(states, PhaseOrder.Instance);
}
