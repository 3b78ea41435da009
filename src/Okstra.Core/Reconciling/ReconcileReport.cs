using System.Text.Json.Serialization;

namespace Okstra.Core.Reconciling;

/// <summary>Answer of git-reconcile (R-OPN-37).</summary>
public sealed record ReconcileReport
{
    /// <summary>Nothing waits for the user.</summary>
    public bool Ok => Remaining == 0;

    public required AnchorState Anchor { get; init; }

    /// <summary>Finished stages by number, as they stand after what was applied.</summary>
    public required IReadOnlyList<StageState> Stages { get; init; }

    public IReadOnlyList<Correction> Applied { get; init; } = [];

    /// <summary>Decisions that wait for the user: <c>confirm</c> items, and the anchor when it is unresolvable.</summary>
    public int Remaining => Stages.Count(stage => stage.Kind == ReconcileKind.Confirm) + (Anchor.Status == ReconcileKind.Unresolvable ? 1 : 0);

    /// <summary>What was asked for and was not necessary.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }
}
