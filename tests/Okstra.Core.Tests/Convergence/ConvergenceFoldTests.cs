using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Workers;

namespace Okstra.Core.Tests.Convergence;

public sealed class ConvergenceFoldTests
{
    [Fact]
    [Trait("Req", "R-CVG-20")]
    [Trait("Req", "R-CVG-21")]
    [Trait("Req", "R-CVG-36")]
    [Trait("Req", "R-WRK-66")]
    public void Failed_dispatch_is_a_verification_error_and_a_skipped_worker_never_a_disagree()
    {
        var input = Sample.Input("abc", 2, Sample.Finding("F-001", "a"), Sample.Finding("F-002", "a"));

        var (state, _) = Play.Run(input, (batch, _) => batch.Worker == "c" ? 'x' : 'A');

        Assert.All(state.Findings, finding =>
        {
            Assert.Equal(Vote.VerificationError, finding.LatestOf("c")!.Counted);
            Assert.Empty(finding.Dissenters);
            Assert.Equal(FindingClass.PartialConsensus, finding.Classification);
        });
        Assert.Equal([new SkippedWorker("c", 1, WorkerStatus.Timeout, "out of time")], state.SkippedWorkers);
        var votes = Assert.Single(state.RoundHistory).Votes;
        Assert.Equal((2, 2, 0), (votes["verification-error"], votes["AGREE"], votes["DISAGREE"]));
    }

    [Fact]
    [Trait("Req", "R-CVG-36")]
    public void Finding_missing_from_a_completed_answer_is_a_verification_error_for_that_finding_only()
    {
        var input = Sample.Input("ab", 1, Sample.Finding("F-001", "a"), Sample.Finding("F-002", "a"));

        var (state, _) = Play.Run(input, (_, ask) => ask.FindingId == "F-001" ? '-' : 'A');

        Assert.Equal(FindingClass.Contested, state.Findings[0].Classification);
        Assert.Equal(Vote.VerificationError, state.Findings[0].LatestOf("b")!.Vote);
        Assert.Equal(FindingClass.FullConsensus, state.Findings[1].Classification);
        Assert.Empty(state.SkippedWorkers);
        Assert.Contains("F-001", Assert.Single(state.Violations).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Votes_for_findings_that_were_not_asked_are_ignored_and_reported()
    {
        var input = Sample.Input("abc", 1, Sample.Finding("F-001", "a"), Sample.Finding("F-002", "b", "c"));
        var plan = RoundPlanning.Plan(ConvergenceFold.Run(input, []));
        var results = plan.Select(batch => Play.Result(batch, _ => 'A')).ToList();
        // b was not asked about its own finding, and F-Ο01 (a Greek letter) is nobody's.
        var ownIndex = results.FindIndex(result => result.Worker == "b");
        results[ownIndex] = results[ownIndex] with { Votes = [.. results[ownIndex].Votes, Play.Vote("b", "F-002", 'D'), Play.Vote("b", "F-Ο01", 'D')] };

        var state = ConvergenceFold.Run(input, [new RoundResult(1, "s", "e", results)]);

        Assert.All(state.Findings, finding => Assert.Empty(finding.Dissenters));
        Assert.DoesNotContain(state.Findings[1].Votes, vote => vote.Worker == "b");
        Assert.Equal(2, state.Violations.Count(violation => violation.Worker == "b"));
    }

    [Fact]
    public void Worker_that_contradicts_itself_in_one_answer_counts_on_neither_side()
    {
        var input = Sample.Input("ab", 1, Sample.Finding("F-001", "a"));
        var batch = Assert.Single(RoundPlanning.Plan(ConvergenceFold.Run(input, [])));
        var result = Play.Result(batch, _ => 'A') with { Votes = [Play.Vote("b", "F-001", 'D'), Play.Vote("b", "F-001", 'A')] };

        var state = ConvergenceFold.Run(input, [new RoundResult(1, "s", "e", [result])]);

        Assert.Equal(Vote.Unverifiable, state.Only().LatestOf("b")!.Counted);
        Assert.Equal(["a"], state.Only().Supporters);
        Assert.Single(state.Violations);
    }

    [Fact]
    [Trait("Req", "R-CVG-33")]
    public void Loop_is_skipped_and_everything_is_worker_unique_or_contested_with_one_usable_worker()
    {
        var input = Sample.Input("a", 2, Sample.Finding("F-001", "a"), Sample.Unsupported("F-002", "a"));

        var (state, asked) = Play.Run(input, (_, _) => 'A');
        var document = Documents.Of(state);

        Assert.Empty(asked);
        Assert.Empty(document.RoundHistory);
        Assert.Equal([FindingClass.WorkerUnique, FindingClass.Contested], state.Findings.Select(finding => finding.Classification!.Value));
        Assert.True(document.ReducedConfidence);
    }

    [Fact]
    [Trait("Req", "R-CVG-33")]
    public void Loop_is_skipped_when_convergence_is_disabled_and_no_skip_reason_is_given()
    {
        var input = Sample.Input("abc", 2, Sample.Finding("F-001", "a", "b"));
        input = input with { Config = input.Config with { Enabled = false } };

        var (state, asked) = Play.Run(input, (_, _) => 'A');

        Assert.Empty(asked);
        Assert.Equal(FindingClass.WorkerUnique, state.Only().Classification);
        Assert.Null(state.Round2SkippedReason);
    }

    [Fact]
    public void Nothing_converges_in_a_run_with_an_empty_roster()
    {
        var (state, asked) = Play.Run(Sample.Input("", 2), (_, _) => 'A');

        Assert.Empty(asked);
        Assert.Empty(state.RoundHistory);
    }

    [Theory]
    [Trait("Req", "R-CON-52")]
    [InlineData(WorkerStatus.Completed, "completed", "AGREE")]
    [InlineData(WorkerStatus.Timeout, "timeout", "verification-error")]
    [InlineData(WorkerStatus.Error, "error", "verification-error")]
    [InlineData(WorkerStatus.NotRun, "not-run", "verification-error")]
    public void Terminal_status_is_written_as_its_token_and_a_failed_one_is_a_verification_error(WorkerStatus status, string token, string counted)
    {
        var input = Sample.Input("ab", 1, Sample.Finding("F-001", "a"));
        var batch = Assert.Single(RoundPlanning.Plan(ConvergenceFold.Run(input, [])));
        var state = ConvergenceFold.Run(input, [new RoundResult(1, "s", "e", [Play.Result(batch, _ => 'A') with { Status = status }])]);

        var json = System.Text.Json.JsonSerializer.Serialize(Documents.Of(state), ConvergenceJson.Default.ConvergenceDocument);

        Assert.Contains($"\"terminalStatus\": \"{token}\"", json, StringComparison.Ordinal);
        Assert.Contains($"\"counted\": \"{counted}\"", json, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-CVG-24")]
    [Trait("Req", "R-CVG-38")]
    [Trait("Req", "R-CVG-41")]
    [Trait("Req", "R-CON-59")]
    public void Round_history_names_the_queue_the_dispatches_every_vote_kind_and_what_was_confirmed()
    {
        var input = Sample.Input("abc", 2, Sample.Finding("F-001", "a"), Sample.Finding("F-002", "b"));

        var (state, _) = Play.Run(input, (batch, ask) => (ask.FindingId, batch.Worker, batch.Round) switch
        {
            ("F-001", _, _) => 'A',
            (_, "a", _) => 'D',
            (_, "b", _) => 'm',
            (_, "c", 1) => 'd',
            _ => 'u',
        });
        var history = Documents.Of(state).RoundHistory;

        Assert.Equal([1, 2], history.Select(round => round.Round));
        Assert.Equal(["F-001", "F-002"], history[0].QueueBefore);
        Assert.Equal(["F-002"], history[0].QueueAfter);
        Assert.Equal(["F-002"], history[1].QueueBefore);
        Assert.Equal(["F-001"], history[0].Confirmed["full-consensus"]);
        Assert.Equal(["full-consensus", "partial-consensus", "withdrawn", "worker-unique"], history[0].Confirmed.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["AGREE", "CONCERN", "DISAGREE", "MAINTAIN", "UNVERIFIABLE", "WITHDRAW", "verification-error"], history[0].Votes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((2, 1, 1), (history[0].Votes["AGREE"], history[0].Votes["DISAGREE"], history[0].Votes["CONCERN"]));
        Assert.Equal((1, 1, 1), (history[1].Votes["MAINTAIN"], history[1].Votes["DISAGREE"], history[1].Votes["UNVERIFIABLE"]));
        Assert.Equal(["a", "b", "c"], history[1].Dispatches.Select(dispatch => dispatch.Worker));
        Assert.Equal("b-reverify-r2", history[1].Dispatches[1].AgentName);
    }

    [Fact]
    [Trait("Req", "R-CVG-11")]
    public void Contested_is_given_only_after_the_last_round()
    {
        var input = Sample.Input("ab", 2, Sample.Finding("F-001", "a"));
        var first = RoundPlanning.Plan(ConvergenceFold.Run(input, []));

        var between = ConvergenceFold.Run(input, [new RoundResult(1, "s", "e", [.. first.Select(batch => Play.Result(batch, _ => 'D'))])]);

        Assert.Equal(2, between.NextRound);
        Assert.Null(between.Only().Classification);
        Assert.Equal(FindingClass.Contested, Play.Run(input, ClassRuleTests.Script("a:-m b:D")).State.Only().Classification);
    }

    [Fact]
    public void Planned_batch_without_a_result_counts_as_not_run()
    {
        var input = Sample.Input("ab", 1, Sample.Finding("F-001", "a"));

        var state = ConvergenceFold.Run(input, [new RoundResult(1, "s", "e", [])]);

        Assert.Equal(WorkerStatus.NotRun, Assert.Single(state.SkippedWorkers).Status);
        Assert.Equal(Vote.VerificationError, state.Only().LatestOf("b")!.Counted);
    }

    [Theory]
    [InlineData("vendor-a", true)]
    [InlineData("vendor-c", false)]
    [InlineData(null, false)]
    public void A_vote_another_vendor_gave_counts_as_that_vendors_and_replays_so(string? gaveIt, bool sameFamily)
    {
        var input = Sample.Input("ab", 1, Sample.Finding("F-001", "a"));
        var vote = Play.Vote("b", "F-001", 'A') with { Vendor = gaveIt };

        var state = ConvergenceFold.Run(input, [new RoundResult(1, "s", "e", [new BatchResult { Worker = "b", Batch = 1, AgentName = "b-reverify-r1", Status = WorkerStatus.Completed, Votes = [vote] }])]);
        var document = Documents.Of(state);

        var finding = Assert.Single(document.Findings);
        Assert.Equal((FindingClass.FullConsensus, sameFamily, gaveIt), (finding.Classification, finding.SameFamily, Assert.Single(finding.Votes).Vendor));
        Assert.Empty(StateConsistency.Check(new FindingsDocument { Inputs = new Dictionary<string, string>(StringComparer.Ordinal), Voters = input.Voters, Findings = input.Findings }, document, null));
    }

    [Theory]
    [InlineData("vendor-1", "vendor-1", true)]
    [InlineData("vendor-1", "vendor-2", false)]
    public void Class_made_by_voters_of_one_vendor_is_labelled_same_family(string vendorOfA, string vendorOfB, bool expected)
    {
        var input = Sample.Input("abc", 2, Sample.Finding("F-001", "a")) with
        {
            Voters = [new Voter("a", vendorOfA, true), new Voter("b", vendorOfB, true), new Voter("c", "vendor-3", true)],
        };

        var (state, _) = Play.Run(input, ClassRuleTests.Script("b:A c:u"));

        Assert.Equal(expected, Assert.Single(Documents.Of(state).Findings).SameFamily);
    }

    [Fact]
    [Trait("Req", "R-CVG-40")]
    [Trait("Req", "R-CON-58")]
    public void Final_counts_hold_every_class_and_sum_to_the_findings()
    {
        var (state, _) = Play.Run(Sample.Input("ab", 2), (_, _) => 'A');
        var counts = Documents.Of(state).FinalClassificationCounts;

        Assert.Equal(["contested", "full-consensus", "partial-consensus", "withdrawn", "worker-unique"], counts.Keys.Order(StringComparer.Ordinal));
        Assert.All(counts.Values, count => Assert.Equal(0, count));
    }

    [Fact]
    [Trait("Req", "R-CVG-41")]
    public void Document_survives_json_with_its_tokens()
    {
        var (state, _) = Play.Run(Sample.Input("abc", 2, Sample.Finding("F-001", "a")), ClassRuleTests.Script("a:m b:D c:x"));
        var document = Documents.Of(state);

        var json = System.Text.Json.JsonSerializer.Serialize(document, ConvergenceJson.Default.ConvergenceDocument);
        var again = System.Text.Json.JsonSerializer.Deserialize(json, ConvergenceJson.Default.ConvergenceDocument)!;

        Assert.Equal(json, System.Text.Json.JsonSerializer.Serialize(again, ConvergenceJson.Default.ConvergenceDocument));
        foreach (var token in new[] { "\"taskKey\": \"p:g:t\"", "\"effectiveMaxRounds\": 2", "\"classification\": \"contested\"", "\"vote\": \"DISAGREE\"", "\"counted\": \"verification-error\"", "\"round2SkippedReason\": null", "\"role\": \"refute\"" })
        {
            Assert.Contains(token, json, StringComparison.Ordinal);
        }
    }
}
