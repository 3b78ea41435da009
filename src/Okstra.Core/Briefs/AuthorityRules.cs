namespace Okstra.Core.Briefs;

/// <summary>BRF-040…045: what a brief may not decide. Permission counts as given and lengthens no estimate (R-CON-68, R-CON-69); approvals and phases are not a brief's to give (R-PHS-048, R-CON-72).</summary>
internal static class AuthorityRules
{
    private static readonly string[] EstimateHeadings = ["estimate", "effort", "schedule", "timeline", "공수", "일정"];

    // R-CON-69: the places such items are banned from.
    private static readonly string[] ListHeadings = ["open question", "question", "missing", "additional material", "source material", "risk", "dependenc", "blocker", "acceptance", "rollout"];

    public static IEnumerable<BriefIssue> Check(BriefPage page, BriefForm form)
    {
        foreach (var line in page.FrontMatterLines.Where(line => AuthorityRule.IsApprovedKey(line.Text)))
        {
            yield return Approval(line.Number, 1);
        }

        foreach (var line in page.Body.Where(line => !line.IsCode && !line.Text.TrimStart().StartsWith('>')))
        {
            var heading = page.HeadingAt(line.Number);
            var estimate = EstimateHeadings.Any(word => heading.Contains(word, StringComparison.OrdinalIgnoreCase));
            foreach (var found in AuthorityRule.InEstimate(line.Text, estimate))
            {
                yield return BriefIssue.Error(found.Id, line.Number, found.Column, found.Message, found.Hint);
            }

            if (!estimate && ListHeadings.Any(word => heading.Contains(word, StringComparison.OrdinalIgnoreCase)) && AuthorityRule.Permission(line.Text) is { } permission)
            {
                yield return BriefIssue.Warning("BRF-043", line.Number, permission.Column, $"'{permission.Words}' under '{heading}': every permission counts as given, so it is neither missing nor a risk", "take it out; if it is truly not given, say so as a fact under '## Constraints'");
            }

            if (AuthorityRule.IsApprovalMark(line.Text))
            {
                yield return Approval(line.Number, 1);
            }
            else if (AuthorityRule.ApprovalClaim(line.Text) is { } claim)
            {
                yield return Approval(line.Number, claim);
            }

            if (AuthorityRule.PhaseOrder(line.Text) is { } order)
            {
                yield return BriefIssue.Error("BRF-045", line.Number, order.Column, $"'{order.Words}' orders another phase; a run stays in its own whatever the brief says", $"take it out; another phase begins with okstra run --task-type <phase>, after this {form.Name} run");
            }
        }
    }

    private static BriefIssue Approval(int line, int column) =>
        BriefIssue.Error("BRF-044", line, column, "a brief approves nothing; only the plan's own approval counts", "take it out, and approve the planning report with okstra approve <report>");
}
