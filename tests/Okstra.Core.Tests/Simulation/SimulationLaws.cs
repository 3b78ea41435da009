using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Simulation;

namespace Okstra.Core.Tests.Simulation;

/// <summary>What must be true of every simulation. Policies judge the same draws, so laws that compare two settings hold exactly, not only on average.</summary>
public sealed class SimulationLaws
{
    /// <summary>Settings from one seed, all in range.</summary>
    private static SimulationSettings Settings(int seed)
    {
        var random = new RandomStream((ulong)(uint)seed, 99, 0);
        return new SimulationSettings
        {
            Seed = random.Next() >> 11,
            Changes = 60,
            Workers = 2 + random.Below(4),
            Rounds = 1 + random.Below(3),
            EmptyRate = random.Chance(.5) ? random.Unit() / 2 : 0,
            CommonShock = random.Chance(.5) ? random.Unit() / 2 : 0,
            Cases = [SimulatedCases.Custom(random.Unit(), 2 * random.Unit(), random.Unit(), random.Unit())],
            Policies = [.. SimulatedPolicies.All, .. SimulatedPolicies.WithVerifier(new VerifierProfile(VerifierProfile.CustomName, random.Unit(), random.Unit()))],
        };
    }

    private static void Holds(Action<SimulationSettings> law) => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => law(Settings(seed))).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static IReadOnlyList<PolicyResult> Run(SimulationSettings settings) => Simulator.Run(settings, 1, CancellationToken.None)[0].Policies;

    [Fact]
    public void Figures_stay_in_their_ranges() => Holds(settings =>
    {
        var results = Run(settings);
        var union = results.Single(result => result.Policy.Rule == AcceptanceRule.Union);

        foreach (var result in results)
        {
            Assert.InRange(result.Precision, 0, 1);
            Assert.InRange(result.Recall, 0, union.Recall);
            Assert.InRange(result.F1, 0, 1);
            Assert.InRange(result.FindingsPerChange, 0, union.FindingsPerChange);
            Assert.InRange(result.CallsPerChange, 0, union.FindingsPerChange * settings.Workers * settings.Rounds);
        }
    });

    [Fact]
    public void Verifiers_that_reject_more_of_what_is_false_never_lower_precision_or_touch_recall() => Holds(settings =>
    {
        IReadOnlyList<PolicyResult> With(double tnr) => Run(settings with { Policies = SimulatedPolicies.WithVerifier(new VerifierProfile(VerifierProfile.CustomName, .9, tnr)) });

        foreach (var (lax, strict) in With(.3).Zip(With(.8)))
        {
            Assert.True(strict.Precision >= lax.Precision, $"{strict.Policy.Name}: {lax.Precision} became {strict.Precision}");
            Assert.Equal(lax.Recall, strict.Recall);
        }
    });

    [Fact]
    public void Verifiers_without_fault_keep_exactly_what_is_true_and_got_a_second_opinion() => Holds(settings =>
    {
        var perfect = settings with { EmptyRate = 0, CommonShock = 0, Policies = [.. SimulatedPolicies.Raised, .. SimulatedPolicies.WithVerifier(new VerifierProfile(VerifierProfile.CustomName, 1, 1))] };

        var results = Run(perfect).ToDictionary(result => result.Policy.Name, StringComparer.Ordinal);

        Assert.Equal(results["union"].Recall, results["refute-all-custom"].Recall);
        Assert.Equal(0, results["refute-all-custom"].Tally.FalsePositives);
    });

    [Fact]
    public void Workers_whose_answers_are_all_empty_find_nothing() => Holds(settings =>
        Assert.All(Run(settings with { EmptyRate = 1 }), result => Assert.Equal(default, result.Tally)));

    [Fact]
    public void Workers_that_always_fail_together_find_nothing_that_is_true() => Holds(settings =>
    {
        foreach (var result in Run(settings with { CommonShock = 1, EmptyRate = 0 }))
        {
            Assert.Equal(0, result.Recall);
            // And every verifier waves through what is false.
            Assert.True(result.Policy.Rule != AcceptanceRule.Evidence || result.Tally.FalsePositives == Run(settings with { CommonShock = 1, EmptyRate = 0, Policies = SimulatedPolicies.Raised })[1].Tally.FalsePositives);
        }
    });

    [Fact]
    public void Precision_asked_for_is_the_precision_of_one_worker() => Holds(settings =>
    {
        var one = settings.Cases[0] with { Detection = .5 };
        var wanted = .1 + (.8 * one.Rho);

        var custom = one with { FalseFindings = SimulatedCase.FalseFindingsFor(wanted, one.Detection, one.Shared, settings.Workers) };

        Assert.Equal(wanted, custom.PrecisionOfOne(settings.Workers), 1e-12);
    });
}
