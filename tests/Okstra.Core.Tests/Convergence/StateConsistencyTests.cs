using Okstra.Core.Convergence;
using Okstra.Core.Findings;

namespace Okstra.Core.Tests.Convergence;

public sealed class StateConsistencyTests
{
    private static readonly ConvergenceInput Input = Sample.Input("abc", 2, Sample.Finding("F-001", "a"), Sample.Finding("F-002", "b"));

    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal) { ["a"] = "AM", ["b"] = "AA", ["c"] = "DA" };

    private static FindingsDocument Findings => new() { Inputs = new Dictionary<string, string>(StringComparer.Ordinal), Voters = Input.Voters, Findings = Input.Findings };

    private static ConvergenceDocument State => Documents.Of(Play.Run(Input, Answers).State);

    public static TheoryData<string, string> Edits => new()
    {
        { "class", "F-001: classification is contested, its votes give " },
        { "round", "F-001: confirmedInRound is 1, its votes give 2" },
        { "supporters", "F-001: supporters is a, its votes give a, b, c" },
        { "dissenters", "F-001: dissenters is b, its votes give nobody" },
        { "counted", "F-001: votes[0].counted is " },
        { "vote removed", "F-001: " },
        { "vote added", "F-001: votes is " },
        { "counts", "finalClassificationCounts.contested is 2, its votes give 0" },
        { "history", "roundHistory is 1 entries long, its votes give 2" },
        { "rounds", "config.effectiveMaxRounds is 7, its votes give 1, 2 or 3" },
        { "claim", "F-001: finding.claim is " },
        { "removed", "F-002: the finding is there 0 times, its votes give once" },
        { "doubled", "F-002: the finding is there 2 times, its votes give once" },
        { "invented", "F-003: the finding is there, its votes give nothing" },
        { "voter", "voters is 2 entries long, its votes give 3" },
        { "skipped", "skippedWorkers is 1 entries long, its votes give 0" },
        { "gate", "round2SkippedReason is " },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_of_the_state_document_is_found_and_named(string edit, string expected)
    {
        Assert.Empty(StateConsistency.Check(Findings, State, null));

        var differences = StateConsistency.Check(Findings, Edit(State, edit), null);

        Assert.Contains(differences, difference => difference.ToString().StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Words_of_a_worker_that_look_like_a_contradiction_are_only_words()
    {
        var (state, _) = Play.Run(Sample.Input("ab", 1, Sample.Finding("F-001", "a")), new Dictionary<string, string>(StringComparer.Ordinal) { ["b"] = "A" });
        var document = Documents.Of(state);
        var finding = Assert.Single(document.Findings);
        var forged = document with { Findings = [finding with { Votes = [finding.Votes[0] with { Reason = "contradicts itself (AGREE and DISAGREE): no" }] }] };
        var findings = new FindingsDocument { Inputs = document.Inputs, Voters = document.Voters, Findings = [Sample.Finding("F-001", "a")] };

        Assert.Empty(StateConsistency.Check(findings, forged, null));
    }

    private static ConvergenceDocument Edit(ConvergenceDocument state, string edit)
    {
        var first = state.Findings.Single(finding => finding.Finding.Id == "F-001");
        var second = state.Findings.Single(finding => finding.Finding.Id == "F-002");
        ConvergenceDocument With(ConvergedFinding changed) => state with { Findings = [changed, second] };
        return edit switch
        {
            "class" => With(first with { Classification = FindingClass.Contested }),
            "round" => With(first with { ConfirmedInRound = 1 }),
            "supporters" => With(first with { Supporters = ["a"] }),
            "dissenters" => With(first with { Dissenters = ["b"] }),
            "counted" => With(first with { Votes = [first.Votes[0] with { Counted = Vote.Concern }, .. first.Votes.Skip(1)] }),
            "vote removed" => With(first with { Votes = [.. first.Votes.Skip(1)] }),
            "vote added" => With(first with { Votes = [.. first.Votes, first.Votes[0] with { Round = 3 }] }),
            "counts" => state with { FinalClassificationCounts = new Dictionary<string, int>(state.FinalClassificationCounts, StringComparer.Ordinal) { ["contested"] = 2 } },
            "history" => state with { RoundHistory = [state.RoundHistory[0]] },
            "rounds" => state with { Config = state.Config with { EffectiveMaxRounds = 7 } },
            "claim" => With(first with { Finding = first.Finding with { Claim = "something else" } }),
            "removed" => state with { Findings = [first] },
            "doubled" => state with { Findings = [first, second, second] },
            "invented" => state with { Findings = [first, second, second with { Finding = second.Finding with { Id = "F-003" } }] },
            "voter" => state with { Voters = [.. state.Voters.Skip(1)] },
            "skipped" => state with { SkippedWorkers = [new SkippedWorker("a", 1, Core.Workers.WorkerStatus.Timeout, "late")] },
            "gate" => state with { Round2SkippedReason = "queue-empty" },
            _ => throw new ArgumentOutOfRangeException(nameof(edit), edit, "no such edit"),
        };
    }
}
