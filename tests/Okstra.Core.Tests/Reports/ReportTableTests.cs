using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Validation;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Reports;

public sealed class ReportTableTests
{
    private static readonly string Plan = MarkdownReport.Render(ReportComposer.Compose(SampleRun.Inputs(TaskType.ImplementationPlanning, ReportLanguage.Korean) with { FollowUps = [Validation.Mutations.FollowUp] }));

    [Fact]
    [Trait("Req", "R-REP-03")]
    [Trait("Req", "R-REP-07")]
    public void Items_of_one_shape_are_rows_of_tables_with_numbered_ids()
    {
        string[] ids = ["P-001", "F-001", "F-005", "M-001", "A1", "Q1", "DM-001", "RB-001", "OQ-001", "FU-001"];

        Assert.All(ids, id => Assert.Contains($"\n| {id} | ", Plan, StringComparison.Ordinal));
        Assert.All(ids, id => Assert.DoesNotContain($"\n- {id}", Plan, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Req", "R-REP-03")]
    public void Table_that_became_bullets_is_refused()
    {
        var inputs = SampleValidation.Valid(TaskType.ErrorAnalysis, ReportLanguage.English).ChangeMarkdown("| P-001 | DEV-9436 | Checkout charges shipping twice | brief |", "- P-001 Checkout charges shipping twice");

        Assert.Contains(ReportValidator.Validate(inputs).Failures, failure => failure.Rule == "REP-007");
    }

    [Fact]
    [Trait("Req", "R-REP-13")]
    [Trait("Req", "R-REP-14")]
    [Trait("Req", "R-REP-15")]
    [Trait("Req", "R-REP-16")]
    public void Overview_tables_show_the_rows_of_the_document_cell_by_cell()
    {
        var report = ReportComposer.Compose(SampleRun.Inputs(TaskType.ErrorAnalysis, ReportLanguage.Korean));
        var coverage = Assert.Single(report.TicketCoverage);
        string[] rows =
        [
            "| ID | Ticket ID | 한 줄 요약 | 출처 (brief/source/worker) |\n| --- | --- | --- | --- |\n| P-001 | DEV-9436 | Checkout charges shipping twice | brief |",
            $"| DEV-9436 | {coverage.Summary} | {string.Join(", ", coverage.RelatedIds)} | {coverage.Status} |",
            "| claude | Claude worker | sonnet | completed | Shipping is added inside the loop. |",
            "| claude | sonnet | 3 | 3,600 | 1,020 |",
        ];

        Assert.All(rows, row => Assert.Contains($"\n{row}", MarkdownReport.Render(report), StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Req", "R-REP-30")]
    [Trait("Req", "R-REP-31")]
    public void Options_have_their_files_and_are_compared_on_five_criteria()
    {
        Assert.Contains("\n| Option A | Add the fee after the loop | src/Cart/Totals.cs |\n| Option B | Move the fee to the order | src/Orders/Order.cs |\n", Section("4.5.1 Option Candidates"), StringComparison.Ordinal);
        Assert.Contains("\n| --- | --- | --- | --- | --- | --- |\n| Option A | low | low | one file | unit test | 1 h |\n", Section("4.5.2 Trade-off Matrix"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-REP-32")]
    public void Recommended_option_is_a_table_of_four_rows() => Assert.Equal(
        "\n\n| 항목 | 값 |\n| --- | --- |\n| Recommended Option | Option A |\n| 핵심 이유 | Smallest change that removes the cause |\n| 근거 (Trade-off 행 / 원칙) | 4.5.2 row Option A |\n| 채택되지 않은 옵션 요약 | Option B touches the order schema |\n\n",
        Section("4.5.3 Recommended Option (권장 옵션)"));

    [Fact]
    [Trait("Req", "R-REP-33")]
    public void Steps_name_their_tickets()
    {
        var inputs = SampleRun.Inputs(TaskType.ImplementationPlanning, ReportLanguage.Korean);
        var report = ReportComposer.Compose(inputs);
        var two = MarkdownReport.Render(report with { Plan = report.Plan! with { Steps = [report.Plan.Steps[0] with { TicketIds = ["DEV-1", "DEV-2"] }] } });

        Assert.Contains("| 1 | DEV-9436 | Write the failing test |", Section("4.5.4 Stepwise Execution Order (단계별 실행 순서)"), StringComparison.Ordinal);
        Assert.Contains("| 1 | DEV-1, DEV-2 | Write the failing test |", two, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Req", "R-CON-60")]
    [InlineData("out-of-plan", true)]
    [InlineData("verifier-concern", true)]
    [InlineData("scope-boundary", true)]
    [InlineData("open-question", true)]
    [InlineData("manual", true)]
    [InlineData("later", false)]
    public void Follow_up_has_one_of_five_origins(string origin, bool accepted) => Assert.Equal(accepted, Accepts(Validation.Mutations.FollowUp with { Origin = origin }));

    [Theory]
    [Trait("Req", "R-REP-57")]
    [InlineData("requirements-discovery", true)]
    [InlineData("error-analysis", true)]
    [InlineData("implementation-planning", true)]
    [InlineData("implementation", true)]
    [InlineData("final-verification", true)]
    [InlineData("release-handoff", true)]
    [InlineData("quick-input", false)]
    public void Follow_up_suggests_one_of_the_six_task_types(string type, bool accepted) => Assert.Equal(accepted, Accepts(Validation.Mutations.FollowUp with { SuggestedTaskType = type }));

    [Theory]
    [Trait("Req", "R-CON-09")]
    [InlineData("8852-followup-logs", true)]
    [InlineData("8852/logs", false)]
    [InlineData("8852 logs", false)]
    [InlineData("", false)]
    public void Follow_up_id_has_only_letters_digits_and_hyphens(string id, bool accepted) => Assert.Equal(accepted, Accepts(Validation.Mutations.FollowUp with { NewTaskId = id }));

    private static bool Accepts(FollowUpRow row) =>
        !ReportValidator.Validate(SampleValidation.Valid(TaskType.ErrorAnalysis, ReportLanguage.English).ChangeData(report => report with { FollowUps = [row] })).Failures.Any(failure => failure.Rule == "REP-023");

    private static string Section(string heading)
    {
        var start = Plan.IndexOf($"### {heading}\n", StringComparison.Ordinal);
        Assert.NotEqual(-1, start);
        return Plan[(start + heading.Length + 4)..Plan.IndexOf("\n##", start + 1, StringComparison.Ordinal)] + "\n";
    }
}
