using Okstra.Core.Approvals;
using Okstra.Core.Stages;

namespace Okstra.Core.Tests.Approvals;

public sealed class AcknowledgementTests
{
    private const string At = "2026-01-02T03:04:05Z";
    private const string Audit = "- 승인 일시 (CLI ack): 2026-01-02T03:04:05Z — recorded by `okstra --approve`";

    [Fact]
    public void Box_and_frontmatter_are_set_and_the_audit_line_follows_the_box() => Assert.Equal(
        $"---\na: 1\napproved: true\nb: 2\n---\n# P\n\n- [x] Approved\n{Audit}\n\n## 0\n",
        Acknowledgement.Into("---\na: 1\napproved: false\nb: 2\n---\n# P\n\n- [ ] Approved\n\n## 0\n", false, At));

    [Theory]
    [InlineData("---\r\nx: \"é\"\r\napproved:\t'false'   # mine\r\n---\r\n- [ ] Approved\r\n", "---\r\nx: \"é\"\r\napproved:\ttrue   # mine\r\n---\r\n- [x] Approved\r\n{0}\r\n")]
    [InlineData("\uFEFF---\napproved: false\n---\n# P", "\uFEFF---\napproved: true\n---\n# P\n{0}")]
    [InlineData("\uFEFF* [] Approved?\r\n\tend\t \r\n", "\uFEFF* [x] Approved?\r\n{0}\r\n\tend\t \r\n")]
    [InlineData("# P\n\t* [ ] approved by whom\nrest  \n\n", "# P\n\t* [x] approved by whom\n{0}\nrest  \n\n")]
    [InlineData("---\nid: 7\n---\n# P\n", "---\nid: 7\napproved: true\n---\n# P\n{0}\n")]
    [InlineData("---\napproved:\n---\n", "---\napproved: true\n---\n{0}\n")]
    public void Whatever_else_stands_in_the_file_stays_to_the_last_character(string before, string after) =>
        Assert.Equal(after.Replace("{0}", Audit, StringComparison.Ordinal), Acknowledgement.Into(before, false, At));

    [Theory]
    [InlineData("---\napproved: true\n---\n- [ ] Approved\n", "---\napproved: true\n---\n- [ ] Approved\n{0}\n")]
    [InlineData("# P\nAPPROVED: by Ada\n## 0\n", "# P\nAPPROVED: by Ada\n{0}\n## 0\n")]
    [InlineData("---\napproved: false\n---\nUser Approval: granted\nx", "---\napproved: false\n---\nUser Approval: granted\n{0}\nx")]
    public void A_valid_mark_is_left_alone_and_only_an_audit_line_is_added(string before, string after) =>
        Assert.Equal(after.Replace("{0}", Audit, StringComparison.Ordinal), Acknowledgement.Into(before, true, At));

    [Fact]
    public void Audit_lines_follow_one_another()
    {
        var once = Acknowledgement.Into("- [ ] Approved\n\n## 0\n", false, "T1")!;

        var twice = Acknowledgement.Into(once, true, "T2")!;

        Assert.Matches(@"^- \[x\] Approved\n- .*T1.*\n- .*T2.*\n\n## 0\n$", twice);
    }

    [Fact]
    public void A_file_without_any_place_for_an_approval_has_none() => Assert.Null(Acknowledgement.Into("# P\n\nApprove me\n", false, At));

    [Theory]
    [InlineData("LGTM")]
    [InlineData("- Looks good, go ahead!")]
    [InlineData("승인합니다")]
    [InlineData("> go ahead")]
    public void Informal_words_are_seen_for_what_they_are(string line)
    {
        var reading = PlanApproval.Read($"---\napproved: false\n---\n- [ ] Approved\n\n{line}\r\n", null);

        Assert.False(reading.IsGiven);
        Assert.Equal(line, reading.Informal);
    }

    [Fact]
    public void What_agents_wrote_into_a_report_approves_nothing()
    {
        const string Rendered = "- [ ] Approved\n\nApproved: by the analyst\n- APPROVED steps\n";

        Assert.False(PlanApproval.Read(Rendered, Rendered).IsGiven);
        Assert.True(PlanApproval.Read(Rendered.Replace("[ ]", "[x]", StringComparison.Ordinal), Rendered).IsGiven);
        Assert.True(PlanApproval.Read(Rendered + "APPROVED\n", Rendered).IsGiven);
    }

    [Theory]
    [InlineData("---\napproved: true\n---\n- [ ] Approved\n", true)]
    [InlineData("---\napproved: false\n---\n- [x] Approved\n", true)]
    [InlineData("---\napproved: true\n---\n- [x] Approved\n", false)]
    [InlineData("- [x] Approved\n", false)]
    public void Contradicting_forms_are_accepted_and_named(string markdown, bool contradicts)
    {
        var reading = PlanApproval.Read(markdown, null);

        Assert.True(reading.IsGiven);
        Assert.Equal(contradicts, reading.Contradiction is not null);
    }
}
