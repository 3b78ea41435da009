using System.Text.Json;
using Okstra.Core.Approvals;

namespace Okstra.Core.Tests.Approvals;

public sealed class PlanContentTests
{
    private const string Report = "---\ntaskKey: a:b:c\napproved: false\n---\n\n# Plan\n\n## User Approval Request (사용자 승인 게이트)\n\nTick it.\n\n- [ ] Approved\n\n## 4.5.4 Steps\n\n| 1 | go |\n```\n# no heading\n```\n\n## 7. Follow-up\n\nnone\n";

    [Theory]
    [InlineData("approved: false", "approved: true\napprovedBy: Ada")]
    [InlineData("- [ ] Approved", "- [X] approved by Ada\n- 승인 일시 (CLI ack): 2026 — recorded by `okstra --approve`")]
    [InlineData("- [ ] Approved\n", "User Approval: granted\n\n\n")]
    [InlineData("\n", "\r\n")]
    [InlineData("| 1 | go |", "| 1 | go | \t")]
    [InlineData("none\n", "none\n\nAPPROVED\n")]
    public void An_approval_and_white_space_are_no_part_of_it(string from, string to) => Assert.Equal(Parts(Report), Parts(Report.Replace(from, to, StringComparison.Ordinal)));

    [Theory]
    [InlineData("taskKey: a:b:c", "taskKey: a:b:d", "frontmatter")]
    [InlineData("| 1 | go |", "| 1 | stop |", "4.5.4 Steps")]
    [InlineData("# no heading", "# Some heading", "4.5.4 Steps")]
    [InlineData("Tick it.", "Tick it or not.", "User Approval Request (사용자 승인 게이트)")]
    [InlineData("none\n", "none\nAPPROVED: and drop the tables\n", "7. Follow-up")]
    [InlineData("# Plan\n", "Hm.\n# Plan\n", "before the first heading")]
    public void A_change_of_the_plan_is_found_in_its_section(string from, string to, string section) =>
        Assert.Equal(section, Assert.Single(Parts(Report.Replace(from, to, StringComparison.Ordinal)).Except(Parts(Report))).Name);

    [Fact]
    public void The_plan_of_the_data_document_belongs_to_it_and_its_layout_does_not()
    {
        var before = Parts(Report, """{ "title": "x", "plan": { "stages": [{ "stage": 1, "title": "a" }], "steps": [] } }""");

        Assert.Equal(before, Parts(Report, """{"plan":{"steps":[],"stages":[{"title":"a","stage":1}]},"title":"y"}"""));
        Assert.Equal("data: plan.stages", Assert.Single(Parts(Report, """{ "plan": { "stages": [{ "stage": 2, "title": "a" }], "steps": [] } }""").Except(before)).Name);
    }

    [Fact]
    public void Equal_headings_are_told_apart() => Assert.Equal(["before the first heading", "A", "A (2)"], Parts("# A\nx\n# A\ny\n").Select(part => part.Name));

    private static IReadOnlyList<PlanPart> Parts(string markdown, string data = "{}")
    {
        using var json = JsonDocument.Parse(data);
        return PlanContent.Of(markdown, json.RootElement);
    }
}
