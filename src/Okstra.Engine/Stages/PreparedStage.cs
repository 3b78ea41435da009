using Okstra.Core.Reconciling;
using Okstra.Core.Stages;

namespace Okstra.Engine.Stages;

/// <summary>A stage that can be worked on.</summary>
public sealed record PreparedStage
{
    public required PlannedStage Stage { get; init; }

    public required ApprovedPlan Plan { get; init; }

    /// <summary>Full id of the commit all stages of the plan are based on.</summary>
    public required string Anchor { get; init; }

    /// <summary>Full id of the commit the stage branch began at.</summary>
    public required string BaseSha { get; init; }

    public required string Branch { get; init; }

    /// <summary>Absolute.</summary>
    public required string WorktreePath { get; init; }

    /// <summary>Absolute.</summary>
    public required string RunDir { get; init; }

    /// <summary>The stage was under way already; nothing was recorded anew.</summary>
    public required bool IsResumed { get; init; }

    /// <summary>Other stages runs of this task are busy with, ascending (R-OPN-59).</summary>
    public required IReadOnlyList<int> ConcurrentStages { get; init; }

    /// <summary>Records that were brought in line with the git history on the way.</summary>
    public required IReadOnlyList<Correction> Reconciled { get; init; }

    /// <summary>What provisioning said.</summary>
    public required string Note { get; init; }

    /// <summary>Value of the label <c>okstra concurrent-run stages:</c>; null without concurrent runs.</summary>
    public string? ConcurrentLabel => ConcurrentStages.Count == 0 ? null : string.Join(',', ConcurrentStages);
}
