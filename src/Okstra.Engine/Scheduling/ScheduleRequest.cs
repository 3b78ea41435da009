using Okstra.Core.Tasks;
using Okstra.State.Layout;

namespace Okstra.Engine.Scheduling;

/// <summary>A schedule to be made; paths may be relative to the current folder.</summary>
public sealed record ScheduleRequest
{
    /// <summary>The planning report or its data document; null takes the newest of the task.</summary>
    public string? PlanPath { get; init; }

    public TaskLayout? Task { get; init; }

    /// <summary>Text by heading: Scope, Assumptions, Notes.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Texts { get; init; } = [];

    /// <summary>File to write; null writes none.</summary>
    public string? Out { get; init; }

    /// <summary>Registered project, for short keys.</summary>
    public string? ProjectId { get; init; }

    internal TaskKey? KeyOf(string taskKey) => TaskKey.TryParse(taskKey, ProjectId, out var key, out _) ? key : null;
}
