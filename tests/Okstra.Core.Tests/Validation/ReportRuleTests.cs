using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Validation;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Validation;

/// <summary>What the rules ask of every report.</summary>
public sealed class ReportRuleTests
{
    public static TheoryData<TaskType> Types => [.. TaskTypes.All];

    [Theory]
    [MemberData(nameof(Types))]
    [Trait("Req", "R-REP-04")]
    public void Author_is_the_report_writer_and_in_a_hand_off_or_in_its_place_the_lead(TaskType type)
    {
        IReadOnlyList<string> With(string author) => Failures(SampleValidation.Valid(type, ReportLanguage.Korean).Rewrite(report => report with { Author = author }));

        Assert.Empty(With("Claude lead"));
        Assert.Equal(type == TaskType.ReleaseHandoff, With("Report writer worker").Contains("REP-033"));
        Assert.Contains("REP-033", With("Somebody"));
        var valid = SampleValidation.Valid(type, ReportLanguage.Korean);
        Assert.Contains("REP-004", Failures(valid.ChangeMarkdown("- Author: ", "- Written by: ")));
    }

    [Theory]
    [MemberData(nameof(Types))]
    [Trait("Req", "R-REP-53")]
    public void Follow_ups_are_told_where_they_are_mandatory_and_may_be_left_out_elsewhere(TaskType type)
    {
        var texts = ReportTexts.In(ReportLanguage.Korean);
        var none = SampleValidation.Valid(type, ReportLanguage.Korean).Rewrite(report => report with { FollowUps = [] });
        var section = $"\n## {texts["heading.7"]}\n\n- 후속 작업 없음.\n";

        Assert.Empty(Failures(none));
        Assert.EndsWith(section, none.Markdown.Text, StringComparison.Ordinal);
        Assert.Equal(!type.IsAnalysis(), Failures(none.ChangeMarkdown(section, "")).Contains("REP-005"));
        Assert.Equal(type.IsAnalysis(), Failures(none.ChangeMarkdown(section, "")).Count == 0);
        Assert.Contains("REP-017", Failures(none.ChangeMarkdown("- 후속 작업 없음.\n", "")));
    }

    [Theory]
    [Trait("Req", "R-REP-58")]
    [InlineData("src/Refunds", true)]
    [InlineData("src/Refunds, docs, the job of the night", true)]
    [InlineData("", false)]
    [InlineData("  ", false)]
    public void Follow_up_names_the_files_or_areas_it_is_about(string scope, bool isValid) =>
        Assert.Equal(isValid, !Failures(SampleValidation.Valid(TaskType.Implementation, ReportLanguage.English).ChangeData(report => report with { FollowUps = [SampleReports.FollowUp with { Scope = scope }] })).Contains("REP-023"));

    [Theory]
    [Trait("Req", "R-REP-35")]
    [InlineData("dotnet test tests/Cart", true)]
    [InlineData("the total of order 9436 is 25", true)]
    [InlineData("", false)]
    [InlineData("it works", false)]
    [InlineData("verify that everything works as expected", false)]
    [InlineData("정상 동작 확인", false)]
    public void Check_of_a_plan_that_can_be_neither_run_nor_seen_is_told(string command, bool isValid)
    {
        var inputs = SampleValidation.Valid(TaskType.ImplementationPlanning, ReportLanguage.English).ChangeData(report => report with { Plan = report.Plan! with { Checks = [report.Plan.Checks[0] with { Command = command }] } });

        var told = ReportValidator.Validate(inputs).Warnings.Where(warning => warning is { Rule: "REP-093", Pointer: "/plan/checks/0" }).ToList();

        Assert.Equal(isValid, told.Count == 0);
        Assert.All(told, warning => Assert.StartsWith(command.Length == 0 ? "PLN-011" : "PLN-041", warning.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Plan_that_nobody_proposed_is_valid_and_what_it_lacks_is_told()
    {
        var run = SampleRun.Inputs(TaskType.ImplementationPlanning, ReportLanguage.English);
        var inputs = SampleValidation.Of(run with { Dispatches = [.. run.Dispatches.Select(dispatch => dispatch.Answer is { } answer ? dispatch with { Answer = answer with { Plan = null } } : dispatch)] });

        var validation = ReportValidator.Validate(inputs);

        Assert.Empty(validation.Failures.Select(failure => failure.Message));
        Assert.Contains(validation.Warnings, warning => warning.Rule == "REP-093" && warning.Message.StartsWith("PLN-001", StringComparison.Ordinal));
    }

    // R-OPN-78, item by item.
    [Theory]
    [Trait("Req", "R-OPN-78")]
    [InlineData("ART-002")]
    [InlineData("ART-001")]
    [InlineData("ART-003")]
    [InlineData("ART-004")]
    [InlineData("REP-004")]
    [InlineData("REP-008")]
    [InlineData("REP-015")]
    [InlineData("REP-009")]
    [InlineData("REP-010")]
    [InlineData("REP-014")]
    [InlineData("PRV-003")]
    public void Further_check_of_the_validator_names_whatever_breaks_it(string rule)
    {
        var mutations = RunMutations.All().Where(mutation => mutation.Rule == rule).ToList();

        Assert.NotEmpty(mutations);
        Assert.All(mutations, mutation => Assert.True(mutation.IsNamed(), mutation.ToString()));
    }

    [Theory]
    [Trait("Req", "R-OPN-78")]
    [InlineData("4.6.1")]
    [InlineData("4.6.2")]
    [InlineData("4.6.3")]
    [InlineData("4.6.4")]
    [InlineData("4.6.5")]
    [InlineData("4.6.6")]
    [InlineData("4.6.7")]
    [InlineData("7")]
    public void Hand_off_without_one_of_its_parts_is_refused(string part)
    {
        var texts = ReportTexts.In(ReportLanguage.English);
        var inputs = SampleValidation.Valid(TaskType.ReleaseHandoff, ReportLanguage.English);

        Assert.Contains("REP-005", Failures(inputs.ChangeMarkdown($" {texts[$"heading.{part}"]}\n", " Something else\n")));
    }

    private static List<string> Failures(ValidationInputs inputs) => [.. ReportValidator.Validate(inputs).Failures.Select(failure => failure.Rule)];
}
