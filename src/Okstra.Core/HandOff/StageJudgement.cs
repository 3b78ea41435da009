namespace Okstra.Core.HandOff;

/// <summary>Whether one stage may be handed off, and why not (R-OPN-39).</summary>
public sealed record StageJudgement
{
    /// <summary>From 1.</summary>
    public required int Stage { get; init; }

    public required bool Eligible { get; init; }

    /// <summary>Why not, in plain words; empty when eligible.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Null while nobody started the stage.</summary>
    public required string? Branch { get; init; }

    /// <summary>Full id; null while the stage is not done.</summary>
    public required string? HeadSha { get; init; }

    public required IReadOnlyList<int> DependsOn { get; init; }

    /// <summary>The last verification, whatever it said; null when there was none.</summary>
    public required StageVerification? Verified { get; init; }

    /// <summary>The pull request the stage is in; null when in none.</summary>
    public required StagePullRequest? Pr { get; init; }
}
