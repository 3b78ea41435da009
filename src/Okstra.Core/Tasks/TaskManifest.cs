using System.Text.Json;
using System.Text.Json.Serialization;

namespace Okstra.Core.Tasks;

/// <summary><c>task-manifest.json</c> (R-LAY-67, R-OPN-18); members it does not know are kept.</summary>
/// <remarks>A member with a default has a setter: generated readers overwrite the default of an init-only member that is absent.</remarks>
public sealed record TaskManifest
{
    public int SchemaVersion { get; set; } = 1;

    public required string TaskKey { get; init; }

    /// <summary>Task-type token of the latest run; empty for a task nobody ran yet.</summary>
    public string TaskType { get; set; } = "";

    public string ProjectId { get; set; } = "";

    public string TaskGroup { get; set; } = "";

    public string TaskId { get; set; } = "";

    public string Title { get; set; } = "";

    /// <summary>Tickets the brief names; empty falls back to the task id.</summary>
    public IReadOnlyList<string> TicketIds { get; set; } = [];

    public string? WorkCategory { get; init; }

    /// <summary>Absolute.</summary>
    public string? BriefPath { get; init; }

    /// <summary>Task keys.</summary>
    public IReadOnlyList<string> RelatedTasks { get; set; } = [];

    /// <summary>UTC, ISO-8601 with seconds.</summary>
    public string CreatedAt { get; set; } = "";

    public string UpdatedAt { get; set; } = "";

    public string CurrentStatus { get; set; } = "todo";

    public WorkStatus WorkStatus { get; init; }

    public string LatestRunStatus { get; set; } = "";

    public string? LatestReportPath { get; init; }

    public string? LatestRunManifestPath { get; init; }

    /// <summary>The authoritative pointer to the resume script (R-LAY-40).</summary>
    public string? LatestResumeCommandPath { get; init; }

    /// <summary>Roster ids of the latest run (R-CON-44).</summary>
    public IReadOnlyList<string> RecommendedWorkers { get; set; } = [];

    public ResultContract ResultContract { get; set; } = new([]);

    public ConvergenceSettings Convergence { get; set; } = new();

    /// <summary>Caps of every run of the task, written by hand; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Usage.Budgets.BudgetSettings? Budgets { get; init; }

    public WorkflowState? Workflow { get; init; }

    public string? ParentTaskKey { get; init; }

    public string? FollowUpOrigin { get; init; }

    /// <summary><c>P0</c>, <c>P1</c> or <c>P2</c>; only a follow-up has one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Priority { get; init; }

    /// <summary>Task-type token a follow-up should begin with.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SuggestedTaskType { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
