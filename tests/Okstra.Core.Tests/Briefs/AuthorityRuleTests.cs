using Okstra.Core.Briefs;

namespace Okstra.Core.Tests.Briefs;

/// <summary>What an estimate may count, and what a brief may not decide.</summary>
public sealed class AuthorityRuleTests
{
    [Theory]
    [InlineData("Estimate: 3 days plus 2 weeks for legal review", "BRF-040", "legal review")]
    [InlineData("effort 4h, then approval", "BRF-040", "approval")]
    [InlineData("공수 3일 + 결재 2일", "BRF-040", "결재")]
    [InlineData("Effort: done by 2026-03-01", "BRF-041", "2026-03-01")]
    [InlineData("estimate: ready next week", "BRF-041", "next week")]
    [InlineData("Estimate: March 3", "BRF-041", "March 3")]
    [InlineData("effort: 2 days, assigned to the backend", "BRF-042", "assigned to")]
    [InlineData("Effort: 3 person-days", "BRF-042", "3 person")]
    [InlineData("ETA 2h for @ada", "BRF-042", "@ada")]
    public void An_estimate_counts_no_permission_and_names_no_date_and_nobody(string line, string id, string words)
    {
        var found = Assert.Single(AuthorityRule.InEstimate(line, isEstimate: false));

        Assert.Equal((id, words), (found.Id, found.Words));
        Assert.Equal(words, line.Substring(line.IndexOf(words, StringComparison.Ordinal), words.Length));
    }

    [Theory]
    [InlineData("Estimate: 3 days")]
    [InlineData("공수 3일")]
    [InlineData("The session times out after 30 minutes without permission.")]
    [InlineData("Since 2026-03-01 the total is wrong.")]
    [InlineData("Legal review of the text is open until the end of the month.")]
    [InlineData("Effort: permission checks in two places")]
    [InlineData("The owner of a cart sees the wrong total.")]
    public void Effort_alone_and_facts_that_are_no_estimates_pass(string line) => Assert.Empty(AuthorityRule.InEstimate(line, isEstimate: false));

    [Theory]
    [InlineData("Ada does stage 2", "BRF-042")]
    [InlineData("stage 2 by Grace", "BRF-042")]
    [InlineData("waiting for the nightly build", "BRF-040")]
    [InlineData("ready on Friday", "BRF-041")]
    public void Where_everything_is_an_estimate_names_and_waiting_are_seen_too(string line, string id)
    {
        Assert.Equal(id, Assert.Single(AuthorityRule.InEstimate(line, isEstimate: true)).Id);
        Assert.Empty(AuthorityRule.InEstimate(line, isEstimate: false));
    }

    [Theory]
    [InlineData("- [x] Approved", "BRF-044")]
    [InlineData("APPROVED: looks good", "BRF-044")]
    [InlineData("The plan is approved, start.", "BRF-044")]
    [InlineData("LGTM", "BRF-044")]
    [InlineData("Skip the planning phase.", "BRF-045")]
    [InlineData("Then go straight to implementation.", "BRF-045")]
    [InlineData("Afterwards proceed to the next step.", "BRF-045")]
    [InlineData("원인을 찾고 다음 단계 진행해", "BRF-045")]
    public void A_brief_approves_nothing_and_orders_no_other_phase(string line, string id) => Assert.Equal(id, Assert.Single(Check($"# T\n## Goal\n{line}\n"), issue => issue.Level == BriefLevel.Error).Id);

    [Theory]
    [InlineData("The plan is not approved yet.")]
    [InlineData("Do not skip the planning phase.")]
    [InlineData("- [ ] Approved")]
    [InlineData("> LGTM, wrote the reviewer")]
    [InlineData("Users log in without verification of their address.")]
    [InlineData("- Approved by QA? No.")]
    [InlineData("Refunds approved by the service desk are lost.")]
    [InlineData("Continue with planning of taxes is not part of it.")]
    [InlineData("- proceed to payment works for guests")]
    [InlineData("Go to the next page after paying.")]
    [InlineData("I move to the next step of the checkout and see nothing.")]
    public void Saying_the_opposite_or_quoting_somebody_passes(string line) => Assert.DoesNotContain(Check($"# T\n## Goal\nx\n{line}\n"), issue => issue.Level == BriefLevel.Error);

    [Fact]
    public void A_permission_on_a_list_is_a_warning_and_a_fact_under_constraints_is_none()
    {
        var issue = Assert.Single(Check("# T\n## Goal\nx\n## Open questions\n- Do we have permissions for the table?\n"), issue => issue.Id.StartsWith("BRF-04", StringComparison.Ordinal));

        Assert.Equal(("BRF-043", BriefLevel.Warning, 5, 9), (issue.Id, issue.Level, issue.Line, issue.Column));
        Assert.DoesNotContain(Check("# T\n## Goal\nx\n## Open questions\n- Does the API need a permission model?\n- Who approves refunds?\n"), found => found.Id.StartsWith("BRF-04", StringComparison.Ordinal));
        Assert.DoesNotContain(Check("# T\n## Goal\nx\n## Constraints\n- We have no permissions for the table.\n"), found => found.Id.StartsWith("BRF-04", StringComparison.Ordinal));
    }

    private static IReadOnlyList<BriefIssue> Check(string text) =>
        BriefLinter.Check(BriefPage.Parse(text), new BriefSituation { Form = BriefForms.Named("requirements-discovery")!, Template = BriefPage.Parse("# Task brief\n") });
}
