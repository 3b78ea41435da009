using Okstra.Core.Tasks;

namespace Okstra.Engine.Reconciling;

/// <summary>What git-reconcile is asked to do; nothing of the lower part = look only (R-CLI-067).</summary>
public sealed record ReconcileRequest
{
    public required TaskKey Task { get; init; }

    /// <summary>Absolute.</summary>
    public required string PlanRunRoot { get; init; }

    /// <summary>Absolute.</summary>
    public required string ProjectRoot { get; init; }

    /// <summary>Said explicitly.</summary>
    public bool Check { get; init; }

    /// <summary>Correct everything that is provable.</summary>
    public bool Apply { get; init; }

    /// <summary>The stage <see cref="UseRef"/> is for.</summary>
    public int? Stage { get; init; }

    /// <summary>Commit, branch or tag the user chose (R-WT-54).</summary>
    public string? UseRef { get; init; }

    /// <summary>Where the anchor shall be.</summary>
    public string? ResetAnchor { get; init; }
}
