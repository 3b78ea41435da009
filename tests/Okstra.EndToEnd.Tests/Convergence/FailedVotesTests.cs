using System.Text.Json;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Workers;
using Okstra.EndToEnd.Tests.Rig;
using Okstra.State.Documents;

namespace Okstra.EndToEnd.Tests.Convergence;

/// <summary>Real CLIs that go wrong while they vote, in every way we know, in one run.</summary>
public sealed class FailedVotesTests
{
    /// <summary>Seconds; far more than a CLI needs for an answer, and the one that never answers takes all of them.</summary>
    private const string Budget = "20";

    private static readonly string Skipped = ManyClaims.Claudes[0];
    private static readonly string Contradicted = ManyClaims.Claudes[1];
    private static readonly string Alone = ManyClaims.Claudes[^1];
    private static readonly string OfCodex = ManyClaims.Codexs;

    [Fact]
    [Trait("Req", "R-CVG-18")]
    [Trait("Req", "R-CVG-20")]
    [Trait("Req", "R-CVG-21")]
    [Trait("Req", "R-CVG-22")]
    [Trait("Req", "R-WRK-58")]
    [Trait("Req", "R-WRK-66")]
    public async Task Every_failed_batch_is_an_error_for_its_own_findings_an_event_of_its_worker_and_never_dissent()
    {
        await using var clis = await RealClis.StartAsync(Faults());
        var (repository, brief) = ManyClaims.Create(clis.Root);

        var run = await OkstraRun.RunAsync(repository.Folder, brief, clis.Environment, more: ["--worker-timeout", Budget, "--max-wait", "0s"]);

        run.AssertComplete();
        var document = run.Convergence;
        AssertDispatches(document);
        AssertClasses(document);
        AssertEvents(run);
        Assert.Empty(LiveProcesses.OfHome(clis.Home));
    }

    private static ScenarioBuilder Faults() => new ScenarioBuilder()
        .Findings(Provider.Anthropic, ManyClaims.ClaudesFindings())
        .Findings(Provider.Openai, ManyClaims.CodexsFinding())
        .Findings(Provider.Gemini, Answers.Findings())

        // Round 1. claude: the API fails. codex: its first batch never ends, its second is fine.
        .Batch(Provider.Anthropic, 1, OfCodex, Turn.Attempts(Turn.Error("rate_limit"), Turn.Error("server")))
        .Batch(Provider.Openai, 1, Skipped, Turn.Hang())
        .Batch(Provider.Openai, 1, Alone, Turn.Votes(ManyClaims.Agree(Alone)))

        // gemini: one vote missing, one doubled, two it was not asked for; then a batch in prose, and prose again.
        .Batch(Provider.Gemini, 1, Skipped, Turn.Answer(Provider.Gemini, Answers.Votes(
            [.. ManyClaims.Claudes.Skip(1).SkipLast(1).Select(ManyClaims.Agree), ManyClaims.Disagree(Contradicted), ManyClaims.Disagree(OfCodex), Answers.Vote("F-099", "DISAGREE", "Never asked.")])))
        .Batch(Provider.Gemini, 1, Alone, Turn.Text("I agree with both of them."))
        .Repair(Provider.Gemini, Turn.Text("As I said, I agree."))

        // Round 2, what is left. claude: an empty answer. codex: the API fails. gemini: does its work.
        .Batch(Provider.Anthropic, 2, OfCodex, Turn.Text(""), Turn.Text(""), Turn.Text(""))
        .Batch(Provider.Openai, 2, "", Turn.Error("server"))
        .Round(Provider.Gemini, 2, ManyClaims.Agree(Skipped), ManyClaims.Agree(Contradicted), ManyClaims.Agree(OfCodex));

    private static void AssertDispatches(ConvergenceDocument document)
    {
        Assert.Equal(
            [
                "1 claude 1 error 1", "1 codex 1 timeout 12", "1 codex 2 completed 1", "1 gemini 1 completed 12", "1 gemini 2 error 2",
                "2 claude 1 error 1", "2 codex 1 error 2", "2 gemini 1 completed 3",
            ],
            document.RoundHistory.SelectMany(round => round.Dispatches.Select(dispatch =>
                $"{round.Round} {dispatch.Worker} {dispatch.Batch} {dispatch.TerminalStatus.Token()} {dispatch.FindingIds.Count}")).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["1 claude error", "1 codex timeout", "1 gemini error", "2 claude error", "2 codex error"],
            document.SkippedWorkers.Select(skipped => $"{skipped.Round} {skipped.Worker} {skipped.Status.Token()}").Order(StringComparer.Ordinal));
        string Why(int round, string worker) => document.SkippedWorkers.Single(skipped => skipped.Round == round && skipped.Worker == worker).Reason;
        Assert.Matches("429|500", Why(1, "claude"));
        Assert.Contains($"{Budget} s is used up", Why(1, "codex"), StringComparison.Ordinal);
        Assert.Contains("contract-violation", Why(1, "gemini"), StringComparison.Ordinal);
        Assert.Contains("empty", Why(2, "claude"), StringComparison.Ordinal);
        Assert.Matches("500|high demand", Why(2, "codex"));
    }

    private static void AssertClasses(ConvergenceDocument document)
    {
        // Two supporters and a refuter's evidence each; the third worker's failure is on neither side.
        Assert.Equal(14, document.Findings.Count);
        Assert.All(document.Findings, finding => Assert.Equal((FindingClass.PartialConsensus, 0), (finding.Classification, finding.Dissenters.Count)));
        Assert.Equal([Skipped, Contradicted, OfCodex], document.Findings.Where(finding => finding.ConfirmedInRound == 2).Select(finding => finding.Finding.Id).Order(StringComparer.Ordinal));

        // 1 of claude's batch, 12 of codex's first, 2 of gemini's second and the one gemini left out.
        Assert.Equal([(16, 0), (3, 0)], document.RoundHistory.Select(round => (round.Votes["verification-error"], round.Votes["DISAGREE"])));
        Assert.Equal([11, 3], document.RoundHistory.Select(round => round.Votes["AGREE"]));
        var alone = document.Findings.Single(finding => finding.Finding.Id == Alone);
        Assert.Equal([("codex", Vote.Agree), ("gemini", Vote.VerificationError)], alone.Votes.Select(vote => (vote.Worker, vote.Counted)));
        var contradicted = document.Findings.Single(finding => finding.Finding.Id == Contradicted).Votes.Single(vote => vote is { Round: 1, Worker: "gemini" });
        Assert.Equal(Vote.Unverifiable, contradicted.Counted);
    }

    private static void AssertEvents(OkstraRun run)
    {
        Assert.All(run.Errors, entry => Assert.Equal("observed", entry.Source));
        var violations = run.Errors.Where(entry => entry.ErrorType == "contract-violation").ToList();
        Assert.Equal(
            ["claude 1.1", "claude 2.1", "codex 1.1", "codex 2.1", "gemini 1.1", "gemini 1.1", "gemini 1.1", "gemini 1.1", "gemini 1.2"],
            violations.Select(entry => $"{entry.Agent} {Place(run, entry.Evidence)}").Order(StringComparer.Ordinal));
        var messages = violations.Where(entry => entry.Agent == "gemini").Select(entry => entry.Message).ToList();
        Assert.Single(messages, message => message.Contains($"no vote on {Skipped}", StringComparison.Ordinal));
        Assert.Single(messages, message => message.Contains($"AGREE and DISAGREE on {Contradicted}", StringComparison.Ordinal));
        Assert.Single(messages, message => message.Contains($"'{OfCodex}', which it was not asked about", StringComparison.Ordinal));
        Assert.Single(messages, message => message.Contains("'F-099', which it was not asked about", StringComparison.Ordinal));
        Assert.Equal(
            ["claude", "claude", "codex", "codex"],
            run.Errors.Where(entry => entry.ErrorType == "cli-failure").Select(entry => entry.Agent).Order(StringComparer.Ordinal));
        Assert.Equal(violations.Count + 4, run.Errors.Count);
    }

    // Round and batch of the dispatch that an event points to.
    private static string Place(OkstraRun run, string? evidence)
    {
        var dispatch = JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(run.RunDir, evidence!)), StateJson.ForDocument(WorkersJson.Default.DispatchDocument))!;
        return $"{dispatch.Round}.{dispatch.Batch}";
    }
}
