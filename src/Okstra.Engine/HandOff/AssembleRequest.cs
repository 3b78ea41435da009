using Okstra.Core.Tasks;

namespace Okstra.Engine.HandOff;

/// <summary>What shall be gathered on a branch of its own (R-CLI-074).</summary>
public sealed record AssembleRequest
{
    public required string PlanRunRoot { get; init; }

    public required string ApprovedPlan { get; init; }

    /// <summary>Absolute.</summary>
    public required string ProjectRoot { get; init; }

    public required TaskKey Key { get; init; }

    /// <summary>Decides the prefix of the branch (R-WT-62).</summary>
    public required string WorkCategory { get; init; }

    /// <summary>Ascending.</summary>
    public required IReadOnlyList<int> Stages { get; init; }

    /// <summary>Branch the pull request will go to.</summary>
    public required string Base { get; init; }
}
