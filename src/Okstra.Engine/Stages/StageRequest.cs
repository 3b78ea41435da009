using Okstra.Core.Stages;
using Okstra.Core.Tasks;

namespace Okstra.Engine.Stages;

/// <summary>Which stage of which plan is to be prepared.</summary>
public sealed record StageRequest
{
    public required TaskKey Task { get; init; }

    /// <summary>Absolute.</summary>
    public required string ProjectRoot { get; init; }

    /// <summary>The approved planning report: its Markdown or its data document.</summary>
    public required string ApprovedPlan { get; init; }

    /// <summary><c>auto</c> or a number.</summary>
    public string Stage { get; init; } = StageChoice.Auto;

    public string? WorkCategory { get; init; }

    /// <summary>Task-type the worktree is for.</summary>
    public TaskType Phase { get; init; } = TaskType.Implementation;
}
