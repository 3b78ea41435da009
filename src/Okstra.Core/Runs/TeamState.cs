using System.Text.Json;
using System.Text.Json.Serialization;

namespace Okstra.Core.Runs;

/// <summary><c>state/team-state-&lt;task-type&gt;-&lt;seq&gt;.json</c> (R-LAY-37, R-OPN-24); members it does not know are kept.</summary>
public sealed record TeamState
{
    public int SchemaVersion { get; set; } = 1;

    public required string TaskKey { get; init; }

    public required string TaskType { get; init; }

    public required string Seq { get; init; }

    public required string TeamName { get; init; }

    public required TeamCreate TeamCreate { get; init; }

    public required TeamLead Lead { get; init; }

    public required IReadOnlyList<TeamWorker> Workers { get; init; }

    public required WorktreeBlock Worktree { get; init; }

    public UsageSummary UsageSummary { get; set; } = new();

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
