using System.Text.Json.Serialization;

namespace Okstra.Core.Worktrees;

/// <summary>A worktree that is being made: written before git is called, gone with the reservation; what a killed process leaves is finished by the next one.</summary>
public sealed record PendingWorktree
{
    /// <summary>Absolute.</summary>
    [JsonPropertyName("worktree_path")]
    public required string WorktreePath { get; init; }

    [JsonPropertyName("branch")]
    public required string Branch { get; init; }

    /// <summary>Full commit id.</summary>
    [JsonPropertyName("base_ref")]
    public required string BaseRef { get; init; }

    /// <summary>Common git directory, absolute.</summary>
    [JsonPropertyName("repository")]
    public required string Repository { get; init; }

    /// <summary>Local time.</summary>
    [JsonPropertyName("since")]
    public required string Since { get; init; }
}
