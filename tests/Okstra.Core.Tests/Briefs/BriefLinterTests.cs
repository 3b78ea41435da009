using Okstra.Core.Briefs;
using Okstra.Core.Phases;
using Okstra.Core.Tasks;

namespace Okstra.Core.Tests.Briefs;

/// <summary>Each rule of a brief: its id, its place, its weight, and a brief that is fine beside it.</summary>
public sealed class BriefLinterTests
{
    private const string Template = """
        # Error analysis input

        ## Symptom

        What goes wrong, in the words of whoever saw it?

        ## Error output

        Stack trace or log, complete and unshortened.

        ## Source materials

        Files, logs, links, tickets.
        """;

    private const string Good = """
        # Totals are wrong

        ## Symptom

        The total of a cart is the price of its last item.

        ## Error output

        none, the number is simply wrong

        """;

    [Fact]
    public void A_filled_brief_has_no_issue() => Assert.Empty(Check(Good));

    [Fact]
    public void Line_ends_marks_and_tabs_change_nothing() => Assert.Empty(Check("\uFEFF" + Good.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("The total", "\tThe total", StringComparison.Ordinal)));

    [Fact]
    public void A_missing_required_section_is_an_error_and_missing_material_a_warning()
    {
        var issues = Check("# T\n\n## Background\n\nx\n");

        Assert.Equal([("BRF-010", BriefLevel.Error, 1, 1), ("BRF-014", BriefLevel.Warning, 1, 1)], issues.Select(Placed));
        Assert.Contains("What goes wrong", issues[0].Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("What goes wrong, in the words of whoever saw it?")]
    [InlineData("TBD")]
    [InlineData("<!-- What goes wrong? -->")]
    public void A_required_section_that_says_nothing_is_an_error_at_its_heading(string text) =>
        Assert.Equal([("BRF-011", BriefLevel.Error, 3, 1)], Check(Good.Replace("The total of a cart is the price of its last item.", text, StringComparison.Ordinal)).Select(Placed));

    [Fact]
    public void The_templates_question_left_beside_an_answer_is_a_warning_on_its_line() =>
        Assert.Equal([("BRF-012", BriefLevel.Warning, 6, 1)], Check(Good.Replace("The total of", "It is wrong.\nWhat goes wrong, in the words of whoever saw it?\nThe total of", StringComparison.Ordinal)).Select(Placed));

    [Fact]
    public void A_text_without_sections_is_taken_as_it_is_with_a_warning() => Assert.Equal([("BRF-013", BriefLevel.Warning, 1, 1)], Check("# Totals\n\nThe total is wrong.\n").Select(Placed));

    [Fact]
    public void The_templates_title_is_a_warning() => Assert.Equal([("BRF-015", BriefLevel.Warning, 1, 1)], Check(Good.Replace("Totals are wrong", "Error analysis input", StringComparison.Ordinal)).Select(Placed));

    [Fact]
    public void The_same_heading_twice_is_a_warning_at_the_second() => Assert.Equal([("BRF-016", BriefLevel.Warning, 10, 1)], Check(Good + "## Symptom\n\nAgain.\n").Select(Placed));

    [Fact]
    public void An_unfilled_token_is_an_error_where_it_stands_but_not_in_code() =>
        Assert.Equal([("BRF-004", BriefLevel.Error, 3, 7)], Check("# T\n## Symptom\nit is {{TASK_ID}}\n```\n{{ALSO}}\n```\n## Error output\nx\n").Select(Placed));

    [Theory]
    [InlineData("taskTyp: error-analysis", "BRF-006", BriefLevel.Warning, "taskType")]
    [InlineData("colour: red", "BRF-006", BriefLevel.Warning, "okstra reads")]
    [InlineData("taskType: errors", "BRF-007", BriefLevel.Error, "valid task types")]
    [InlineData("taskKey: x", "BRF-007", BriefLevel.Error, "write <project-id>")]
    [InlineData("taskKey: shop:g:t-2", "BRF-008", BriefLevel.Error, "--task-key")]
    [InlineData("approved: true", "BRF-044", BriefLevel.Error, "okstra approve")]
    public void A_frontmatter_line_that_cannot_stand_is_named_with_its_remedy(string line, string id, BriefLevel level, string hint)
    {
        var issue = Assert.Single(Check($"---\ntags: [a]\n{line}\n---\n{Good}", task: "shop:g:t-1"));

        Assert.Equal((id, level, 3, 1), Placed(issue));
        Assert.Contains(hint, issue.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Task_key_and_task_id_that_disagree_are_an_error() => Assert.Equal([("BRF-008", BriefLevel.Error, 3, 1)], Check($"---\ntaskKey: shop:g:t-1\ntaskId: t-2\n---\n{Good}").Select(Placed));

    [Fact]
    public void A_key_twice_and_a_block_without_end_are_named()
    {
        Assert.Equal([("BRF-009", BriefLevel.Warning, 3, 1)], Check($"---\ntaskId: a\ntaskId: b\n---\n{Good}").Select(Placed));
        Assert.Equal([("BRF-005", BriefLevel.Error, 1, 1)], Check($"---\ntaskId: a\n{Good}").Select(Placed));
        Assert.Empty(Check($"---\n{Good}"));
    }

    [Fact]
    public void Files_are_taken_from_backticks_and_links_and_nothing_else()
    {
        var page = BriefPage.Parse("""
            See `shop/cart.py:4-9` and [the log](logs/a%20b.log#L3) but not `item.price`, `/api/users`, `and/or`, `dotnet test`, <https://x.org/a.py> or [there](https://x.org/b.py), [up](#top).
            Create `shop/new.py` and add `shop/more.py`.
            ```
            `shop/code.py`
            ```
            """);

        Assert.Equal(
            [("shop/cart.py", (int?)9, 1, 6), ("logs/a b.log", 3, 1, 38)],
            BriefReferences.In(page, BriefForms.Named("error-analysis")!).Select(found => (found.Path, found.FileLine, found.Line, found.Column)));
    }

    [Fact]
    public void A_file_that_is_not_there_or_too_short_is_an_error_and_one_outside_a_warning()
    {
        var text = Good + "\n`gone.py` `shop/cart.py:9` `../x.md`\n";

        var issues = Check(text, reference => reference.Path switch
        {
            "gone.py" => new ReferenceFacts(false) { Elsewhere = "src/gone.py" },
            "shop/cart.py" => new ReferenceFacts(true) { LineCount = 5 },
            _ => new ReferenceFacts(true) { IsOutside = true },
        });

        Assert.Equal([("BRF-020", BriefLevel.Error, 11, 2), ("BRF-021", BriefLevel.Error, 11, 12), ("BRF-022", BriefLevel.Warning, 11, 29)], issues.Select(Placed));
        Assert.Contains("src/gone.py", issues[0].Hint, StringComparison.Ordinal);
        Assert.Contains("5 lines", issues[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, true, null, "BRF-030")]
    [InlineData(true, false, null, "BRF-032")]
    [InlineData(true, true, "shop:g:t-9", "BRF-031")]
    public void A_cited_report_that_is_not_there_of_another_phase_or_task_is_an_error(bool exists, bool ofPhase, string? foreign, string id)
    {
        const string Text = "# V\n\n## Source Implementation Report\n\n- `runs/x/reports/final-report-implementation-001.md`\n\n## Verification target\n\nscope\n\n## Requirements to cover\n\nall\n";

        var issue = Assert.Single(Check(Text, reference => new ReferenceFacts(exists) { Report = new CitedReport(reference.Path, exists, ofPhase, foreign, 1) }, form: "final-verification"));

        Assert.Equal((id, BriefLevel.Error, 5, 4), Placed(issue));
    }

    [Fact]
    public void A_source_section_without_a_report_is_an_error() =>
        Assert.Equal([("BRF-033", BriefLevel.Error, 2, 1)], Check("# H\n## Source Verification Report\nthe last one\n", form: "release-handoff").Select(Placed));

    [Fact]
    public void Another_tasks_report_beside_the_source_sections_is_a_warning_unless_the_task_is_related()
    {
        var text = Good + "\n[before](runs/e/reports/final-report-e-001.md)\n";
        ReferenceFacts Facts(BriefReference reference) => new(true) { Report = new CitedReport(reference.Path, true, false, "shop:g:t-9", null) };

        Assert.Equal([("BRF-031", BriefLevel.Warning, 11, 10)], Check(text, Facts).Select(Placed));
        Assert.Empty(Check($"---\nrelatedTasks: [shop:g:t-9]\n---\n{text}", Facts));
    }

    [Theory]
    [InlineData("final-verification", "# V\n## Source Implementation Report\n`a.md`\n## Verification target\n- Scope: everything\n## Requirements to cover\nx\n", 5, 10)]
    [InlineData("implementation", "# I\n## Goal\nx\n## Approved plan\n`a.md`\n## Stage\nsecond\n", 7, 1)]
    public void An_unknown_token_in_a_section_is_an_error(string form, string text, int line, int column) =>
        Assert.Equal([("BRF-007", BriefLevel.Error, line, column)], Check(text, reference => new ReferenceFacts(true) { Report = new CitedReport(reference.Path, true, true, null, null) }, form: form).Select(Placed));

    [Fact]
    public void The_form_is_what_tags_task_type_or_sections_say()
    {
        Assert.Equal("quick", Of("---\ntags: [\"obsidian\", \"okstra\", \"quick\", \"input\"]\ntaskType: error-analysis\n---\n"));
        Assert.Equal("prd", Of("---\ntags: [prd, brief]\n---\n"));
        Assert.Equal("implementation-planning", Of("---\ntaskType: implementation-planning\n---\n"));
        Assert.Equal("error-analysis", Of("---\ntags: [error-analysis, input]\n---\n"));
        Assert.Equal("release-handoff", Of("# H\n## Source Verification Report\n"));
        Assert.Equal("error-analysis", Of("# E\n## Symptom\n"));
        Assert.Equal("requirements-discovery", Of("# T\n"));

        static string Of(string text) => BriefForms.Of(BriefPage.Parse(text)).Name;
    }

    private static List<BriefIssue> Check(string text, Func<BriefReference, ReferenceFacts>? facts = null, string form = "error-analysis", string? task = null)
    {
        var page = BriefPage.Parse(text);
        var chosen = BriefForms.Named(form)!;
        return
        [
            .. BriefLinter.Check(page, new BriefSituation
            {
                Form = chosen,
                Template = BriefPage.Parse(Template),
                Task = TaskKey.TryParse(task, null, out var key, out _) ? key : null,
                TaskIsGiven = task is not null,
                ProjectId = "shop",
                References = [.. BriefReferences.In(page, chosen).Select(reference => new ResolvedReference(reference, facts?.Invoke(reference) ?? new ReferenceFacts(true)))],
            }),
        ];
    }

    private static (string Id, BriefLevel Level, int Line, int Column) Placed(BriefIssue issue) => (issue.Id, issue.Level, issue.Line, issue.Column);
}
