using System.Text.Json;
using System.Text.Json.Serialization;

namespace Okstra.Core.Worktrees;

/// <summary>One worktree in the registry (R-LAY-50); rows of older versions lack the newer keys, members it does not know are kept.</summary>
/// <remarks>A member with a default has a setter: generated readers overwrite the default of an init-only member that is absent.</remarks>
public sealed record WorktreeRow
{
    public const string Active = "active";
    public const string Released = "released";

    [JsonPropertyName("project_id")]
    public required string ProjectId { get; init; }

    [JsonPropertyName("task_group")]
    public required string TaskGroup { get; init; }

    [JsonPropertyName("task_id")]
    public required string TaskId { get; init; }

    /// <summary>Absolute.</summary>
    [JsonPropertyName("worktree_path")]
    public required string WorktreePath { get; init; }

    /// <summary>Without <c>refs/heads/</c>.</summary>
    [JsonPropertyName("branch")]
    public required string Branch { get; init; }

    /// <summary>Full commit id the branch began at.</summary>
    [JsonPropertyName("base_ref")]
    public required string BaseRef { get; init; }

    /// <summary>Local time, <c>%Y-%m-%dT%H:%M:%S%z</c> (R-LAY-52).</summary>
    [JsonPropertyName("created_at")]
    public string CreatedAt { get; set; } = "";

    /// <summary>Task-type of the last run that used it.</summary>
    [JsonPropertyName("last_phase")]
    public string LastPhase { get; set; } = "";

    /// <summary><c>active</c> or <c>released</c> (R-CON-57); a missing one counts as active.</summary>
    [JsonPropertyName("status")]
    public string Status { get; set; } = Active;

    [JsonPropertyName("stage")]
    public int? Stage { get; set; }

    /// <summary>Stages of a group row, ascending.</summary>
    [JsonPropertyName("stages")]
    public IReadOnlyList<int>? Stages { get; set; }

    /// <summary>The anchor: commit all stages of a plan are based on (R-CON-22); only on task rows, empty when not set.</summary>
    [JsonPropertyName("implementation_base_commit")]
    public string ImplementationBaseCommit { get; set; } = "";

    /// <summary>Common git directory of the repository, absolute; empty in rows of older versions. Ours: two clones may share a project id.</summary>
    [JsonPropertyName("repository")]
    public string Repository { get; set; } = "";

    /// <summary>Sync directories that were linked into it. Ours: they are not the task's work.</summary>
    [JsonPropertyName("links")]
    public IReadOnlyList<string> Links { get; set; } = [];

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    [JsonIgnore]
    public bool IsReleased => Status == Released;
}
