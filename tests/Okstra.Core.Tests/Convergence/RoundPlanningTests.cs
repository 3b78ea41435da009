using Okstra.Core.Convergence;

namespace Okstra.Core.Tests.Convergence;

public sealed class RoundPlanningTests
{
    [Fact]
    [Trait("Req", "R-CVG-08")]
    [Trait("Req", "R-CVG-35")]
    public void Round_one_asks_every_worker_that_does_not_support_a_queued_finding()
    {
        var state = ConvergenceFold.Run(Sample.Input("abc", 2, Sample.Finding("F-001", "a"), Sample.Finding("F-002", "b", "c")), []);

        var plan = RoundPlanning.Plan(state);

        Assert.Equal(["a:F-002", "b:F-001", "c:F-001"], plan.OrderBy(batch => batch.Worker, StringComparer.Ordinal).Select(batch => $"{batch.Worker}:{string.Join(',', batch.FindingIds)}"));
        Assert.All(plan.SelectMany(batch => batch.Asks), ask => Assert.Equal(AskRole.Refute, ask.Role));
    }

    [Fact]
    [Trait("Req", "R-CVG-10")]
    [Trait("Req", "R-WRK-65")]
    [Trait("Req", "R-CVG-09")]
    public void Confirmed_finding_is_not_sent_to_anyone_again()
    {
        var input = Sample.Input("abcd", 3, Sample.Finding("F-001", "a"), Sample.Finding("F-002", "a"), Sample.Finding("F-003", "a"));

        var (_, asked) = Play.Run(input, (batch, ask) => ask.FindingId switch
        {
            "F-001" => 'A',
            "F-002" => batch.Worker == "b" ? 'A' : 'u',
            _ => 'u',
        });

        Assert.All(asked.Where(batch => batch.Round > 1), batch => Assert.Equal(["F-003"], batch.FindingIds));
        Assert.Equal(3, asked.Max(batch => batch.Round));
    }

    [Fact]
    [Trait("Req", "R-CVG-35")]
    public void Later_rounds_ask_dissenters_to_reconsider_and_supporters_to_answer_the_veto()
    {
        var input = Sample.Input("abcd", 2, Sample.Finding("F-001", "a"));

        var (_, asked) = Play.Run(input, ClassRuleTests.Script("a:-m b:Am c:D d:d"));

        Assert.Equal(
            ["a:RespondToVeto", "b:RespondToVeto", "c:Reconsider", "d:Reconsider"],
            asked.Where(batch => batch.Round == 2).OrderBy(batch => batch.Worker, StringComparer.Ordinal).Select(batch => $"{batch.Worker}:{batch.Asks[0].Role}"));
    }

    [Fact]
    [Trait("Req", "R-CVG-18")]
    public void Findings_go_out_in_batches_of_at_most_twelve_in_a_stable_order()
    {
        var findings = Enumerable.Range(1, 30).Select(number => Sample.Finding($"F-{number:D3}", "a")).ToArray();

        var plan = RoundPlanning.Plan(ConvergenceFold.Run(Sample.Input("ab", 2, findings), []));

        Assert.Equal([(1, 12), (2, 12), (3, 6)], plan.Select(batch => (batch.Number, batch.Asks.Count)));
        Assert.Equal(findings.Select(finding => finding.Id), plan.SelectMany(batch => batch.FindingIds));
    }

    [Fact]
    public void Refuters_of_other_vendors_come_first()
    {
        var input = Sample.Input("abc", 2, Sample.Finding("F-001", "a")) with
        {
            Voters = [new Voter("a", "one", true), new Voter("b", "one", true), new Voter("c", "two", true)],
        };

        Assert.Equal(["c", "b"], RoundPlanning.Plan(ConvergenceFold.Run(input, [])).Select(batch => batch.Worker));
    }

    [Fact]
    public void Prompt_items_show_the_claim_and_the_last_rounds_arguments_but_no_worker_and_no_tally()
    {
        var input = Sample.Input("abcd", 3, Sample.Finding("F-001", "a"));
        var first = RoundPlanning.Plan(ConvergenceFold.Run(input, []));
        var state = ConvergenceFold.Run(input, [new RoundResult(1, "s", "e", [.. first.Select(batch => Play.Result(batch, _ => batch.Worker switch { "b" => 'A', "c" => 'D', _ => 'u' }))])]);

        var ofAuthor = Assert.Single(VerificationItems.For(RoundPlanning.Plan(state).Single(batch => batch.Worker == "a"), state));
        var ofDissenter = Assert.Single(VerificationItems.For(RoundPlanning.Plan(state).Single(batch => batch.Worker == "c"), state));
        var ofUndecided = Assert.Single(VerificationItems.For(RoundPlanning.Plan(state).Single(batch => batch.Worker == "d"), state));

        Assert.Equal([true], ofAuthor.Positions.Select(position => position.Against));
        Assert.Equal([true], ofUndecided.Positions.Select(position => position.Against));
        Assert.Equal([false], ofDissenter.Positions.Select(position => position.Against));
        Assert.All(ofAuthor.Evidence.Concat(ofAuthor.Positions.SelectMany(position => position.Citations)), evidence => Assert.Empty(evidence.Worker));
    }

    [Fact]
    public void Nothing_is_planned_when_convergence_is_finished()
    {
        var (state, _) = Play.Run(Sample.Input("ab", 2, Sample.Finding("F-001", "a")), ClassRuleTests.Script("b:A"));

        Assert.Empty(RoundPlanning.Plan(state));
    }
}
