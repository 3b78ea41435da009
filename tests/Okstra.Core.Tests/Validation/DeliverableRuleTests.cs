using Okstra.Core.Reports.Deliverables;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Validation;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Validation;

/// <summary>What the rules ask of the parts that single task types deliver.</summary>
public sealed class DeliverableRuleTests
{
    [Theory]
    [Trait("Req", "R-REP-72")]
    [InlineData("H1", "skip")]
    [InlineData("H3", "cancel")]
    public void Hand_off_that_was_stopped_is_done_and_advises_on_coming_back(string prompt, string answer)
    {
        var advised = Stopped(prompt, answer);

        Assert.Empty(Failures(advised));
        Assert.Contains("REP-052", Failures(advised.ChangeData(report => report with { HandOff = report.HandOff! with { ReEntryAdvice = "" } })));
        Assert.Contains("REP-052", Failures(advised.ChangeData(report => report with { Routing = "implementation" })));
        Assert.Contains("REP-052", Failures(Valid(TaskType.ReleaseHandoff).ChangeData(report => report with { Routing = "final-verification" })));
        Assert.Empty(Failures(Valid(TaskType.ReleaseHandoff)));
    }

    [Theory]
    [Trait("Req", "R-REP-73")]
    [InlineData("H1", "skip")]
    [InlineData("H3", "cancel")]
    public void Hand_off_that_was_stopped_keeps_the_selections_and_says_that_the_rest_is_empty(string prompt, string answer)
    {
        var stopped = Stopped(prompt, answer);
        var done = SampleReports.HandOff;

        Assert.Empty(Failures(stopped));
        Assert.Contains("REP-051", Failures(stopped.Rewrite(report => report with { HandOff = report.HandOff! with { Selections = [] } })));
        Assert.Contains("REP-053", Failures(stopped.Rewrite(report => report with { HandOff = report.HandOff! with { Commands = done.Commands } })));
        Assert.Contains("REP-053", Failures(stopped.Rewrite(report => report with { HandOff = report.HandOff! with { Commits = done.Commits } })));
        Assert.Contains("REP-053", Failures(stopped.Rewrite(report => report with { HandOff = report.HandOff! with { PullRequest = done.PullRequest } })));
        Assert.All(["- No commands executed.", "- No commits in range."], line => Assert.Contains("REP-017", Failures(stopped.ChangeMarkdown($"{line}\n", ""))));
        Assert.Contains("REP-055", Failures(stopped.ChangeMarkdown("- No PR action requested.\n", "")));
    }

    [Theory]
    [InlineData("H1", "H2", "H3")]
    [InlineData("Q1: action", "Q2: base", "Q3: text")]
    [InlineData("1. Action", "2. Base", "3. Text")]
    public void Prompts_of_a_hand_off_are_known_by_their_number(string first, string second, string third)
    {
        var inputs = Valid(TaskType.ReleaseHandoff).ChangeData(report => report with { HandOff = report.HandOff! with { Selections = [.. report.HandOff.Selections.Zip([first, second, third], (row, prompt) => row with { Prompt = prompt })] } });

        Assert.Empty(Failures(inputs));
        Assert.Contains("REP-051", Failures(inputs.ChangeData(report => report with { HandOff = report.HandOff! with { Selections = [.. report.HandOff.Selections.Skip(1)] } })));
    }

    [Theory]
    [Trait("Req", "R-REP-46")]
    [Trait("Req", "R-CON-49")]
    [InlineData("accepted", 0, true)]
    [InlineData("blocked", 0, true)]
    [InlineData("conditional-accept", 2, true)]
    [InlineData("conditional-accept", 0, false)]
    [InlineData("accepted", 1, false)]
    [InlineData("blocked", 1, false)]
    [InlineData("looks good", 0, false)]
    [InlineData("mostly ready", 0, false)]
    [InlineData("accepted, blocked", 0, false)]
    public void Verification_has_exactly_one_verdict_token_and_conditions_only_where_it_is_conditional(string token, int conditions, bool isValid)
    {
        var inputs = Valid(TaskType.FinalVerification).Rewrite(report => report with { VerdictToken = token, Conditions = [.. Enumerable.Range(1, conditions).Select(number => $"Do {number}")] });

        Assert.Equal(isValid, Failures(inputs).Count == 0);
        Assert.Contains("REP-014", Failures(inputs.ChangeMarkdown($"| Verdict Token | {token} |", $"| Verdict Token | {token} |\n| Verdict Token | {token} |")));
        Assert.Contains("REP-014", Failures(inputs.ChangeMarkdown($"| Verdict Token | {token} |\n", "")));
    }

    [Theory]
    [Trait("Req", "R-REP-51")]
    [InlineData("accepted", "minor", "release-handoff", true)]
    [InlineData("accepted", "minor", "done", true)]
    [InlineData("accepted", "major", "release-handoff", false)]
    [InlineData("accepted", "critical", "done", false)]
    [InlineData("blocked", "critical", "error-analysis", true)]
    [InlineData("blocked", "critical", "implementation-planning", true)]
    [InlineData("blocked", "minor", "release-handoff", false)]
    [InlineData("blocked", "minor", "done", false)]
    public void Routing_of_a_verification_follows_from_verdict_and_blockers_and_says_why(string token, string severity, string routing, bool isValid)
    {
        var inputs = Valid(TaskType.FinalVerification).Rewrite(report => report with { VerdictToken = token, Conditions = [], Blockers = [report.Blockers[0] with { Severity = severity }], Routing = routing });

        Assert.Equal(isValid, Failures(inputs).Count == 0);
        Assert.Contains("REP-035", Failures(inputs.ChangeData(report => report with { Verification = report.Verification! with { RoutingReason = "" } })));
    }

    [Theory]
    [Trait("Req", "R-REP-91")]
    [InlineData("whole-task", true)]
    [InlineData("single-stage", true)]
    [InlineData("stage", false)]
    [InlineData("", false)]
    public void Verification_scope_is_one_of_two_words_and_another_one_is_quoted(string scope, bool isValid)
    {
        var validation = ReportValidator.Validate(Valid(TaskType.FinalVerification).ChangeData(report => report with { VerificationScope = scope }));

        Assert.Equal(isValid, validation.Failures.All(failure => failure.Rule != "REP-014"));
        Assert.Equal(isValid, !validation.Failures.Any(failure => failure.Message.Contains($"'{scope}'", StringComparison.Ordinal) && failure.Pointer == "/verificationScope"));
    }

    [Theory]
    [Trait("Req", "R-REP-92")]
    [InlineData("single-stage", "release-handoff", false)]
    [InlineData("single-stage", "release-handoff(stage-group)", true)]
    [InlineData("single-stage", "error-analysis", true)]
    [InlineData("whole-task", "release-handoff", true)]
    public void Single_stage_leads_to_the_hand_off_of_a_group_of_stages_at_most(string scope, string routing, bool isValid)
    {
        var inputs = Valid(TaskType.FinalVerification).ChangeData(report => report with { VerdictToken = "accepted", Conditions = [], VerificationScope = scope, Routing = routing });

        Assert.Equal(isValid, !Failures(inputs).Contains("REP-035"));
    }

    [Theory]
    [Trait("Req", "R-CON-61")]
    [InlineData("critical", "P0", true)]
    [InlineData("major", "P1", true)]
    [InlineData("minor", "P2", true)]
    [InlineData("blocker", "P3", false)]
    public void Blockers_and_follow_ups_have_one_of_three_severities_and_priorities(string severity, string priority, bool isValid)
    {
        var failures = Failures(Valid(TaskType.FinalVerification).ChangeData(report => report with { Blockers = [report.Blockers[0] with { Severity = severity }], FollowUps = [SampleReports.FollowUp with { Priority = priority }] }));

        Assert.Equal(isValid, !failures.Contains("REP-036"));
        Assert.Equal(isValid, !failures.Contains("REP-023"));
    }

    private static ValidationInputs Stopped(string prompt, string answer) => Valid(TaskType.ReleaseHandoff).Rewrite(report => report with
    {
        HandOff = report.HandOff! with
        {
            Selections = [.. report.HandOff.Selections.Take(prompt == "H1" ? 1 : 3).Select(row => row.Prompt.StartsWith(prompt, StringComparison.Ordinal) ? row with { Answer = answer } : row)],
            Commands = [],
            Commits = [],
            PullRequest = new PullRequestOutcome.NotRequested(),
            ReEntryAdvice = "Come back when the release window opens.",
        },
        Commits = [],
    });

    private static ValidationInputs Valid(TaskType type) => SampleValidation.Valid(type, ReportLanguage.English);

    private static List<string> Failures(ValidationInputs inputs) => [.. ReportValidator.Validate(inputs).Failures.Select(failure => failure.Rule)];
}
