using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Projects;

namespace Okstra.Core.Tests.Convergence;

/// <summary>What a run command makes of a contested finding, and what it never touches.</summary>
public sealed class SettlementTests
{
    private static readonly QaCommand Confirmed = new("test", "pytest -q", QaCommandState.Confirmed);
    private static readonly string[] Argv = ["pytest", "-q", "-k", "total"];

    [Theory]
    [InlineData("abc", "a", "b", FindingClass.WorkerUnique)]
    [InlineData("abc", "ac", "b", FindingClass.PartialConsensus)]
    [InlineData("abc", "abc", "", FindingClass.FullConsensus)]
    [InlineData("ab", "ab", "X", FindingClass.FullConsensus)]
    [InlineData("abcX", "aX", "bc", FindingClass.WorkerUnique)]
    [InlineData("abX", "X", "ab", FindingClass.WorkerUnique)]
    [InlineData("a", "a", "", FindingClass.WorkerUnique)]
    public void Reproduced_command_lifts_vetoes_and_the_class_follows_the_supporters(string workers, string supporters, string dissenters, FindingClass expected)
    {
        var state = Contested(workers, supporters, dissenters);

        var settled = Settlement.Apply(state, [Ran(1, "1 failed", new SettlementExpectation(1, ""))], []).Only();

        Assert.Equal(expected, settled.Classification);
        Assert.Empty(settled.Dissenters);
        Assert.Null(settled.ConfirmedInRound);
        Assert.False(settled.Finding.Unsupported);
        Assert.Equal(state.Only().Votes, settled.Votes);
        Assert.Equal(SettlementOutcome.Reproduced, settled.Settlement!.Outcome);
        Assert.Equal("`pytest -q -k total` at the inspected commit reproduced it: it ended with exit code 1, as cited.", settled.Reason);
        Assert.All(Settlement.Cited(settled.Finding), cited => Assert.Equal((CitationVerdict.Holds, null), (cited.Check, cited.Note)));
    }

    [Fact]
    public void Other_exit_code_leaves_it_contested_with_every_position()
    {
        var state = Vetoed(Cites("F-001", 1, "", "a"));

        var settled = Settlement.Apply(state, [Ran(0, "1 passed", new SettlementExpectation(1, ""))], []).Only();

        Assert.Equal(FindingClass.Contested, settled.Classification);
        Assert.Equal((state.Only().Supporters, state.Only().Dissenters, state.Only().Votes), (settled.Supporters, settled.Dissenters, settled.Votes));
        Assert.Equal((SettlementOutcome.NotReproduced, 1, 0, 1), (settled.Settlement!.Outcome, settled.Settlement.CitedExitCode, settled.Settlement.ExitCode, settled.Settlement.Runs));
        Assert.StartsWith(state.Only().Reason, settled.Reason, StringComparison.Ordinal);
        Assert.EndsWith("did not reproduce it: it ended with exit code 0, not with the cited 1.", settled.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exited", 127, null)]
    [InlineData("exited", 126, null)]
    [InlineData("exited", 137, null)]
    [InlineData("timed-out", 143, null)]
    [InlineData("output-limit", 143, null)]
    [InlineData("exited", 1, 0)]
    [InlineData("exited", 1, 139)]
    public void Command_that_was_ended_or_comes_and_goes_decides_nothing(string ending, int exitCode, int? second)
    {
        IReadOnlyList<SettlementRun> runs = second is { } again ? [new(ending, exitCode), new("exited", again)] : [new(ending, exitCode)];

        var verdict = SettlementVerdict.Of(new SettlementExpectation(exitCode, ""), runs, "");
        var settled = Settlement.Apply(Vetoed(Cites("F-001", exitCode, "", "a")), [Command(runs, verdict)], []).Only();

        Assert.Equal(SettlementOutcome.Undecidable, verdict.Outcome);
        Assert.Equal(FindingClass.Contested, settled.Classification);
        Assert.Contains("decided nothing: it ", settled.Reason, StringComparison.Ordinal);
        Assert.Single(settled.Dissenters);
    }

    [Fact]
    public void Passing_command_makes_no_claim_proof_against_a_veto()
    {
        var quoted = new SettlementExpectation(0, "1 passed");
        var blank = SettlementVerdict.Of(new SettlementExpectation(0, " "), [new("exited", 0)], "1 passed");

        var vetoed = Settlement.Apply(Vetoed(Cites("F-001", 0, "1 passed", "a")), [Ran(0, "1 passed", quoted)], []).Only();
        var unopposed = Settlement.Apply(Contested("abc", "ac", ""), [Ran(1, "1 failed", new SettlementExpectation(1, ""))], []).Only();

        Assert.Equal(SettlementOutcome.Undecidable, blank.Outcome);
        Assert.Equal((FindingClass.Contested, SettlementOutcome.Reproduced), (vetoed.Classification, vetoed.Settlement!.Outcome));
        Assert.Single(vetoed.Dissenters);
        Assert.Equal(FindingClass.PartialConsensus, unopposed.Classification);
    }

    [Fact]
    public void Quote_must_stand_in_the_log_white_space_aside()
    {
        IReadOnlyList<SettlementRun> runs = [new("exited", 1)];

        Assert.Equal(SettlementOutcome.Reproduced, SettlementVerdict.Of(new SettlementExpectation(1, "assert  2 ==\n3"), runs, "E  assert 2 == 3\n").Outcome);
        Assert.Equal(SettlementOutcome.Undecidable, SettlementVerdict.Of(new SettlementExpectation(1, "assert 4 == 3"), runs, "E  assert 2 == 3\n").Outcome);
        Assert.Equal(SettlementOutcome.NotReproduced, SettlementVerdict.Of(new SettlementExpectation(2, "assert 2 == 3"), runs, "E  assert 2 == 3\n").Outcome);
        Assert.Equal(SettlementOutcome.Reproduced, SettlementVerdict.Of(new SettlementExpectation(0, "1 passed"), [new("exited", 0)], "1 passed").Outcome);
        Assert.Equal(SettlementOutcome.Undecidable, SettlementVerdict.Of(new SettlementExpectation(1, ""), [SettlementRun.NotStarted], "").Outcome);
        Assert.Equal(SettlementOutcome.Undecidable, SettlementVerdict.Of(new SettlementExpectation(1, ""), [new("exited", 1), SettlementRun.NoTime], "").Outcome);
    }

    [Fact]
    public void One_contradicted_citation_outweighs_a_reproduced_one_and_one_that_says_nothing_does_not()
    {
        var both = Vetoed(Cites("F-001", 1, "", "a") with { Evidence = [Cited("a", 1, ""), Cited("a", 3, ""), Cited("a", 1, "unseen")] });
        var unclear = Vetoed(Cites("F-001", 1, "", "a") with { Evidence = [Cited("a", 1, "unseen"), Cited("a", 1, "")] });
        var command = Ran(1, "", new SettlementExpectation(1, ""), new SettlementExpectation(3, ""), new SettlementExpectation(1, "unseen"));

        Assert.Equal(SettlementOutcome.NotReproduced, Settlement.Apply(both, [command], []).Only().Settlement!.Outcome);
        Assert.Equal(SettlementOutcome.Reproduced, Settlement.Apply(unclear, [command], []).Only().Settlement!.Outcome);
    }

    [Fact]
    public void Refused_command_is_said_and_changes_nothing_else()
    {
        var state = Vetoed(Cites("F-001", 1, "", "a"));

        var settled = Settlement.Apply(state, [], [new SettlementRefusal("F-001", Argv, "selector refused: x")]).Only();

        Assert.Equal((null, "selector refused: x"), (settled.Settlement!.Outcome, settled.Settlement.Reason));
        Assert.Equal(state.Only(), settled with { Settlement = null });
    }

    [Theory]
    [InlineData("vendor-a", true)]
    [InlineData("vendor-a", false)]
    [InlineData("okstra", false)]
    public void Settled_class_is_made_by_its_supporters_and_okstra(string vendor, bool reproduced)
    {
        var state = Vetoed(Cites("F-001", 1, "", "a"));
        state = state with { Input = state.Input with { Voters = [.. state.Input.Voters.Select(voter => voter with { Vendor = vendor })] } };

        var settled = Settlement.Apply(state, [Ran(reproduced || vendor == "okstra" ? 1 : 0, "", new SettlementExpectation(1, ""))], []);
        var document = ConvergenceDocuments.Compose(settled, "p:g:t", Core.Tasks.TaskType.ErrorAnalysis, "001", new Dictionary<string, string>(StringComparer.Ordinal), []);

        Assert.Equal(!reproduced, document.Findings[0].SameFamily);
        Assert.Equal(settled.Only().Settlement, document.Findings[0].Settlement);
        Assert.Equal(document.Findings.Count, document.FinalClassificationCounts.Values.Sum());
    }

    [Fact]
    public void Settled_state_is_what_its_votes_and_its_settlements_give_and_nothing_else()
    {
        var state = Vetoed(Cites("F-001", 1, "", "a"));
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal) { ["state/findings.json"] = "1" };
        var settlements = new SettlementDocument { Inputs = inputs, Commit = "", Finished = true, Commands = [Ran(1, "", new SettlementExpectation(1, ""))], Refusals = [] };
        var findings = new FindingsDocument { Inputs = inputs, Voters = state.Input.Voters, Findings = state.Input.Findings };
        var document = ConvergenceDocuments.Compose(Settlement.Apply(state, settlements, inputs), "p:g:t", Core.Tasks.TaskType.ErrorAnalysis, "001", inputs, []);

        Assert.Equal(FindingClass.WorkerUnique, document.Findings[0].Classification);
        Assert.Empty(StateConsistency.Check(findings, document, settlements));
        Assert.NotEmpty(StateConsistency.Check(findings, document, null));
        Assert.NotEmpty(StateConsistency.Check(findings, document, settlements with { Inputs = new Dictionary<string, string>(StringComparer.Ordinal) { ["state/findings.json"] = "2" } }));
        var edited = document with { Findings = [document.Findings[0] with { Settlement = document.Findings[0].Settlement! with { ExitCode = 7 } }] };
        Assert.NotEmpty(StateConsistency.Check(findings, edited, settlements));
        var classic = ConvergenceReplay.Run(findings, document, settlements, document.Config with { Policy = ConvergencePolicy.Classic });
        Assert.Equal(FindingClass.WorkerUnique, Assert.Single(classic.Findings).Now);
    }

    [Fact]
    public void State_document_of_an_earlier_okstra_stays_readable()
    {
        var document = ConvergenceDocuments.Compose(Vetoed(Cites("F-001", 1, "", "a")), "p:g:t", Core.Tasks.TaskType.ErrorAnalysis, "001", new Dictionary<string, string>(StringComparer.Ordinal), []);
        var node = System.Text.Json.JsonSerializer.SerializeToNode(document, ConvergenceJson.Default.ConvergenceDocument)!;
        node["findings"]![0]!.AsObject().Remove("settlement");

        var read = System.Text.Json.JsonSerializer.Deserialize(node, ConvergenceJson.Default.ConvergenceDocument);

        Assert.Null(Assert.Single(read!.Findings).Settlement);
    }

    private static ConvergenceState Contested(string workers, string supporters, string dissenters)
    {
        var state = Vetoed(Cites("F-001", 1, "", [.. supporters.Select(letter => $"{letter}")]));
        return state with
        {
            Input = Sample.Input(workers, 2, [.. state.Input.Findings]),
            Findings = [state.Only() with { Supporters = [.. supporters.Select(letter => $"{letter}")], Dissenters = [.. dissenters.Select(letter => $"{letter}")] }],
        };
    }

    internal static Evidence Cited(string worker, int exitCode, string quote, params string[] argv) =>
        new() { Kind = "command", Argv = argv.Length == 0 ? Argv : argv, ExitCode = exitCode, Quote = quote, Check = CitationVerdict.Fails, Worker = worker, Note = "no recorded log" };

    internal static ClusteredFinding Cites(string id, int exitCode, string quote, params string[] authors) =>
        Sample.Unsupported(id, authors) with { Evidence = [.. authors.Select(author => Cited(author, exitCode, quote))] };

    internal static ConvergenceState Vetoed(params ClusteredFinding[] findings) =>
        Play.Run(Sample.Input("ab", 2, findings), new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "m", ["b"] = "D" }).State;

    internal static SettlementCommand Ran(int exitCode, string log, params SettlementExpectation[] cited)
    {
        IReadOnlyList<SettlementRun> runs = [new("exited", exitCode)];
        return Command(runs, [.. cited.Select(expected => SettlementVerdict.Of(expected, runs, log))]);
    }

    internal static QaCommand Runnable => Confirmed;

    private static SettlementCommand Command(IReadOnlyList<SettlementRun> runs, params IReadOnlyList<SettlementVerdict> verdicts) =>
        new() { Argv = Argv, Declared = Confirmed.Command, Runs = runs, LogPath = "state/settlement-001.log", LogTail = "", Verdicts = verdicts };
}
