using System.Text.RegularExpressions;

namespace Okstra.Core.Briefs;

/// <summary>The authority rule as code: an estimate is engineering effort, so it counts no permissions and no waiting, and names no dates and no people (R-CON-68, R-CON-69, R-PHS-120).</summary>
public static partial class AuthorityRule
{
    private const RegexOptions Plain = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;
    private const int NegationReach = 14;

    /// <param name="line">A line of text.</param>
    /// <param name="isEstimate">Where it stands everything is an estimate; otherwise the line has to call itself one.</param>
    public static IReadOnlyList<AuthorityFinding> InEstimate(string line, bool isEstimate)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (!isEstimate && !EstimateWord().IsMatch(line))
        {
            return [];
        }

        var found = new List<AuthorityFinding>();
        if (First(OutsideWord(), line) is { } outside)
        {
            found.Add(new AuthorityFinding("BRF-040", outside.Index + 1, outside.Value, $"an estimate is engineering effort only; '{outside.Value}' counts as given and takes no time", "estimate the engineering work alone"));
        }
        else if ((isEstimate || Duration().IsMatch(line)) && First(Waiting(), line) is { } waiting)
        {
            found.Add(new AuthorityFinding("BRF-040", waiting.Index + 1, waiting.Value, $"an estimate is engineering effort only; '{waiting.Value}' is no work", "estimate the engineering work alone"));
        }

        if (First(Date(), line) is { } date)
        {
            found.Add(new AuthorityFinding("BRF-041", date.Index + 1, date.Value, $"an estimate names no calendar dates, but this one says '{date.Value}'", "give effort in minutes, hours or days; a fixed date of the outside world belongs under '## Constraints'"));
        }

        if ((First(Person(), line) ?? (isEstimate ? First(Named(), line) : null)) is { } person)
        {
            found.Add(new AuthorityFinding("BRF-042", person.Index + 1, person.Value.Trim(), $"an estimate names no people, but this one says '{person.Value.Trim()}'", "say what is done, not who does it"));
        }

        return found;
    }

    /// <summary>A permission, sign-off or outside party on the line; null without one.</summary>
    public static AuthorityFinding? Permission(string line) => First(ListedWord(), line) is { } match ? new AuthorityFinding("BRF-043", match.Index + 1, match.Value, "", "") : null;

    /// <summary>One of the marks a plan is approved with.</summary>
    public static bool IsApprovalMark(string line) => Mark().IsMatch(line);

    /// <summary>Column of words that claim an approval.</summary>
    public static int? ApprovalClaim(string line) => First(Claim(), line) is { } match && !IsNegated(line, match.Index) ? match.Index + 1 : null;

    /// <summary>Words that order another phase, or one to be left out.</summary>
    public static AuthorityFinding? PhaseOrder(string line) => First(Order(), line) is { } match && !IsNegated(line, match.Index) ? new AuthorityFinding("BRF-045", match.Index + 1, match.Value.TrimEnd('.', ',', ';', '!'), "", "") : null;

    /// <summary><c>approved: true</c>.</summary>
    public static bool IsApprovedKey(string line) => ApprovedKey().IsMatch(line);

    private static Match? First(Regex pattern, string line) => pattern.Match(line) is { Success: true } match ? match : null;

    private static bool IsNegated(string line, int index) => Negation().IsMatch(line[Math.Max(0, index - NegationReach)..index]);

    [GeneratedRegex(@"\b(estimate[sd]?|estimation|effort|eta)\b|공수|예상 ?(소요|시간|일정|기간)|소요 ?(시간|일|기간)", Plain)]
    private static partial Regex EstimateWord();

    [GeneratedRegex(@"\b[0-9]+([.,][0-9]+)?[ -]*(m|min|mins|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|months?|sprints?)\b|[0-9]+ ?(분|시간|일|주|개월)", Plain)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\b(approvals?|sign[- ]?offs?|(have|get|obtain|request|ask for|missing|wait for) (the |a |any )?(permissions?|access|rights)|access (requests?|rights|grants?)|check that access exists|IAM|role assignments?|legal (review|check|team)|compliance|security review|vendor coordination|procurement|third[- ]party access)\b|결재|권한 ?(요청|신청|부여|승인|대기)|법무|컴플라이언스|보안 ?(검토|심사)|승인 ?(대기|절차|필요)", Plain)]
    private static partial Regex OutsideWord();

    [GeneratedRegex(@"\b((have|get|obtain|need|request|ask for|missing|pending|outstanding|external|management) (the |a |any )?(permissions?|access|rights|approvals?) ?(for|to|from|of|by|[.,;?!]|$)|sign[- ]?offs?|access (requests?|rights|grants?)|check that access exists|IAM|legal (review|check|team)|security review|vendor coordination|procurement|third[- ]party access)|결재|권한 ?(요청|신청|부여|승인|대기)|법무|보안 ?(검토|심사)|승인 ?(대기|절차|필요)", Plain)]
    private static partial Regex ListedWord();

    [GeneratedRegex(@"\b(waits?|waiting|idle|queue(d|ing)?|lead time|turnaround|blocked by)\b|대기", Plain)]
    private static partial Regex Waiting();

    [GeneratedRegex(@"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b|\b[0-9]{1,2}[./][0-9]{1,2}[./]([0-9]{4}|[0-9]{2})\b|\b(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(t|tember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.? [0-9]{1,2}\b|\b[0-9]{1,2}(st|nd|rd|th)?\.? (of )?(jan(uary)?|feb(ruary)?|march|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\b|\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(today|tomorrow|(next|this) (week|month|sprint|quarter))\b|\bQ[1-4]([ /][0-9]{4})?\b|\b(week|kw|cw) ?[0-9]{1,2}\b|[0-9]{1,2}월 ?[0-9]{1,2}일|[월화수목금토일]요일|(다음|이번) ?(주|달)", Plain)]
    private static partial Regex Date();

    [GeneratedRegex(@"(^|[\s(])@[a-z][a-z0-9_\-]+|\b(assigned to|assignees?|owners?|owned by|responsible)\b|\b[0-9]+ (people|persons?|engineers?|developers?|devs?|colleagues?)\b|\b(person|man)[- ](hours?|days?|weeks?|months?)\b|담당|[0-9]+ ?(명|인)\b", Plain)]
    private static partial Regex Person();

    // `Ada does stage 2`, `by Ada Lovelace`: a name in front of a verb of work, or behind `by`.
    [GeneratedRegex(@"\b(?!(It|This|That|Stage|Step|The|Nobody|Everybody|Each|One|Nothing|Work|Who|What|Effort|Group|Plan)\b)[A-Z][a-z]+( [A-Z][a-z]+)? (does|will|takes|handles|owns|implements|reviews|picks up|works on|is on)\b|\bby [A-Z][a-z]+\b|[가-힣]{2,4} ?(님|대리|과장|팀장)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(plan (is|was|has been) (already )?approved|(already|pre)[- ]approved|consider (it|this|the plan) approved|plan approved by|lgtm|go ahead and (implement|merge|ship)|you (may|can) (implement|merge|ship) (it|this) (now|right away))\b|(계획|플랜)[은는이가을를]? ?승인(됨|함|했|되었|완료)", Plain)]
    private static partial Regex Claim();

    [GeneratedRegex(@"\b(skip|bypass|omit|leave out) (the )?(requirements[- ]discovery|error[- ]analysis|implementation[- ]planning|final[- ]verification|release[- ]hand-?off|(planning|analysis|verification|hand-?off|review) (phase|step|run))\b|\b(go|move|proceed|continue|switch|jump|advance)( (straight|directly|right))?( on)? (to|into|with) (the )?(next phase|(requirements[- ]discovery|error[- ]analysis|implementation[- ]planning|final[- ]verification|release[- ]hand-?off)( phase)?)\b|\b(go|move|proceed|continue|switch|jump|advance)( (straight|directly|right))?( on)? (to|into|with) (the )?(implementation|planning|verification|hand-?off)( (phase|now|directly|immediately|afterwards|next|right away))?([.,;!]|$)|\b(go|move|proceed|continue)( on)? (to|with) the next step([.!]|$)|\b(start|begin) (the )?(implementation|planning|verification|hand-?off|implementing|planning) (phase|right away|immediately|now|afterwards)\b|다음 ?단계(로|를)? ?진행|바로 ?구현", Plain)]
    private static partial Regex Order();

    // Capitals make it a mark; `Approved refunds are lost` is a sentence.
    [GeneratedRegex(@"^[ \t]*([-*+][ \t]+)?(\[[xX]\][ \t]*Approved\b|APPROVED([ \t]*:|[ \t]*$)|User Approval[ \t]*:[ \t]*(APPROVED|granted|yes))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\b(not|never|no|without|nobody|don't|cannot|must not)\b|n't", Plain)]
    private static partial Regex Negation();

    [GeneratedRegex(@"^approved[ \t]*:[ \t]*[""']?(true|yes)", Plain)]
    private static partial Regex ApprovedKey();
}
