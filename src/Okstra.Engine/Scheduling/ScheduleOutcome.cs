using Okstra.Core.Scheduling;

namespace Okstra.Engine.Scheduling;

/// <summary>A schedule that was made; <c>okstra schedule --json</c>.</summary>
/// <param name="Plan">Path of the planning report, absolute.</param>
/// <param name="Approved">It carries its user's approval; an unapproved plan may still change.</param>
/// <param name="Schedule">Effort and order.</param>
/// <param name="Out">File that was written, absolute; null when none was asked for.</param>
public sealed record ScheduleOutcome(string Plan, bool Approved, Schedule Schedule, string? Out)
{
    /// <summary>The document, rendered from the schedule template.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Markdown { get; init; } = "";
}
