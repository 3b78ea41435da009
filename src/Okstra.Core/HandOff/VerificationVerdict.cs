namespace Okstra.Core.HandOff;

/// <summary>What the data document of a verification says about hand-off (R-OPN-30); members that are absent are null.</summary>
public sealed record VerificationVerdict
{
    public const string WholeTask = "whole-task";
    public const string SingleStage = "single-stage";

    /// <summary>The only routing a single stage may lead to besides none (R-CON-29).</summary>
    public const string StageGroupRouting = "release-handoff(stage-group)";

    private const string WholeTaskRouting = "release-handoff";

    public string? TaskKey { get; init; }

    public required string Verdict { get; init; }

    public required string Scope { get; init; }

    /// <summary>From 1.</summary>
    public int? Stage { get; init; }

    /// <summary>The commit that was verified.</summary>
    public string? HeadSha { get; init; }

    public string? Routing { get; init; }

    /// <summary>Why it does not accept that stage at that commit; null when it does.</summary>
    /// <param name="stage">From 1.</param>
    /// <param name="headSha">The stage's recorded head, full id.</param>
    public string? Refusal(int stage, string headSha) => this switch
    {
        { Verdict: not HandOffEligibility.Accepted } => $"its verdict is '{Verdict}', not '{HandOffEligibility.Accepted}'",
        { Scope: WholeTask } => null,
        { Scope: not SingleStage } => $"its scope is '{Scope}'; valid are '{SingleStage}' and '{WholeTask}'",
        { Stage: null } => $"its scope is '{SingleStage}' and it names no stage",
        { Stage: { } other } when other != stage => $"it is about stage {other}, not stage {stage}",
        { HeadSha: { Length: > 0 } commit } when !commit.Equals(headSha, StringComparison.OrdinalIgnoreCase) => $"it verified commit {commit}, but the recorded head of stage {stage} is {headSha}",
        { Routing: WholeTaskRouting } => $"it verifies one stage and routes to '{WholeTaskRouting}', which takes a verification of the whole task; a stage leads to '{StageGroupRouting}' at most",
        _ => null,
    };
}
