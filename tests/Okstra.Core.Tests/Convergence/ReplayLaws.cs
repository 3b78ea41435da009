using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Convergence;

namespace Okstra.Core.Tests.Convergence;

/// <summary>What must be true of every replay.</summary>
public sealed class ReplayLaws
{
    private static void Holds(Action<int> law) => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => law(seed & 0xFFFFFF)).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static IEnumerable<(ConvergencePolicy Policy, int MaxRounds)> Rules =>
        Enum.GetValues<ConvergencePolicy>().SelectMany(policy => Enumerable.Range(1, 3).Select(rounds => (policy, rounds)));

    [Fact]
    public void A_state_document_is_what_its_own_votes_give_whatever_was_answered() => Holds(seed => Assert.All(Rules, rules =>
    {
        var (findings, state) = new ReplayWorld(seed, rules.Policy, rules.MaxRounds, Failures: true).Live();

        Assert.Empty(StateConsistency.Check(findings, state, null));
        var outcome = ConvergenceReplay.Run(findings, state, null, state.Config);
        Assert.DoesNotContain(outcome.Findings, finding => finding.Changed);
        Assert.Empty(outcome.Missing);
    }));

    [Fact]
    public void A_replayed_class_is_the_one_a_run_under_those_rules_would_have_given() => Holds(seed => Assert.All(Rules.SelectMany(then => Rules.Select(now => (then, now))), pair =>
    {
        var (findings, state) = new ReplayWorld(seed, pair.then.Policy, pair.then.MaxRounds, Failures: false).Live();
        var lived = new ReplayWorld(seed, pair.now.Policy, pair.now.MaxRounds, Failures: false).Live().State.Findings.ToDictionary(finding => finding.Finding.Id, finding => finding.Classification);

        var outcome = ConvergenceReplay.Run(findings, state, null, state.Config with { Policy = pair.now.Policy, RequestedMaxRounds = pair.now.MaxRounds, EffectiveMaxRounds = pair.now.MaxRounds });

        Assert.All(outcome.Findings.Where(finding => finding.Now is not null), finding => Assert.Equal(lived[finding.Id], finding.Now));
        Assert.Equal(outcome.Findings.Any(finding => finding.Now is null), outcome.Missing.Count > 0);
        Assert.Equal(outcome.Missing.Count > 0, outcome.NewCalls > 0);
    }));

    [Fact]
    public void Fewer_rounds_under_the_same_policy_need_no_new_answer() => Holds(seed =>
    {
        var (findings, state) = new ReplayWorld(seed, ConvergencePolicy.Evidence, 3, Failures: true).Live();

        var outcome = ConvergenceReplay.Run(findings, state, null, state.Config with { RequestedMaxRounds = 1, EffectiveMaxRounds = 1 });

        Assert.Empty(outcome.Missing);
        Assert.All(outcome.Findings, finding => Assert.NotNull(finding.Now));
    });
}
