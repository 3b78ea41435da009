using System.Text.RegularExpressions;
using Okstra.Core.Tasks;

namespace Okstra.Core.Stages;

/// <summary>Whether a planning report carries the user's approval in one of its accepted forms (R-OPN-51).</summary>
public static partial class PlanApproval
{
    /// <summary>For messages.</summary>
    public const string Forms = "'approved: true' in the frontmatter, a line '- [x] Approved', a line 'APPROVED', or a line 'User Approval: APPROVED' (or granted, or yes)";

    // ---                          - [x] Approved
    // approved: true         or    APPROVED: looks good
    // ---                          User Approval: granted
    public static bool IsGiven(string markdown)
    {
        var block = FrontMatterBlock.Parse(markdown);
        return string.Equals(block.First("approved"), "true", StringComparison.OrdinalIgnoreCase) || Mark().IsMatch(markdown[block.BodyStart..]);
    }

    [GeneratedRegex(@"^[ \t]*(?:[-*+][ \t]+)?(APPROVED([ \t]|:|\r?$)|\[x\][ \t]*Approved|User[ \t]+Approval[ \t]*:[ \t]*(APPROVED|granted|yes))", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
