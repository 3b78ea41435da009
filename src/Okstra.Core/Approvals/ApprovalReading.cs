namespace Okstra.Core.Approvals;

/// <summary>What a planning report says about its approval.</summary>
/// <param name="FrontMatter">Value of <c>approved</c>; null when it is neither true nor false.</param>
/// <param name="Box">Whether the box is ticked; null without one.</param>
/// <param name="Marked">One of the other marks stands there.</param>
/// <param name="Informal">A line that sounds like an approval and is none.</param>
public sealed record ApprovalReading(bool? FrontMatter, bool? Box, bool Marked, string? Informal)
{
    /// <summary>Any form is enough (R-OPN-51).</summary>
    public bool IsGiven => FrontMatter == true || Box == true || Marked;

    /// <summary>One form says yes and another one explicitly no; null when they agree.</summary>
    public string? Contradiction => (FrontMatter, Box) switch
    {
        (true, false) => "the frontmatter says 'approved: true', but the box '- [ ] Approved' is not ticked; the plan counts as approved",
        (false, true) => "the box '- [x] Approved' is ticked, but the frontmatter says 'approved: false'; the plan counts as approved",
        (false, _) when Marked => "a line approves the plan, but the frontmatter says 'approved: false'; the plan counts as approved",
        (_, false) when Marked => "a line approves the plan, but the box '- [ ] Approved' is not ticked; the plan counts as approved",
        _ => null,
    };
}
