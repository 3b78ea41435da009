namespace Okstra.Core.Workers;

/// <summary>Which wire contract a dispatch answers.</summary>
public enum AnswerKind
{
    /// <summary>Round 0: findings.</summary>
    Findings,

    /// <summary>A re-verification round: votes.</summary>
    Votes,

    /// <summary>Report writing: narrative fields.</summary>
    Narrative,

    /// <summary>The lead's grouping of the findings of round 0.</summary>
    Groups,
}
