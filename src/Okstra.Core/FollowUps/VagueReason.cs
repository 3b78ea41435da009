using System.Text.RegularExpressions;

namespace Okstra.Core.FollowUps;

/// <summary>Grounds that say nothing about the work: lack of time, later, to be done (R-REP-59).</summary>
public static partial class VagueReason
{
    /// <summary>Fewer letters than this cannot name a ground.</summary>
    private const int FewestLetters = 8;

    public static bool Is(string reason) => Phrases().Replace(reason, " ").Count(char.IsLetterOrDigit) < FewestLetters;

    [GeneratedRegex(
        @"\b(due to|because of|because|there (is|was)|we|i|it|was|is|ran|run|running|had|have|the|a|an|this|in|for|of|to|do|be|will)\b"
        + @"|\b(lack of time|not enough time|no time( left)?|out of time|short on time|time (constraints?|pressure|limit|budget|reasons?|ran out)|deadline|limited time|insufficient time|time)\b"
        + @"|\b(later|next time|not now|postponed?|deferred|future( work)?|eventually|someday|tbd|todo|to be (decided|done|determined)|n/?a|none|misc|various|other|not (important|urgent|needed)|low priority|nice to have|improve(ments?)?|cleanup|clean up)\b"
        + @"|시간(이|상)? ?(부족|없|제약)[가-힣]*|시간 관계상|나중에?|추후[가-힣]*|이후에?|다음에?|진행( ?예정)?|예정|필요 ?시|기타|없음|미정|보류|하기로|때문에|함|합니다",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Phrases();
}
