using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Reports;
using Okstra.Core.Reports.Deliverables;
using Okstra.Core.Reports.Importing;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Reports.Importing;

public sealed class ReportImporterTests
{
    private static readonly ReportDocument Analysis = SampleReports.Of(TaskType.ErrorAnalysis, ReportLanguage.English);
    private static readonly ReportDocument Implementation = SampleReports.Of(TaskType.Implementation, ReportLanguage.English);
    private static readonly ReportDocument HandOff = SampleReports.Of(TaskType.ReleaseHandoff, ReportLanguage.English);

    [Fact]
    public void Answers_written_into_the_report_are_taken_over_and_everything_else_stays()
    {
        var markdown = Change(MarkdownReport.Render(Analysis), "| one of the choices | yes<br>no |  | open |", "| one of the choices | yes<br>no | yes, but \\| only abroad | resolved |");

        var report = Read(markdown, Analysis);

        var question = Assert.Single(report.Questions);
        Assert.Equal(("yes, but | only abroad", "resolved"), (question.Answer, question.Status));
        Assert.Equal(ReportText.Write(Analysis), ReportText.Write(report with { Questions = Analysis.Questions }));
    }

    [Fact]
    public void Edited_finding_keeps_what_the_report_does_not_show()
    {
        var old = Analysis.Findings[0];
        var markdown = Change(MarkdownReport.Render(Analysis), "- Recommendation: Add the fee once, after the loop.", "- Recommendation: Add the fee once.");

        var finding = Read(markdown, Analysis).Findings[0];

        Assert.Equal("Add the fee once.", finding.Recommendation);
        Assert.Equal((old.Kind, old.ConfirmedInRound, old.Confidence), (finding.Kind, finding.ConfirmedInRound, finding.Confidence));
        Assert.Equal((old.Sources, old.Supporters, old.Votes.Count), (finding.Sources, finding.Supporters, finding.Votes.Count));
    }

    [Fact]
    public void Columns_may_stand_in_any_order_with_any_blanks_endings_and_heading_words()
    {
        var markdown = MarkdownReport.Render(Implementation);
        markdown = Change(markdown, "### Commit list\n\n| Commit | Step | Message |\n| --- | --- | --- |", "###\tcommit LIST  ##\n|message|  Commit|\tSTEP |x\n|:--|---:|:-:|-|");
        markdown = Change(markdown, "| `91d0be7c` | 2 | `fix(cart): add shipping after the loop` |", "|fix(cart): add shipping \\|\\| after the loop | 91d0be7c|2");
        markdown = Change(markdown, "| `5f2a9c1d` | 1 | `test(cart): shipping is charged once`<br><br>`Two lines paid it twice.`<br>`  Refs: DEV-9436` |\n", "");
        markdown = Change(markdown, "### 5.2 Questions for the User", "### 5.2 사용자 확인 질문");
        markdown = Change(markdown, "## 7. Follow-up Tasks", "## 후속 작업");

        var outcome = ReportImporter.Import("\uFEFF" + markdown.ReplaceLineEndings("\r\n"), new ImportDefaults(), Implementation);

        Assert.Equal(["OKS0847"], outcome.Problems.Select(problem => problem.Code));
        Assert.Equal([new ImplementationCommit("91d0be7c", "2", "fix(cart): add shipping || after the loop")], outcome.Report!.Implementation!.Commits);
        Assert.Equal(Implementation.FollowUps, outcome.Report.FollowUps);
        Assert.Equal(["91d0be7c"], outcome.Report.Commits);
    }

    [Theory]
    [InlineData("| P-001 | DEV-9436 | Checkout charges shipping twice | brief |", "| P-002 | DEV-9436 | Checkout charges shipping twice | brief |", "OKS0851", 1, 3)]
    [InlineData("| P-001 | DEV-9436 | Checkout charges shipping twice | brief |", "| P1 | DEV-9436 | Checkout charges shipping twice | brief |", "OKS0852", 0, 3)]
    [InlineData("| P-001 | DEV-9436 | Checkout charges shipping twice | brief |", "| P-001 | DEV-9436 | Checkout | charges | brief |", "OKS0848", 0, 43)]
    [InlineData("| P-001 | DEV-9436 | Checkout charges shipping twice | brief |", "| P-001 | DEV-9436 | Checkout <b>charges</b> twice | brief |", "OKS0849", 0, 31)]
    [InlineData("## Ticket Coverage", "## Tickets", "OKS0842", null, 1)]
    [InlineData("## Ticket Coverage", "## Execution Status by Agent", "OKS0843", null, 1)]
    [InlineData("| Ticket ID | Summary | Related row IDs | Status |", "| Ticket ID | Summary | Status |", "OKS0846", 0, 1)]
    [InlineData("| Direction | begin-implementation |", "| Direction | go |", "OKS0853", 0, 15)]
    [InlineData("- Task type: `error-analysis`", "- Task type: `error`", "OKS0841", 0, 1)]
    [InlineData("| critical | 0.93 |", "| critical | certain |", "OKS0854", 0, null)]
    [InlineData("| F-002 | commit |", "| F-020 | commit |", "OKS0855", 0, 3)]
    [InlineData("- Why this class: full-consensus — ", "- Why this class: contested — ", "OKS0856", null, null)]
    [InlineData("- No clarification response was carried in.\n", "", "OKS0845", null, 1)]
    public void What_makes_no_sense_is_named_with_its_place_and_a_remedy(string from, string to, string code, int? lineAfter, int? column)
    {
        var markdown = Change(MarkdownReport.Render(Analysis), from, to);

        var outcome = ReportImporter.Import(markdown, new ImportDefaults(), Analysis);

        Assert.Null(outcome.Report);
        var problem = outcome.Problems.First(problem => problem.Code == code);
        Assert.NotEmpty(problem.Hint);
        if (lineAfter is { } after)
        {
            Assert.Equal(markdown[..markdown.IndexOf(to, StringComparison.Ordinal)].Split('\n').Length + after, problem.Line);
        }

        if (column is { } place)
        {
            Assert.Equal(place, problem.Column);
        }
    }

    [Theory]
    [InlineData("- PR created: https://git.example.com/shop/pull/12", "- Opened a pull request", "OKS0857")]
    [InlineData("- PR created: https://git.example.com/shop/pull/12", "- PR reused: https://git.example.com/1\n- PR creation skipped: no gh", "OKS0857")]
    [InlineData("- PR created: https://git.example.com/shop/pull/12", "- PR created: pull 12", "OKS0857")]
    [InlineData("| Routing | `done` |", "| Routing | `final-verification` |", "OKS0856")]
    [InlineData("### 4.6.3 User Selections", "### User picks", "OKS0842")]
    public void Hand_off_says_one_of_four_things_and_the_same_routing_everywhere(string from, string to, string code)
    {
        var outcome = ReportImporter.Import(Change(MarkdownReport.Render(HandOff), from, to), new ImportDefaults(), null);

        Assert.Null(outcome.Report);
        Assert.Contains(outcome.Problems, problem => problem.Code == code);
    }

    [Fact]
    public void Table_that_became_bullets_is_named()
    {
        var markdown = Change(MarkdownReport.Render(Implementation), "| Path | Reason |\n| --- | --- |\n| `tests/Cart/Fixtures.cs` | a second line was needed |\n", "- `tests/Cart/Fixtures.cs`: a second line was needed\n");

        var problem = Assert.Single(ReportImporter.Import(markdown, new ImportDefaults(), Implementation).Problems);

        Assert.Equal(("OKS0844", 1), (problem.Code, problem.Column));
        Assert.StartsWith("- `tests/Cart/Fixtures.cs`", markdown.Split('\n')[problem.Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void Two_approval_boxes_are_refused_and_a_box_against_the_frontmatter_is_told()
    {
        var plan = MarkdownReport.Render(SampleReports.Of(TaskType.ImplementationPlanning, ReportLanguage.Korean));

        var two = ReportImporter.Import(Change(plan, "- [ ] Approved\n", "- [ ] Approved\n- [x] Approved\n"), new ImportDefaults(), null);
        var one = ReportImporter.Import(Change(plan, "- [ ] Approved\n", "- [x] Approved\n"), new ImportDefaults(), null);

        Assert.Null(two.Report);
        Assert.Contains(two.Problems, problem => problem is { Code: "OKS0856", IsWarning: false });
        Assert.NotNull(one.Report);
        Assert.Equal(["OKS0856"], one.Problems.Where(problem => problem.IsWarning).Select(problem => problem.Code));
    }

    [Fact]
    public void Huge_table_and_huge_file_are_refused()
    {
        var row = "| `src/Cart/Totals.cs` | +2 -1 |\n";
        var huge = Change(MarkdownReport.Render(Implementation), row, string.Concat(Enumerable.Repeat(row, 5000)));

        Assert.Contains(ReportImporter.Import(huge, new ImportDefaults(), null).Problems, problem => problem.Code == "OKS0850");
        Assert.Equal("OKS0840", Assert.Single(ReportImporter.Import(new string('x', ReportText.MaximumLength + 1), new ImportDefaults(), null).Problems).Code);
        Assert.Equal("OKS0840", Assert.Single(ReportImporter.Import("\n", new ImportDefaults(), null).Problems).Code);
    }

    [Fact]
    public void Report_of_another_run_is_refused()
    {
        var defaults = new ImportDefaults { Identity = new ReportIdentity(SampleRun.Key, TaskType.ErrorAnalysis, "002") };

        var problem = Assert.Single(ReportImporter.Import(MarkdownReport.Render(Analysis), defaults, null).Problems);

        Assert.Equal(("OKS0841", true), (problem.Code, problem.Message.Contains("'001'", StringComparison.Ordinal)));
    }

    [Fact]
    public void Header_may_leave_to_the_run_what_the_run_knows()
    {
        var markdown = Change(Change(Change(MarkdownReport.Render(Implementation), "- Task: `shop:checkout:DEV-9436`\n", ""), "- Run: `001`\n", ""), "- Stage: `1`\n", "");
        var defaults = new ImportDefaults { Identity = new ReportIdentity(SampleRun.Key, TaskType.Implementation, "001"), Stage = 4 };

        var report = ReportImporter.Import(markdown, defaults, null).Report;

        Assert.Equal((4, "001", "shop:checkout:DEV-9436"), (report!.Stage, report.Seq, report.TaskKey));
    }

    [Fact]
    public void Any_text_gives_a_report_or_problems()
    {
        var reports = TaskTypes.All.Select(type => MarkdownReport.Render(SampleReports.Of(type, ReportLanguage.Korean))).ToList();

        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var lines = reports[random.Next(reports.Count)].Split('\n').ToList();
            for (var change = 0; change < 6; change++)
            {
                var at = random.Next(lines.Count);
                lines[at] = random.Next(5) switch { 0 => "", 1 => lines[at][..random.Next(lines[at].Length + 1)], 2 => lines[at] + lines[random.Next(lines.Count)], 3 => "| --- | |", _ => lines[random.Next(lines.Count)] };
            }

            var outcome = ReportImporter.Import(string.Join('\n', lines), new ImportDefaults(), null);
            Assert.True(outcome.Report is null == outcome.Problems.Any(problem => !problem.IsWarning));
        }).QuickCheckThrowOnFailure();
    }

    private static ReportDocument Read(string markdown, ReportDocument? previous)
    {
        var outcome = ReportImporter.Import(markdown, new ImportDefaults(), previous);
        Assert.Empty(outcome.Problems);
        return outcome.Report!;
    }

    private static string Change(string text, string from, string to)
    {
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{from}' does not occur");
        return $"{text[..at]}{to}{text[(at + from.Length)..]}";
    }
}
