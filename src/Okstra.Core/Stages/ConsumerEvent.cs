using System.Text.Json.Serialization;

namespace Okstra.Core.Stages;

/// <summary>One line of <c>consumers.jsonl</c> at the plan-run root: what became of a stage of an approved plan (R-LAY-75, R-OPN-26). Never edited by hand.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(Done), "done")]
[JsonDerivedType(typeof(Verified), "verified")]
[JsonDerivedType(typeof(Pr), "pr")]
[JsonDerivedType(typeof(Reconciled), "reconciled")]
public abstract record ConsumerEvent
{
    private ConsumerEvent()
    {
    }

    /// <summary>UTC, ISO-8601 with seconds.</summary>
    public required string At { get; init; }

    /// <summary>A run took the stage up; everything recorded of an earlier attempt no longer counts.</summary>
    /// <param name="Stage">From 1.</param>
    /// <param name="BaseSha">Full id of the commit the stage branch began at.</param>
    /// <param name="Branch">Without <c>refs/heads/</c>.</param>
    /// <param name="RunDir">Run directory of the stage, absolute.</param>
    public sealed record Started(int Stage, string BaseSha, string Branch, string RunDir) : ConsumerEvent;

    /// <summary>The stage's work is committed.</summary>
    /// <param name="Stage">From 1.</param>
    /// <param name="HeadSha">Full id of its last commit.</param>
    public sealed record Done(int Stage, string HeadSha) : ConsumerEvent;

    /// <summary>A verification judged the stage at one commit.</summary>
    /// <param name="Stage">From 1.</param>
    /// <param name="HeadSha">Full id of the commit that was verified.</param>
    /// <param name="ReportPath">Absolute.</param>
    /// <param name="Verdict">Verdict token.</param>
    /// <param name="Scope"><c>whole-task</c> or <c>single-stage</c>.</param>
    public sealed record Verified(int Stage, string HeadSha, string ReportPath, string Verdict, string Scope) : ConsumerEvent;

    /// <summary>Stages went out in one pull request.</summary>
    public sealed record Pr(IReadOnlyList<int> Stages, string Branch, string Url) : ConsumerEvent;

    /// <summary>A recorded head was brought in line with history edited outside okstra.</summary>
    /// <param name="Stage">From 1.</param>
    /// <param name="OldSha">Recorded before.</param>
    /// <param name="NewSha">Recorded from now on.</param>
    /// <param name="Kind"><c>auto</c> (same content) or <c>confirm</c> (the user's choice).</param>
    /// <param name="Ref">What named the new commit.</param>
    public sealed record Reconciled(int Stage, string OldSha, string NewSha, string Kind, string Ref) : ConsumerEvent
    {
        /// <summary>The base of the new commits; null keeps the recorded one. Ours: after a rebase the content lies between other commits.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? NewBase { get; init; }
    }
}
