using System.Text.Json.Serialization;

namespace Okstra.Core.Reconciling;

/// <summary>One finished stage in a report of git-reconcile (R-OPN-37).</summary>
public sealed record StageState
{
    public required int Stage { get; init; }

    public required string RecordedSha { get; init; }

    /// <summary><c>ok</c>, <c>auto</c> or <c>confirm</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Why it is a <c>confirm</c>; null otherwise.</summary>
    public required string? Reason { get; init; }

    public required string Branch { get; init; }

    /// <summary>Null when the branch is gone.</summary>
    public required string? BranchTip { get; init; }

    /// <summary>The commit to record instead: proven for <c>auto</c>, recommended for <c>confirm</c> (R-WT-54); null when there is none.</summary>
    public required string? CandidateSha { get; init; }

    /// <summary>What the candidate's commits are counted from; null keeps the recorded base.</summary>
    [JsonIgnore]
    public string? CandidateBase { get; init; }
}
