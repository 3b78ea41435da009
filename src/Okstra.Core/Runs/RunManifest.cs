using System.Text.Json;
using System.Text.Json.Serialization;
using Okstra.Core.Convergence;
using Okstra.Core.Text;
using Okstra.Core.Workers;

namespace Okstra.Core.Runs;

/// <summary><c>manifests/run-manifest-&lt;task-type&gt;-&lt;seq&gt;.json</c> (R-OPN-20); members it does not know are kept.</summary>
public sealed record RunManifest
{
    public int SchemaVersion { get; set; } = 1;

    public required string TaskKey { get; init; }

    public required string TaskType { get; init; }

    /// <summary>The run's number: its manifests seq, three digits.</summary>
    public required string Seq { get; init; }

    public required RunStatus Status { get; init; }

    /// <summary>Stage of an implementation run; null for every other run.</summary>
    public int? Stage { get; init; }

    /// <summary>Why it is blocked or aborted; null otherwise.</summary>
    public string? StatusReason { get; init; }

    /// <summary>UTC, ISO-8601 with seconds.</summary>
    public required string CreatedAt { get; init; }

    public required string UpdatedAt { get; init; }

    public required string ProjectId { get; init; }

    /// <summary>Absolute.</summary>
    public required string ProjectRoot { get; init; }

    public required ReportLanguage Language { get; init; }

    /// <summary>Next counter of each artifact category when the run was prepared (R-CON-17).</summary>
    public required IReadOnlyDictionary<string, string> Sequences { get; init; }

    /// <summary>Artifact name to path relative to the run directory, <c>/</c>-separated.</summary>
    public required IReadOnlyDictionary<string, string> Artifacts { get; init; }

    public required IReadOnlyList<RosterEntry> Roster { get; init; }

    /// <summary>Rostered workers that cannot run here, with the reason of their <c>not-run</c>.</summary>
    public required IReadOnlyDictionary<string, string> Unavailable { get; init; }

    /// <summary>Null, or why the default roster was replaced by the built-in auditors.</summary>
    public string? RosterNote { get; init; }

    public required RunModels Models { get; init; }

    public required WorktreeBlock Worktree { get; init; }

    public required FrozenInputs Inputs { get; init; }

    public required ConvergenceConfig Convergence { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
