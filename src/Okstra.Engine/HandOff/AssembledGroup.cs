using Okstra.Core.HandOff;

namespace Okstra.Engine.HandOff;

/// <summary>Stages gathered on one branch (R-OPN-40).</summary>
public sealed record AssembledGroup
{
    public required string GroupId { get; init; }

    /// <summary>Without <c>refs/heads/</c>.</summary>
    public required string Branch { get; init; }

    /// <summary>Absolute.</summary>
    public required string WorktreePath { get; init; }

    /// <summary>The base branch as git names it: <c>origin/main</c> or <c>main</c>.</summary>
    public required string Base { get; init; }

    /// <summary>Full id.</summary>
    public required string BaseSha { get; init; }

    /// <summary>In the order they were merged.</summary>
    public required IReadOnlyList<MergedStage> Merged { get; init; }

    /// <summary>Full id of the branch's tip.</summary>
    public required string HeadSha { get; init; }
}
