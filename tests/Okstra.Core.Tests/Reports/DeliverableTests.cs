using System.Text.Json.Nodes;
using Okstra.Core.Reports;
using Okstra.Core.Reports.Deliverables;
using Okstra.Core.Phases;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Validation;
using Okstra.Testing;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Reports;

public sealed class DeliverableTests
{
    public static TheoryData<TaskType, ReportLanguage> Later { get; } = new(
        from type in new[] { TaskType.Implementation, TaskType.FinalVerification, TaskType.ReleaseHandoff }
        from language in new[] { ReportLanguage.English, ReportLanguage.Korean }
        select (type, language));

    [Theory]
    [MemberData(nameof(Later))]
    public void Markdown_of_the_later_phases_is_the_committed_one(TaskType type, ReportLanguage language) =>
        Golden.Verify(typeof(DeliverableTests).Assembly, $"Reports/Golden/{type.Token()}.{language.Token()}.md", MarkdownReport.Render(SampleReports.Of(type, language)));

    [Theory]
    [MemberData(nameof(Later))]
    public void Every_section_table_and_empty_line_is_one_the_validator_looks_for(TaskType type, ReportLanguage language)
    {
        var report = SampleReports.Of(type, language);

        Assert.Empty(Structure(report));
        Assert.Empty(Structure(Emptied(report)));
    }

    [Fact]
    [Trait("Req", "R-REP-98")]
    public void Implementation_report_has_the_parts_later_phases_look_up_by_name()
    {
        var markdown = MarkdownReport.Render(SampleReports.Of(TaskType.Implementation, ReportLanguage.Korean));
        string[] headings = ["Plan link & approval evidence", "Commit list", "Diff summary", "Validation evidence", "TDD evidence", "Out-of-plan edits", "Routing recommendation for final-verification"];

        var read = ImplementationReport.Parse(markdown);

        Assert.All(headings, heading => Assert.Contains($"\n### {heading}\n", markdown, StringComparison.Ordinal));
        Assert.Empty(read.MissingParts);
        Assert.Equal(["5f2a9c1d", "91d0be7c"], read.Commits);
        Assert.Equal(["src/Cart/Totals.cs", "tests/Cart/TotalsTests.cs"], read.Files);
        Assert.Contains("\n- TDD exemption: step 4 only renames a folder\n", markdown, StringComparison.Ordinal);
        Assert.Contains("\n| 2 | `91d0be7c` |\n| 3 | Skipped: the cache is not on this path |\n", markdown, StringComparison.Ordinal);
        Assert.Contains("\n| `dotnet test tests/Cart \\| tail -1` | 0 | 18 passed |\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Title_that_contains_the_words_does_not_stand_for_the_part()
    {
        var report = SampleReports.Of(TaskType.Implementation, ReportLanguage.English);
        var markdown = MarkdownReport.Render(report with { Findings = [report.Findings[0] with { Title = "Commit list and Diff summary" }, .. report.Findings.Skip(1)] });

        Assert.Equal(["5f2a9c1d", "91d0be7c"], ImplementationReport.Parse(markdown).Commits);
    }

    [Theory]
    [Trait("Req", "R-REP-19")]
    [Trait("Req", "R-REP-21")]
    [Trait("Req", "R-REP-45")]
    [Trait("Req", "R-REP-47")]
    [Trait("Req", "R-REP-48")]
    [Trait("Req", "R-REP-49")]
    [Trait("Req", "R-REP-50")]
    [InlineData(ReportLanguage.English)]
    [InlineData(ReportLanguage.Korean)]
    public void Final_verification_shows_target_verdict_blockers_risks_evidence_and_commands(ReportLanguage language)
    {
        var report = SampleReports.Of(TaskType.FinalVerification, language);
        var markdown = MarkdownReport.Render(report);

        Assert.Equal("conditional-accept", VerdictRow.Token(markdown));
        Assert.Contains("\n| B-001 | minor | src/Cart/Totals.cs:43 has no test for empty carts | implementation-planning |\n", Part(markdown, "### Acceptance Blockers"), StringComparison.Ordinal);
        Assert.Contains("\n| RR-001 | Old carts keep the fee until they expire | checkout team | more than 10 complaints a day |\n", Part(markdown, "### Residual Risk"), StringComparison.Ordinal);
        Assert.InRange(markdown.IndexOf("### Residual Risk", StringComparison.Ordinal), markdown.IndexOf("## 4. ", StringComparison.Ordinal), markdown.IndexOf("## 4.5 ", StringComparison.Ordinal));
        var source = Part(markdown, "### Source Implementation Report");
        Assert.All([report.SourceReport!, report.Verification!.Worktree, SampleRun.Commit, SampleReports.Head], value => Assert.Contains($"| `{value}` |", source, StringComparison.Ordinal));
        Assert.Contains("\n| `91d0be7c` | fix(cart): add shipping after the loop |\n", Part(markdown, "#### Commit list (quoted)"), StringComparison.Ordinal);
        Assert.Contains("\n| `src/Cart/Totals.cs` | +2 -1 |\n", Part(markdown, "#### Diff summary (quoted)"), StringComparison.Ordinal);
        Assert.Contains("\n| Shipping is charged once | tests/Cart/TotalsTests.cs:12 | passes at head |\n", Part(markdown, "### Validation Evidence"), StringComparison.Ordinal);
        Assert.Contains("\n| `dotnet test tests/Cart` | 0 | 18 passed |\n", Part(markdown, "### Read-only command log"), StringComparison.Ordinal);
        Assert.Contains("### Acceptance Blockers\n\n- No acceptance blockers found.\n", MarkdownReport.Render(report with { Blockers = [] }), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-REP-23")]
    [Trait("Req", "R-REP-65")]
    [Trait("Req", "R-REP-66")]
    [Trait("Req", "R-REP-67")]
    [Trait("Req", "R-REP-68")]
    [Trait("Req", "R-REP-69")]
    [Trait("Req", "R-REP-70")]
    public void Hand_off_has_its_seven_parts_and_nobody_else_has()
    {
        var markdown = MarkdownReport.Render(SampleReports.Of(TaskType.ReleaseHandoff, ReportLanguage.Korean));
        string[] parts =
        [
            "## 4.6 Release Handoff Deliverables (release-handoff runs only)", "### 4.6.1 Source Verification Report", "### 4.6.2 Feature Branch & Working-Tree State", "### 4.6.3 User Selections", "### 4.6.4 Executed Commands",
            "### 4.6.5 Commit List", "### 4.6.6 Pull Request Outcome", "### 4.6.7 Routing Recommendation",
        ];

        Assert.Equal(parts, markdown.Split('\n').Where(line => line.Contains(" 4.6", StringComparison.Ordinal) && line.StartsWith('#')));
        Assert.Contains("| 보고서 | `runs/final-verification/reports/final-report-final-verification-001.md` |", Part(markdown, parts[1]), StringComparison.Ordinal);
        Assert.Contains("`\\| Verdict Token \\| accepted \\|`", Part(markdown, parts[1]), StringComparison.Ordinal);
        Assert.Contains("| Branch | `fix/dev-9436` |\n| git status --short | clean |", Part(markdown, parts[2]), StringComparison.Ordinal);
        Assert.Contains("| H2 base | `release/2026` | free-form |  |", Part(markdown, parts[3]), StringComparison.Ordinal);
        Assert.Contains("| `- Fix totals`<br>`+ Charge shipping once`<br><br>`   ## Summary` |", Part(markdown, parts[3]), StringComparison.Ordinal);
        Assert.Contains("| `git push -u origin fix/dev-9436` | 0 | new branch |", Part(markdown, parts[4]), StringComparison.Ordinal);
        Assert.Contains($"| `91d0be7c` | `{SampleReports.Head}` | fix(cart): add shipping after the loop | `src/Cart/Totals.cs`<br>`tests/Cart/TotalsTests.cs` |", Part(markdown, parts[5]), StringComparison.Ordinal);
        Assert.All(TaskTypes.All.Where(type => type != TaskType.ReleaseHandoff), type => Assert.DoesNotContain("## 4.6", MarkdownReport.Render(SampleReports.Of(type, ReportLanguage.Korean)), StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Req", "R-REP-71")]
    public void Pull_request_has_exactly_one_of_four_outcomes()
    {
        (PullRequestOutcome Outcome, string Lines)[] outcomes =
        [
            (new PullRequestOutcome.NotRequested(), "- No PR action requested."),
            (new PullRequestOutcome.Created("https://git.example.com/1", "Charge once", "main"), "- PR created: https://git.example.com/1\n- PR title: Charge once\n- PR base: main"),
            (new PullRequestOutcome.Reused("https://git.example.com/1"), "- PR reused: https://git.example.com/1"),
            (new PullRequestOutcome.Skipped("gh is not signed in"), "- PR creation skipped: gh is not signed in"),
        ];

        Assert.All(outcomes, known => Assert.Equal($"\n{known.Lines}\n", Part(MarkdownReport.Render(With(section => section with { PullRequest = known.Outcome })), "### 4.6.6 Pull Request Outcome")));
    }

    [Fact]
    public void Skipped_hand_off_keeps_the_selections_and_says_what_is_empty()
    {
        var markdown = MarkdownReport.Render(With(section => section with { Commands = [], Commits = [], PullRequest = new PullRequestOutcome.NotRequested(), ReEntryAdvice = "Come back when the release window opens." }));

        Assert.Contains("| H1 action | `push + PR` |", Part(markdown, "### 4.6.3 User Selections"), StringComparison.Ordinal);
        Assert.Equal("\n- No commands executed.\n", Part(markdown, "### 4.6.4 Executed Commands"));
        Assert.Equal("\n- No commits in range.\n", Part(markdown, "### 4.6.5 Commit List"));
        Assert.Equal("\n- No PR action requested.\n", Part(markdown, "### 4.6.6 Pull Request Outcome"));
        Assert.Contains("| Routing | `done` |\n| 이유 | Come back when the release window opens. |", Part(markdown, "### 4.6.7 Routing Recommendation"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Later))]
    public void Data_of_the_later_phases_satisfies_the_published_schema_and_survives(TaskType type, ReportLanguage language)
    {
        var root = typeof(DeliverableTests).Assembly.GetCustomAttributes(inherit: false).OfType<System.Reflection.AssemblyMetadataAttribute>().First(attribute => attribute.Key == "RepositoryRoot").Value!;
        var schema = JsonNode.Parse(File.ReadAllText(Path.Join(root, "schemas", "final-report.v1.json")))!;
        var text = ReportText.Write(SampleReports.Of(type, language));

        Assert.Empty(SchemaCheck.Violations(schema, schema, JsonNode.Parse(text), ""));
        Assert.True(ReportText.TryRead(text, out var report, out _, out _));
        Assert.Equal(text, ReportText.Write(report));
    }

    [Fact]
    public void Data_without_the_parts_of_later_phases_is_still_read()
    {
        var data = JsonNode.Parse(ReportText.Write(SampleReports.Of(TaskType.ErrorAnalysis, ReportLanguage.Korean)))!.AsObject();
        Assert.All(new[] { "implementation", "verification", "handOff" }, member => Assert.True(data.Remove(member), member));

        Assert.True(ReportText.TryRead(data.ToJsonString(), out var report, out var problem, out _), problem.Message);
        Assert.Null(report.Implementation);
    }

    [Fact]
    public void Data_of_a_plan_without_its_notes_is_still_read_and_rendered()
    {
        var data = JsonNode.Parse(ReportText.Write(SampleReports.Of(TaskType.ImplementationPlanning, ReportLanguage.Korean)))!.AsObject();
        Assert.All(new[] { "proposals", "review" }, member => Assert.True(data["plan"]!.AsObject().Remove(member), member));

        Assert.True(ReportText.TryRead(data.ToJsonString(), out var report, out var problem, out _), problem.Message);
        Assert.DoesNotContain("Self-Review", MarkdownReport.Render(report), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-REP-05")]
    public void Header_of_an_implementation_cites_that_no_worktree_was_provisioned()
    {
        var report = SampleReports.Of(TaskType.Implementation, ReportLanguage.Korean);
        var markdown = MarkdownReport.Render(report with { Header = report.Header with { WorktreeStatus = "skipped-in-worktree", WorktreeNote = "the caller stands in a worktree" } });

        Assert.Contains("\n- Worktree: skipped-in-worktree (the caller stands in a worktree)\n", markdown[..markdown.IndexOf("\n## ", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-REP-52")]
    public void Data_of_a_verification_carries_its_scope_and_routing()
    {
        using var data = System.Text.Json.JsonDocument.Parse(ReportText.Write(SampleReports.Of(TaskType.FinalVerification, ReportLanguage.English)));

        Assert.Equal(("whole-task", "error-analysis"), (data.RootElement.GetProperty("verificationScope").GetString(), data.RootElement.GetProperty("routing").GetString()));
    }

    [Theory]
    [MemberData(nameof(Later))]
    public void Page_shows_every_part(TaskType type, ReportLanguage language)
    {
        var report = SampleReports.Of(type, language);
        var page = HtmlReport.Render(report);

        string[] shown = type switch
        {
            TaskType.Implementation => ["Plan link &amp; approval evidence", "dotnet test tests/Cart | tail -1", "TDD exemption: step 4"],
            TaskType.FinalVerification => ["Acceptance Blockers", "more than 10 complaints a day", "Read-only command log"],
            _ => ["User Selections", "release/2026", "PR created: https://git.example.com/shop/pull/12"],
        };
        Assert.All(shown, text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Paragraph_that_begins_with_a_code_span_of_three_ticks_hides_no_heading()
    {
        var report = SampleReports.Of(TaskType.ErrorAnalysis, ReportLanguage.English);
        var outline = MarkdownOutline.Parse(MarkdownReport.Render(report with { DetailedAnalysis = ["```x``` is code"] }));

        Assert.NotNull(outline.Find("7. Follow-up Tasks"));
    }

    [Fact]
    public void Number_signs_at_the_end_of_a_title_are_shown()
    {
        var report = SampleReports.Of(TaskType.ErrorAnalysis, ReportLanguage.English);

        Assert.Contains("\n# Totals in C #\n".Replace(" #\n", " \\#\n", StringComparison.Ordinal), MarkdownReport.Render(report with { Title = "Totals in C #" }), StringComparison.Ordinal);
    }

    private static ReportDocument With(Func<HandOffSection, HandOffSection> change)
    {
        var report = SampleReports.Of(TaskType.ReleaseHandoff, ReportLanguage.Korean);
        return report with { HandOff = change(report.HandOff!) };
    }

    private static ReportDocument Emptied(ReportDocument report) => report with
    {
        Blockers = [],
        Conditions = [],
        FollowUps = [],
        Implementation = report.Implementation is null ? null : report.Implementation with { Commits = [], Diff = [], Steps = [], Validation = [], Tdd = [], TddExemptions = [], OutOfPlanEdits = [], Rollback = [], Verifiers = [] },
        Verification = report.Verification is null ? null : report.Verification with { Commits = [], Diff = [], ResidualRisks = [], Evidence = [], Commands = [] },
        HandOff = report.HandOff is null ? null : report.HandOff with { Selections = [], Commands = [], Commits = [], PullRequest = new PullRequestOutcome.NotRequested() },
    };

    // What the validator says about the sections of the Markdown.
    private static IEnumerable<string> Structure(ReportDocument report)
    {
        var inputs = SampleValidation.Valid(TaskType.ErrorAnalysis, report.Language);
        string[] rules = ["REP-001", "REP-003", "REP-004", "REP-005", "REP-006", "REP-007", "REP-012", "REP-013", "REP-014", "REP-016", "REP-017", "REP-023", "REP-024"];
        inputs = inputs with
        {
            TaskType = report.TaskType,
            ReportData = inputs.ReportData with { Text = ReportText.Write(report) },
            Markdown = inputs.Markdown with { Text = MarkdownReport.Render(report) },
        };
        return ReportValidator.Validate(inputs).Failures.Where(failure => rules.Contains(failure.Rule, StringComparer.Ordinal)).Select(failure => $"{failure.Rule} {failure.Message}");
    }

    // What stands below a heading, before the next one.
    private static string Part(string markdown, string heading)
    {
        var start = markdown.IndexOf($"\n{heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, heading);
        start += heading.Length + 2;
        var end = markdown.IndexOf("\n#", start, StringComparison.Ordinal);
        return end < 0 ? markdown[start..] : markdown[start..end];
    }
}
