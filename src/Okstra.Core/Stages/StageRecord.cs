namespace Okstra.Core.Stages;

/// <summary>Where one stage stands: the fold of its events (R-OPN-26).</summary>
public sealed record StageRecord
{
    /// <summary>From 1.</summary>
    public required int Stage { get; init; }

    /// <summary>Full id; what the stage's commits are counted from.</summary>
    public required string BaseSha { get; init; }

    /// <summary>Without <c>refs/heads/</c>.</summary>
    public required string Branch { get; init; }

    /// <summary>Absolute.</summary>
    public required string RunDir { get; init; }

    /// <summary>Full id; null while the stage is under way.</summary>
    public string? HeadSha { get; init; }

    /// <summary>What names the head when a correction took it from somewhere else than the stage branch; null otherwise.</summary>
    public string? FoundUnder { get; init; }

    public bool IsDone => HeadSha is not null;

    /// <summary>The last verification, whichever commit it was about.</summary>
    public ConsumerEvent.Verified? LastVerified { get; init; }

    /// <summary>The pull request it went out in; null when in none.</summary>
    public ConsumerEvent.Pr? PullRequest { get; init; }

    /// <summary>The last verification accepted exactly the recorded head.</summary>
    public bool IsAccepted => HeadSha is not null && LastVerified is { Verdict: "accepted" } verified && verified.HeadSha == HeadSha;
}
