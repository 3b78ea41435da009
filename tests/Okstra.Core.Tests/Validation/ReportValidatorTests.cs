using System.Text.Json;
using Okstra.Core.Convergence;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Validation;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Validation;

public sealed class ReportValidatorTests
{
    public static TheoryData<string> Ids => [.. Mutations.All.Keys];

    [Theory]
    [InlineData(ReportLanguage.English)]
    [InlineData(ReportLanguage.Korean)]
    public void Validator_accepts_a_reduced_run_outside_git(ReportLanguage language)
    {
        var validation = ReportValidator.Validate(SampleValidation.Of(SampleRun.Reduced(language)));

        Assert.Empty(validation.Failures.Select(failure => $"{failure.Rule} {failure.Message}"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    [Trait("Req", "R-REP-90")]
    public void Validator_names_the_rule_that_was_broken(string id)
    {
        var validation = ReportValidator.Validate(Mutations.All[id]());

        var failure = validation.Failures.Concat(validation.Warnings).FirstOrDefault(failure => failure.Rule == id);
        Assert.NotNull(failure);
        Assert.NotEmpty(failure.Message);
        Assert.NotEmpty(failure.Hint);
        Assert.NotEmpty(failure.File);
        Assert.Equal(id == "REP-090", validation.Ok);
    }

    [Fact]
    [Trait("Req", "R-CVG-12")]
    public void Contested_finding_is_given_no_answer_of_its_own()
    {
        Func<ReportFinding, ReportFinding>[] inventions =
        [
            finding => finding with { Claim = "On balance the fee is charged twice." },
            finding => finding with { Reason = "The report writer thinks one side is right." },
            finding => finding with { Classification = FindingClass.PartialConsensus },
            finding => finding with { Votes = [.. finding.Votes.Skip(1)] },
            finding => finding with { Dissenters = [] },
        ];

        Assert.All(inventions, invention =>
        {
            var validation = ReportValidator.Validate(Mutations.Contested(invention));

            Assert.Contains(validation.Failures, failure => failure.Rule == "PRV-003");
        });
    }

    [Fact]
    public void Every_rule_has_an_id_of_its_own()
    {
        var ids = Rules.All.Select(rule => rule.Id).ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Orphan_finding_is_named()
    {
        var validation = ReportValidator.Validate(Mutations.All["PRV-001"]());

        Assert.Contains(validation.Failures, failure => failure.Rule == "PRV-001" && failure.Message.Contains("F-999", StringComparison.Ordinal) && failure.Pointer == "/findings/5");
    }

    [Fact]
    [Trait("Req", "R-REP-93")]
    public void Session_lead_without_session_id_is_reported_and_a_native_lead_is_not()
    {
        var session = ReportValidator.Validate(Mutations.All["ART-003"]());
        var native = ReportValidator.Validate(SampleValidation.Valid(TaskType.ErrorAnalysis, ReportLanguage.English));

        Assert.Contains(session.Failures, failure => failure.Message.Contains("sessionId=", StringComparison.Ordinal));
        Assert.DoesNotContain(native.Failures, failure => failure.Rule == "ART-003");
    }

    [Theory]
    [Trait("Req", "R-REP-39")]
    [Trait("Req", "R-REP-94")]
    [Trait("Req", "R-OPN-74")]
    [Trait("Req", "R-PHS-034")]
    [InlineData("Option Candidates")]
    [InlineData("Trade-off Matrix")]
    [InlineData("Recommended Option")]
    [InlineData("Stepwise Execution Order")]
    [InlineData("Dependency / Migration Risk")]
    [InlineData("Validation Checklist")]
    [InlineData("Rollback Strategy")]
    [InlineData("User Approval Request")]
    [InlineData("Open Questions")]
    public void Planning_report_without_a_heading_is_refused(string heading)
    {
        var inputs = SampleValidation.Valid(TaskType.ImplementationPlanning, ReportLanguage.Korean);
        var lines = inputs.Markdown.Text!.Split('\n').Where(line => !(line.StartsWith('#') && line.Contains(heading, StringComparison.Ordinal)));

        var validation = ReportValidator.Validate(inputs with { Markdown = inputs.Markdown with { Text = string.Join('\n', lines) } });

        Assert.Contains(validation.Failures, failure => failure.Rule == "REP-015" && failure.Message.Contains(heading, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    public void Byte_order_mark_and_windows_line_ends_break_nothing(string mark, string lineEnd)
    {
        var inputs = SampleValidation.Valid(TaskType.ErrorAnalysis, ReportLanguage.Korean);

        var validation = ReportValidator.Validate(inputs with { Markdown = inputs.Markdown with { Text = mark + inputs.Markdown.Text!.Replace("\n", lineEnd, StringComparison.Ordinal) } });

        Assert.True(validation.Ok, string.Join('\n', validation.Failures.Select(failure => failure.Message)));
    }

    [Fact]
    public void Approved_plan_stays_valid_and_is_told_as_edited()
    {
        var validation = ReportValidator.Validate(SampleValidation.Valid(TaskType.ImplementationPlanning, ReportLanguage.English).ChangeMarkdown("- [ ] Approved", "- [x] Approved").ChangeMarkdown("approved: false", "approved: true"));

        Assert.True(validation.Ok);
        Assert.Single(validation.Warnings, warning => warning.Rule == "REP-090");
        Assert.DoesNotContain(validation.Warnings, warning => warning.Rule == "REP-092");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"schemaVersion\":2}")]
    [InlineData("not json")]
    public void Unreadable_data_is_a_failure_and_never_an_exception(string text)
    {
        var inputs = SampleValidation.Valid(TaskType.ErrorAnalysis, ReportLanguage.English);

        var validation = ReportValidator.Validate(inputs with { ReportData = inputs.ReportData with { Text = text } });

        Assert.Equal("REP-001", Assert.Single(validation.Failures).Rule);
    }

    [Fact]
    public void Wrong_member_is_pointed_at()
    {
        var inputs = SampleValidation.Valid(TaskType.ErrorAnalysis, ReportLanguage.English);
        var text = inputs.ReportData.Text!.Replace("\"severity\": \"critical\"", "\"severity\": \"terrible\"", StringComparison.Ordinal);

        var failure = Assert.Single(ReportValidator.Validate(inputs with { ReportData = inputs.ReportData with { Text = text } }).Failures);

        Assert.Equal("/findings/0/severity", failure.Pointer);
    }

    [Fact]
    public void Validation_document_survives_a_round_trip()
    {
        var validation = ReportValidator.Validate(Mutations.All["REP-005"]());

        var json = JsonSerializer.Serialize(validation, ValidationJson.Default.ValidationDocument);
        var back = JsonSerializer.Deserialize(json, ValidationJson.Default.ValidationDocument)!;

        Assert.Equal(json, JsonSerializer.Serialize(back, ValidationJson.Default.ValidationDocument));
        Assert.Equal(3, back.Inputs.Count);
    }
}
