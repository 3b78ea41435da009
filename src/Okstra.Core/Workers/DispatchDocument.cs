using Okstra.Core.Findings;
using Okstra.Core.Reports;
using Okstra.Core.Usage;

namespace Okstra.Core.Workers;

/// <summary>One dispatch = worker × round × batch = this one document in <c>worker-results/</c>; written once, when the dispatch is over.</summary>
public sealed record DispatchDocument
{
    public int SchemaVersion { get; init; } = 1;

    public required string TaskKey { get; init; }

    public required string TaskType { get; init; }

    public required string Seq { get; init; }

    public required string Worker { get; init; }

    public required string Role { get; init; }

    public required string Driver { get; init; }

    public required string Vendor { get; init; }

    /// <summary>0 = initial analysis, 1… = re-verification round; -1 = report writing; -2 = grouping by the lead.</summary>
    public required int Round { get; init; }

    /// <summary>1-based.</summary>
    public required int Batch { get; init; }

    public required string AgentName { get; init; }

    public required ModelAssignment Model { get; init; }

    public required WorkerStatus Status { get; init; }

    /// <summary>Set when a limit moved it to another vendor; <see cref="Driver"/>, <see cref="Vendor"/> and <see cref="Model"/> are those that answered.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public Rerouting? Rerouted { get; init; }

    /// <summary>Why it did not complete; null when it did.</summary>
    public required string? Reason { get; init; }

    /// <summary>The vendor's own session or thread id.</summary>
    public string? SessionId { get; init; }

    /// <summary>UTC, ISO-8601 with seconds.</summary>
    public required string StartedAt { get; init; }

    public required string EndedAt { get; init; }

    /// <summary>SHA-256 of the prompt: a different prompt makes this document stale.</summary>
    public required string PromptSha256 { get; init; }

    /// <summary>Relative to the run directory.</summary>
    public required string PromptPath { get; init; }

    public string? LogPath { get; init; }

    /// <summary>A malformed first answer was repaired by the one round-trip.</summary>
    public bool Repaired { get; init; }

    /// <summary>The tree the worker could touch hashed the same before and after; null when it could touch none.</summary>
    public bool? TreeUnchanged { get; init; }

    /// <summary>Findings this dispatch was asked to vote on; empty in round 0.</summary>
    public IReadOnlyList<string> FindingIds { get; init; } = [];

    public WorkerAnswer? Answer { get; init; }

    public ReverifyAnswer? Votes { get; init; }

    /// <summary>The report writer's words, parsed; only in round -1.</summary>
    public NarrativeFields? Narrative { get; init; }

    /// <summary>The lead's groups; only in round -2.</summary>
    public GroupsAnswer? Groups { get; init; }

    public TokenUsage? Usage { get; init; }

    public IReadOnlyList<WorkerError> Errors { get; init; } = [];

    /// <summary><c>completed</c>, contract-valid, tree unchanged (design: what a worker answers).</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Usable => Status == WorkerStatus.Completed && TreeUnchanged != false;
}
