using System.Globalization;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Validation;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Validation;

/// <summary>What people and agents do to a report: each slip gets its rule, its line and column, and a remedy.</summary>
public sealed class BadInputTests
{
    private const int ManyRows = 5000;

    public static TheoryData<TaskType, ReportLanguage> Runs => MutationScoreTests.Runs;

    [Theory]
    [InlineData("## Ticket Coverage", "", "REP-005", "## Summary of the Problem or Verification Target", 1)]
    [InlineData("## Ticket Coverage", "## Ticket Coverage\n\n## Ticket Coverage", "REP-027", "## Ticket Coverage", 1)]
    [InlineData("| P-002 | ", "| P-001 | ", "REP-012", "| P-001 | ", 3)]
    [InlineData("| P-002 | ", "| P-2 | ", "REP-012", "| P-2 | ", 3)]
    [InlineData("| P-001 | DEV-9436 |", "| P-001 | DEV-9436 <i>x</i> |", "REP-026", "| P-001 | DEV-9436 <i>x</i>", 20)]
    [InlineData("| P-001 | DEV-9436 |", "| P-001 | a | b | DEV-9436 |", "REP-026", "| P-001 | a | b |", 30)]
    [InlineData("| open |", "| answered |", "REP-028", "| answered |", -1)]
    [InlineData("- No clarification response was carried in.", "", "REP-017", "## 0. Clarification Response Carried In", 1)]
    public void Slip_is_named_with_its_line_and_column(string from, string to, string rule, string at, int column)
    {
        var inputs = SampleValidation.Valid(TaskType.ErrorAnalysis, ReportLanguage.English);
        var text = Replaced(inputs.Markdown.Text!, from, to);

        var failure = ReportValidator.Validate(With(inputs, text)).Failures.First(failure => failure.Rule == rule);

        var lines = text.Split('\n');
        var line = rule is "REP-012" or "REP-027" ? Array.FindLastIndex(lines, line => line.Contains(at, StringComparison.Ordinal)) : Array.FindIndex(lines, line => line.Contains(at, StringComparison.Ordinal));
        Assert.Equal(line + 1, failure.Line);
        Assert.Equal(column > 0 ? column : lines[line].IndexOf("answered", StringComparison.Ordinal) + 1, failure.Column);
        Assert.NotEmpty(failure.Hint);
        Assert.Equal($"{failure.File}:{failure.Line}:{failure.Column}", failure.Place);
    }

    [Fact]
    public void Table_turned_into_bullets_is_named_at_its_first_bullet()
    {
        var inputs = SampleValidation.Valid(TaskType.ErrorAnalysis, ReportLanguage.English);
        var text = string.Join('\n', inputs.Markdown.Text!.Split('\n').Where(line => !line.StartsWith("| ID | Ticket ID | One-line", StringComparison.Ordinal)).Select(line => line.StartsWith("| P-00", StringComparison.Ordinal) ? $"- {line.Trim('|', ' ')}" : line));

        var failure = Assert.Single(ReportValidator.Validate(With(inputs, text)).Failures, failure => failure.Rule == "REP-007");

        Assert.Contains(text.Split('\n')[failure.Line!.Value - 1][0], "-|");
    }

    [Fact]
    public void Approval_marks_that_disagree_are_named_at_the_second_one()
    {
        var inputs = SampleValidation.Valid(TaskType.ImplementationPlanning, ReportLanguage.Korean);
        var text = $"{inputs.Markdown.Text}\n- [x] Approved\n";

        var validation = ReportValidator.Validate(With(inputs, text));

        var failure = Assert.Single(validation.Failures, failure => failure.Rule == "REP-016");
        Assert.Contains("disagree", failure.Message, StringComparison.Ordinal);
        Assert.Equal(Array.LastIndexOf(text.Split('\n'), "- [x] Approved") + 1, failure.Line);
        Assert.Contains(validation.Warnings, warning => warning.Rule == "REP-092");
    }

    [Fact]
    public void Stages_that_wait_for_one_another_are_told_by_the_rule_of_the_plan_with_their_place()
    {
        var inputs = SampleValidation.Valid(TaskType.ImplementationPlanning, ReportLanguage.English).ChangeData(report => report with
        {
            Plan = report.Plan! with { Stages = [report.Plan.Stages[0] with { Stage = 1, DependsOn = [2] }, report.Plan.Stages[0] with { Stage = 2, DependsOn = [1], Steps = [] }] },
        });

        var warnings = ReportValidator.Validate(inputs).Warnings.Where(warning => warning.Rule == "REP-093" && warning.Message.StartsWith("PLN-029", StringComparison.Ordinal)).ToList();

        Assert.Equal(["/plan/stages/0", "/plan/stages/1"], warnings.Select(warning => warning.Pointer));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Line_ends_marks_tabs_letter_case_and_the_other_language_break_nothing(TaskType type, ReportLanguage language)
    {
        var inputs = SampleValidation.Full(type, language);
        var (own, other) = (ReportTexts.In(language), ReportTexts.In(language == ReportLanguage.Korean ? ReportLanguage.English : ReportLanguage.Korean));
        var titles = own.Keys.Where(key => key.StartsWith("heading.", StringComparison.Ordinal)).DistinctBy(key => own[key]).ToDictionary(key => own[key], key => other[key], StringComparer.Ordinal);
        var columns = own.Keys.Where(key => key.StartsWith("column.", StringComparison.Ordinal)).GroupBy(key => own[key], StringComparer.Ordinal).Where(same => same.Select(key => other[key]).Distinct(StringComparer.Ordinal).Count() == 1).Select(same => same.First()).ToDictionary(key => own[key], key => other[key], StringComparer.Ordinal);
        var half = 0;
        var lines = inputs.Markdown.Text!.Split('\n').Select(line => line.TrimStart('#') is var title && title.Length < line.Length && titles.TryGetValue(title.Trim(), out var translated) && half++ % 2 == 0
            ? $"{line[..(line.Length - title.Length)]} {translated}"
            : line.StartsWith('|') && !line.StartsWith("| P-", StringComparison.Ordinal) ? line.Replace("| ", "|\t", StringComparison.Ordinal) : line).ToList();
        for (var index = 1; index < lines.Count; index++)
        {
            if (lines[index].StartsWith("|\t---", StringComparison.Ordinal) || lines[index].StartsWith("| ---", StringComparison.Ordinal))
            {
                var header = MarkdownRow.Texts(lines[index - 1]).ToList();
                lines[index - 1] = header.All(columns.ContainsKey) ? $"| {string.Join(" | ", header.Select(cell => columns[cell]))} |" : lines[index - 1];
            }
        }

        var validation = ReportValidator.Validate(With(inputs, $"\uFEFF{string.Join("\r\n", lines)}"));

        Assert.True(validation.Ok, string.Join("\n", validation.Failures.Select(failure => $"{failure.Place} {failure.Rule} {failure.Message}")));
    }

    [Fact]
    public void Escaped_bars_and_angle_brackets_stay_what_they_are()
    {
        var inputs = SampleValidation.Valid(TaskType.ErrorAnalysis, ReportLanguage.English);

        var validation = ReportValidator.Validate(With(inputs, Replaced(inputs.Markdown.Text!, "| P-001 | DEV-9436 |", "| P-001 | a \\| b, &lt;i&gt;, `<b>` |")));

        Assert.Empty(validation.Failures);
        Assert.Contains(validation.Warnings, warning => warning.Rule == "REP-090");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Table_of_thousands_of_rows_is_checked_at_once(bool edited)
    {
        var inputs = SampleValidation.Valid(TaskType.ErrorAnalysis, ReportLanguage.English).Rewrite(report => report with
        {
            Risks = [.. Enumerable.Range(1, ManyRows).Select(number => new RiskRow(RowIds.Numbered("M", number), ["DEV-9436"], "risk", $"Risk {number}", "It may happen."))],
            TicketCoverage = [report.TicketCoverage[0] with { RelatedIds = [] }],
        });
        var text = edited ? Replaced(inputs.Markdown.Text!, "| M-002 |", "| M-001 |") : inputs.Markdown.Text!;

        var failures = ReportValidator.Validate(With(inputs, text)).Failures;

        Assert.Equal(edited ? ["REP-012", "REP-026"] : [], failures.Select(failure => failure.Rule).Order(StringComparer.Ordinal));
        Assert.All(failures, failure => Assert.True(failure.Line > 1, failure.Message));
    }

    private static ValidationInputs With(ValidationInputs inputs, string text) => inputs with { Markdown = inputs.Markdown with { Text = text } };

    private static string Replaced(string text, string from, string to)
    {
        var index = text.IndexOf(from, StringComparison.Ordinal);
        return index < 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text[..index]}{to}{text[(index + from.Length)..]}");
    }
}
