using System.Text.Json;
using System.Text.Json.Serialization;

namespace Okstra.Core.Worktrees;

/// <summary><c>~/.okstra/worktrees/registry.json</c>: which worktree and branch belong to which task, for the whole machine (R-LAY-49, R-LAY-55).</summary>
public sealed record RegistryDocument
{
    public const int Schema = 1;

    [JsonPropertyName("schemaVersion")]
    public int SchemaVersion { get; set; } = Schema;

    /// <summary>Row key to row.</summary>
    [JsonPropertyName("tasks")]
    public IReadOnlyDictionary<string, WorktreeRow> Tasks { get; set; } = new SortedDictionary<string, WorktreeRow>(StringComparer.Ordinal);

    /// <summary>Branch to the key that owns it; only owners that are not released.</summary>
    [JsonPropertyName("branches")]
    public IReadOnlyDictionary<string, string> Branches { get; set; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Worktrees that are being made. Ours: without it nobody could finish what a killed process began.</summary>
    [JsonPropertyName("pending")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, PendingWorktree>? Pending { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>False when a member that has to be there is null, which a reader cannot see for itself.</summary>
    [JsonIgnore]
    public bool IsWhole => !Tasks.Values.Contains(null!) && !Branches.Values.Contains(null!) && Pending?.Values.Contains(null!) != true;

    public WorktreeRow? Row(WorktreeKey key) => Tasks.GetValueOrDefault(key.ToString());

    public PendingWorktree? PendingOf(WorktreeKey key) => Pending?.GetValueOrDefault(key.ToString());

    public RegistryDocument WithRow(WorktreeKey key, WorktreeRow row) =>
        this with { Tasks = new SortedDictionary<string, WorktreeRow>(Tasks.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal) { [key.ToString()] = row } };

    public RegistryDocument WithBranch(string branch, string? owner)
    {
        var branches = new SortedDictionary<string, string>(Branches.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        if (owner is null)
        {
            branches.Remove(branch);
        }
        else
        {
            branches[branch] = owner;
        }

        return this with { Branches = branches };
    }

    public RegistryDocument WithPending(WorktreeKey key, PendingWorktree? pending)
    {
        var all = new SortedDictionary<string, PendingWorktree>(Pending?.ToDictionary(StringComparer.Ordinal) ?? [], StringComparer.Ordinal);
        if (pending is null)
        {
            all.Remove(key.ToString());
        }
        else
        {
            all[key.ToString()] = pending;
        }

        return this with { Pending = all.Count == 0 ? null : all };
    }
}
