using System.Text.Json.Serialization;

namespace Okstra.Core.Runs;

/// <summary>One line of a run's journal; it explains what happened and names what is in flight, documents decide (design: state on disk).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RunStarted), "run-started")]
[JsonDerivedType(typeof(RunResumed), "run-resumed")]
[JsonDerivedType(typeof(LeadCall), "lead-call")]
[JsonDerivedType(typeof(DispatchStarted), "dispatch-started")]
[JsonDerivedType(typeof(DispatchFinished), "dispatch-finished")]
[JsonDerivedType(typeof(DispatchSuperseded), "dispatch-superseded")]
[JsonDerivedType(typeof(Limit), "limit")]
[JsonDerivedType(typeof(BudgetRaised), "budget-raised")]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(RunFinished), "run-finished")]
public abstract record JournalEvent
{
    private JournalEvent()
    {
    }

    /// <summary>UTC, ISO-8601.</summary>
    public required string At { get; init; }

    /// <summary>An engine process took the run up.</summary>
    public sealed record RunStarted(int Pid, long StartTime) : JournalEvent;

    /// <summary>Another engine process continued it.</summary>
    public sealed record RunResumed(int Pid, long StartTime) : JournalEvent;

    /// <summary>A session lead took the run up; it calls okstra whenever it has something, and no process holds the run in between.</summary>
    public sealed record LeadCall(string Verb) : JournalEvent;

    /// <summary>A worker's supervisor is alive, or a session lead was told to dispatch it; nothing of its result is on disk yet.</summary>
    public sealed record DispatchStarted : JournalEvent
    {
        /// <summary>Unique in the run; a repetition has another one.</summary>
        public required string DispatchId { get; init; }

        public required string Worker { get; init; }

        /// <summary>Driver that carries it out, another one than the roster's after a rerouting; null in journals of older versions.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Driver { get; init; }

        /// <summary>0 = initial analysis, 1… = re-verification, -1 = report writing.</summary>
        public required int Round { get; init; }

        /// <summary>1-based.</summary>
        public required int Batch { get; init; }

        /// <summary>Value of <c>OKSTRA_DISPATCH</c> in the environment of everything the dispatch starts.</summary>
        public required string Label { get; init; }

        /// <summary>A session lead carries it out, so the end of an okstra process says nothing about it.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public bool HandedOut { get; init; }

        /// <summary>Supervisor; 0 when the worker runs in this process or is handed out.</summary>
        public required int Pid { get; init; }

        /// <summary>Clock ticks since boot, so that a reused pid is not taken for the supervisor.</summary>
        public required long StartTime { get; init; }
    }

    /// <summary>Its document is on disk.</summary>
    public sealed record DispatchFinished(string DispatchId, string Status, string Document) : JournalEvent;

    /// <summary>It was in flight when its engine died; it was ended and will be repeated once.</summary>
    public sealed record DispatchSuperseded(string DispatchId, string Reason) : JournalEvent;

    /// <summary>A bound was reached: time, output, rounds.</summary>
    public sealed record Limit(string Name, string Detail) : JournalEvent;

    /// <summary>The user gave the run a larger budget; it holds from here on.</summary>
    public sealed record BudgetRaised(Usage.Budgets.BudgetSettings Budgets) : JournalEvent;

    /// <summary>Something a reader of the run should know.</summary>
    public sealed record Note(string Text) : JournalEvent;

    /// <summary>The last stage is on disk.</summary>
    public sealed record RunFinished(string Status) : JournalEvent;
}
