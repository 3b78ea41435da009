using Okstra.Core.Findings;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Workers;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Reports;

public sealed class ReportComposerTests
{
    private static ReportInputs Inputs => SampleRun.Inputs(TaskType.ErrorAnalysis, ReportLanguage.English);

    [Fact]
    [Trait("Req", "R-REP-13")]
    public void Problem_summary_has_three_to_five_rows_that_name_their_source()
    {
        var rows = ReportComposer.Compose(Inputs).ProblemSummary;

        Assert.InRange(rows.Count, 3, 5);
        Assert.Equal("P-001", rows[0].Id);
        Assert.Contains(rows, row => row.Source == "brief");
        Assert.Contains(rows, row => row.Source == "source");
        Assert.Contains(rows, row => row.Source.StartsWith("worker", StringComparison.Ordinal));
    }

    [Fact]
    public void Problem_summary_of_the_writer_is_topped_up_to_three_rows()
    {
        var rows = Compose(new NarrativeFields { ProblemSummary = ["brief: one line"] }).ProblemSummary;

        Assert.Equal(3, rows.Count);
        Assert.Equal(new ProblemRow("P-001", ["DEV-9436"], "one line", "brief"), rows[0] with { TicketIds = rows[0].TicketIds }, RowsAreEqual);
    }

    [Fact]
    [Trait("Req", "R-WRK-44")]
    [Trait("Req", "R-CVG-31")]
    public void Writer_supplies_words_and_cannot_touch_findings_votes_or_counts()
    {
        var own = ReportComposer.Compose(Inputs);
        var written = Compose(new NarrativeFields
        {
            Title = "Double shipping",
            FinalConclusion = "F-004 is the cause.",
            Direction = DirectionTokens.Reject,
            DetailedAnalysis = ["F-004 reached full consensus."],
            OpenRisks = ["Old orders stay wrong."],
        });

        Assert.Equal("Double shipping", written.Title);
        Assert.Equal(DirectionTokens.Reject, written.FinalVerdict.Direction);
        Assert.Equal(FindingsJson(own), FindingsJson(written));
        Assert.Equal(
            Inputs.Convergence.Findings.Select(finding => (finding.Finding.Id, finding.Finding.Claim, finding.Classification, string.Join(' ', finding.Votes.Select(vote => $"{vote.Worker}/{vote.Round}/{vote.Counted}/{vote.Reason}")))).Order(),
            written.Findings.Select(finding => (finding.Id, finding.Claim, finding.Classification, string.Join(' ', finding.Votes.Select(vote => $"{vote.Worker}/{vote.Round}/{vote.Counted}/{vote.Reason}")))).Order());
        Assert.Equal(own.FinalClassificationCounts, written.FinalClassificationCounts);
        Assert.Equal("Old orders stay wrong.", written.Risks[^1].Item);
    }

    [Fact]
    public void Words_of_a_failed_writer_are_not_used()
    {
        var inputs = Inputs;
        var dispatches = inputs.Dispatches.Select(dispatch => dispatch.Round == -1
            ? dispatch with { Status = WorkerStatus.Error, Reason = "exit code 1", Narrative = new NarrativeFields { Title = "never" } }
            : dispatch);

        Assert.Equal("Checkout charges shipping twice", ReportComposer.Compose(inputs with { Dispatches = [.. dispatches] }).Title);
    }

    [Fact]
    [Trait("Req", "R-REP-14")]
    public void Ticket_coverage_lists_the_row_ids_that_treat_the_ticket()
    {
        var row = Assert.Single(ReportComposer.Compose(Inputs).TicketCoverage);

        Assert.Equal("DEV-9436", row.TicketId);
        Assert.Superset(new HashSet<string>(["P-001", "F-001", "F-004", "M-001", "A1", "Q1"], StringComparer.Ordinal), row.RelatedIds.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Req", "R-OPN-15")]
    [Trait("Req", "R-REP-08")]
    public void Ticket_falls_back_to_the_task_id()
    {
        var inputs = Inputs with { TicketIds = [], Convergence = Inputs.Convergence with { Findings = [.. Inputs.Convergence.Findings.Select(finding => finding with { Finding = finding.Finding with { TicketIds = [] } })] } };

        var report = ReportComposer.Compose(inputs);

        Assert.All(report.Findings, finding => Assert.Equal(["DEV-9436"], finding.TicketIds));
        Assert.All(report.ProblemSummary, row => Assert.Equal(["DEV-9436"], row.TicketIds));
        Assert.Equal("DEV-9436", Assert.Single(report.TicketCoverage).TicketId);
        var first = inputs.Convergence.Findings[0];
        var two = inputs.Convergence with { Findings = [first with { Finding = first.Finding with { TicketIds = ["DEV-1", "DEV-2"] } }, .. inputs.Convergence.Findings.Skip(1)] };
        Assert.Contains("| F-001 | DEV-1, DEV-2 |", MarkdownReport.Render(ReportComposer.Compose(inputs with { Convergence = two })), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-REP-15")]
    [Trait("Req", "R-REP-16")]
    [Trait("Req", "R-WRK-42")]
    public void Status_and_tokens_come_from_the_dispatches_and_are_never_estimated()
    {
        var report = ReportComposer.Compose(Inputs);

        Assert.Equal(["claude", "codex", "gemini", "report-writer"], report.ExecutionStatus.Select(row => row.Worker));
        Assert.Equal("Shipping is added inside the loop.", report.ExecutionStatus[0].KeyFinding);
        var claude = report.TokenUsage[0];
        Assert.Equal((3, 3, 3600L), (claude.Dispatches, claude.Reported, claude.Usage!.Input));
        Assert.Null(claude.Usage.CacheWrite);
        var silent = ReportComposer.Compose(SampleRun.Reduced(ReportLanguage.English)).TokenUsage[1];
        Assert.Null(silent.Usage);
    }

    [Fact]
    [Trait("Req", "R-CVG-27")]
    [Trait("Req", "R-CVG-25")]
    [Trait("Req", "R-WRK-39")]
    public void Round_history_reasons_and_counts_are_the_states_own_values()
    {
        var inputs = Inputs;
        var state = inputs.Convergence with
        {
            FinalClassificationCounts = new Dictionary<string, int>(StringComparer.Ordinal) { ["full-consensus"] = 41, ["partial-consensus"] = 0, ["worker-unique"] = 0, ["contested"] = 0, ["withdrawn"] = 0 },
            Round2SkippedReason = "queue-empty",
        };

        var report = ReportComposer.Compose(inputs with { Convergence = state });

        Assert.Same(state.RoundHistory, report.RoundHistory);
        Assert.Equal(41, report.FinalClassificationCounts["full-consensus"]);
        Assert.Equal("queue-empty", report.Round2SkippedReason);
        var text = MarkdownReport.Render(report);
        Assert.Contains("| Full Consensus | 41 |", text, StringComparison.Ordinal);
        Assert.Contains("- round2SkippedReason: `queue-empty`", text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-CVG-32")]
    public void Objection_with_evidence_stays_visible_even_below_a_consensus()
    {
        var inputs = Inputs;
        var objected = inputs.Convergence.Findings[0];
        objected = objected with { Votes = [.. objected.Votes, objected.Votes[0] with { Counted = Vote.Concern, Reason = "not for one line" }] };

        var report = ReportComposer.Compose(inputs with { Convergence = inputs.Convergence with { Findings = [objected, .. inputs.Convergence.Findings.Skip(1)] } });

        Assert.Contains("F-001", report.ConsensusIds);
        Assert.Contains("F-001", report.DifferenceIds);
    }

    [Fact]
    [Trait("Req", "R-CON-50")]
    [Trait("Req", "R-REP-18")]
    public void Verdict_has_a_direction_token_and_a_basis_of_existing_rows()
    {
        Assert.Equal(["continue-investigation", "begin-implementation", "approve", "reject", "hold"], DirectionTokens.All);
        foreach (var type in new[] { TaskType.RequirementsDiscovery, TaskType.ErrorAnalysis, TaskType.ImplementationPlanning })
        {
            var report = ReportComposer.Compose(SampleRun.Inputs(type, ReportLanguage.Korean));
            var text = MarkdownReport.Render(report);
            var verdict = text[text.IndexOf("## 2. Final Verdict\n\n| 항목 | 값 |\n", StringComparison.Ordinal)..text.IndexOf("## 3. ", StringComparison.Ordinal)];

            Assert.All((string[])["\n| Final Conclusion | ", $"\n| Direction | {report.FinalVerdict.Direction} |", "\n| 근거 요약 | ", "\n| 다음 단계 | "], row => Assert.Contains(row, verdict, StringComparison.Ordinal));
            Assert.Contains(report.FinalVerdict.Direction, DirectionTokens.All);
            Assert.True(Routing.IsAllowed(type, report.Routing));
            Assert.All(report.FinalVerdict.BasisIds, id => Assert.True(RowIds.IsSection(id) || report.Findings.Any(finding => finding.Id == id)));
        }
    }

    [Fact]
    [Trait("Req", "R-CON-77")]
    public void Without_a_usable_worker_the_conclusion_is_I_dont_know()
    {
        foreach (var language in Enum.GetValues<ReportLanguage>())
        {
            var inputs = SampleRun.Reduced(language);
            var report = ReportComposer.Compose(inputs with { Convergence = inputs.Convergence with { Voters = [], Findings = [], FinalClassificationCounts = inputs.Convergence.FinalClassificationCounts } });

            Assert.Contains("I don't know", report.FinalVerdict.Conclusion, StringComparison.Ordinal);
            Assert.Equal(DirectionTokens.Hold, report.FinalVerdict.Direction);
        }
    }

    [Fact]
    [Trait("Req", "R-PHS-006")]
    [Trait("Req", "R-CON-66")]
    public void Materials_and_questions_are_never_mixed_and_equal_ones_are_asked_once()
    {
        var report = ReportComposer.Compose(Inputs);

        Assert.Equal("A1", Assert.Single(report.Materials).Id);
        Assert.Equal("Q1", Assert.Single(report.Questions).Id);
        Assert.Equal(["yes", "no"], report.Questions[0].Options);
        Assert.Equal("open", report.Questions[0].Status);
    }

    [Fact]
    public void Auditors_alone_make_a_deterministic_report_that_says_it_proves_nothing()
    {
        var inputs = Inputs;
        var report = ReportComposer.Compose(inputs with { Roster = [.. inputs.Roster.Select(entry => entry with { Vendor = "okstra" })] });

        Assert.Equal(ReportMode.Deterministic, report.Mode);
        Assert.Contains("No model was asked", report.FinalVerdict.Rationale, StringComparison.Ordinal);
        Assert.Equal("Report writer worker", report.Author);
    }

    [Fact]
    public void What_was_asked_earlier_and_is_still_open_stays_asked_and_what_was_answered_does_not()
    {
        var asked = ReportComposer.Compose(Inputs);
        CarryInRow[] earlier =
        [
            new("A7", "The production log of May 3", "", "open", ""),
            new("Q8", "Is the fee charged per order?", "", "open", ""),
            new("Q9", asked.Questions[0].Question, "", "open", ""),
            new("Q10", "Which currency?", "EUR", "open", ""),
            new("Q11", "Which region?", "", "obsolete", "F-001"),
        ];

        var report = ReportComposer.Compose(Inputs with { CarryIn = earlier });

        Assert.Equal(["The production log of May 3"], report.Materials.Skip(asked.Materials.Count).Select(row => row.Request));
        Assert.Equal(["Is the fee charged per order?"], report.Questions.Skip(asked.Questions.Count).Select(row => row.Question));
        Assert.Equal(Enumerable.Range(1, report.Questions.Count).Select(number => $"Q{number}"), report.Questions.Select(row => row.Id));
        Assert.Contains("Q8", report.Questions[^1].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Same_inputs_give_the_same_report()
    {
        Assert.Equal(ReportText.Write(ReportComposer.Compose(Inputs)), ReportText.Write(ReportComposer.Compose(SampleRun.Inputs(TaskType.ErrorAnalysis, ReportLanguage.English))));
    }

    private static string FindingsJson(ReportDocument report)
    {
        using var data = System.Text.Json.JsonDocument.Parse(ReportText.Write(report));
        return data.RootElement.GetProperty("findings").GetRawText();
    }

    private static ReportDocument Compose(NarrativeFields words)
    {
        var inputs = Inputs;
        return ReportComposer.Compose(inputs with { Dispatches = [.. inputs.Dispatches.Select(dispatch => dispatch.Round == -1 ? dispatch with { Narrative = words } : dispatch)] });
    }

    private static bool RowsAreEqual(ProblemRow left, ProblemRow right) =>
        left.Id == right.Id && left.Summary == right.Summary && left.Source == right.Source && left.TicketIds.SequenceEqual(right.TicketIds, StringComparer.Ordinal);
}
