namespace Okstra.Core.Briefs;

/// <summary>Holds a brief against its form, the files it names and the authority rule. Pure; rules are listed in docs/guides/briefs.md.</summary>
public static class BriefLinter
{
    /// <summary>In the order of their places.</summary>
    public static IReadOnlyList<BriefIssue> Check(BriefPage page, BriefSituation situation)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(situation);
        IEnumerable<BriefIssue> issues =
        [
            .. FrontMatterRules.Check(page, situation),
            .. TokenRules.Check(page),
            .. SectionRules.Check(page, situation),
            .. ReferenceRules.Check(page, situation),
            .. AuthorityRules.Check(page, situation.Form),
        ];
        return [.. issues.OrderBy(issue => issue.Line).ThenBy(issue => issue.Column).ThenBy(issue => issue.Id, StringComparer.Ordinal)];
    }
}
