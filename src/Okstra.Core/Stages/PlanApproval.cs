using Okstra.Core.Approvals;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Core.Stages;

/// <summary>Whether a planning report carries the user's approval in one of its accepted forms (R-OPN-51).</summary>
public static class PlanApproval
{
    /// <summary>For messages.</summary>
    public const string Forms = "'approved: true' in the frontmatter, a line '- [x] Approved', a line 'APPROVED', or a line 'User Approval: APPROVED' (or granted, or yes)";

    public static bool IsGiven(string markdown) => Read(markdown, rendered: null).IsGiven;

    // ---                          - [x] Approved
    // approved: true         or    APPROVED: looks good
    // ---                          User Approval: granted
    /// <param name="markdown">As it is on disk.</param>
    /// <param name="rendered">As okstra rendered it: what agents wrote there approves nothing. Null when that is unknown.</param>
    public static ApprovalReading Read(string markdown, string? rendered)
    {
        var block = FrontMatterBlock.Parse(markdown);
        var own = ExactLines.Of(rendered ?? "").Select(line => line.Text.TrimEnd()).ToHashSet(StringComparer.Ordinal);
        var written = ExactLines.Of(markdown[block.BodyStart..]).Select(line => line.Text.TrimEnd().TrimStart('\uFEFF')).ToList();
        var users = written.Where(line => !own.Contains(line)).ToList();
        var boxes = written.Where(ApprovalLines.IsBox).ToList();
        return new ApprovalReading(
            block.First("approved")?.ToUpperInvariant() switch { "TRUE" => true, "FALSE" => false, _ => null },
            users.Exists(ApprovalLines.IsTicked) ? true : boxes.Count > 0 ? false : null,
            users.Exists(line => ApprovalLines.IsMark(line) && !ApprovalLines.IsBox(line)),
            users.Find(ApprovalLines.IsInformal)?.Trim());
    }
}
