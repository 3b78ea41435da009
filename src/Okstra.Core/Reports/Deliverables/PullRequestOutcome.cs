using System.Text.Json.Serialization;

namespace Okstra.Core.Reports.Deliverables;

/// <summary>What became of the pull request: exactly one of four (R-REP-71).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "outcome")]
[JsonDerivedType(typeof(NotRequested), "not-requested")]
[JsonDerivedType(typeof(Created), "created")]
[JsonDerivedType(typeof(Reused), "reused")]
[JsonDerivedType(typeof(Skipped), "skipped")]
public abstract record PullRequestOutcome
{
    private PullRequestOutcome()
    {
    }

    /// <summary>The user chose <c>local only</c> or <c>skip</c>.</summary>
    public sealed record NotRequested : PullRequestOutcome;

    public sealed record Created(string Url, string Title, string Base) : PullRequestOutcome;

    /// <summary>One with the same head was open already.</summary>
    public sealed record Reused(string Url) : PullRequestOutcome;

    public sealed record Skipped(string Reason) : PullRequestOutcome;
}
