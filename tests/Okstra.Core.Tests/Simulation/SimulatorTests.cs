using Okstra.Core.Simulation;

namespace Okstra.Core.Tests.Simulation;

public sealed class SimulatorTests
{
    private static readonly Lazy<IReadOnlyList<CaseResult>> SeedSeven = new(() => Run(new SimulationSettings { Policies = SimulatedPolicies.All }));

    /// <summary>The reference run (seed 7, 20 000 changes, another generator), every row and column of it: precision, recall, F1, findings and calls per change.</summary>
    [Theory]
    [InlineData("independent", "single", .500, .505, .502, 1.04, 0)]
    [InlineData("independent", "union", .382, .852, .528, 2.30, 0)]
    [InlineData("independent", "majority-raised", .793, .502, .615, .65, 0)]
    [InlineData("independent", "majority-agreeable", .399, .848, .542, 2.19, 3.77)]
    [InlineData("independent", "majority-evidence", .715, .848, .776, 1.22, 3.77)]
    [InlineData("independent", "veto-evidence", .965, .798, .873, .85, 3.77)]
    [InlineData("correlated", "union", .364, .789, .499, 2.24, 0)]
    [InlineData("correlated", "majority-agreeable", .377, .789, .510, 2.14, 3.17)]
    [InlineData("correlated", "veto-evidence", .868, .750, .805, .88, 3.17)]
    [InlineData("correlated", "refute-all", .918, .737, .818, .82, 3.44)]
    [InlineData("correlated", "refute-all-oracle", .964, .737, .836, .78, 3.44)]
    [InlineData("noisy", "single", .207, .402, .273, 2.00, 0)]
    [InlineData("noisy", "union", .172, .687, .275, 4.11, 0)]
    [InlineData("noisy", "majority-raised", .240, .375, .292, 1.61, 0)]
    [InlineData("noisy", "majority-agreeable", .180, .684, .285, 3.92, 6.39)]
    [InlineData("noisy", "veto-evidence", .701, .645, .672, .95, 6.39)]
    [InlineData("noisy", "refute-all", .810, .642, .716, .82, 6.64)]
    [InlineData("noisy", "refute-all-oracle", .912, .642, .753, .72, 6.64)]
    public void Seed_seven_reproduces_the_reference_table(string simulated, string policy, double precision, double recall, double f1, double findings, double calls)
    {
        var result = Of(SeedSeven.Value, simulated, policy);

        Assert.Equal(precision, result.Precision, .015);
        Assert.Equal(recall, result.Recall, .015);
        Assert.Equal(f1, result.F1, .015);
        Assert.Equal(findings, result.FindingsPerChange, .015);
        Assert.Equal(calls, result.CallsPerChange, .015);
    }

    /// <summary>What the model says exactly, by numerical integration over the latent variable that the workers share; the tolerance is some five standard errors of 20 000 changes.</summary>
    [Theory]
    [InlineData("independent", "single", .4951, .5000, 1.0349, 0)]
    [InlineData("independent", "union", .3797, .8511, 2.2972, 0)]
    [InlineData("independent", "majority-raised", .7867, .5000, .6513, 0)]
    [InlineData("independent", "majority-agreeable", .3956, .8502, 2.2026, 3.7869)]
    [InlineData("independent", "majority-evidence", .7096, .8498, 1.2272, 3.7869)]
    [InlineData("independent", "veto-agreeable", .4964, .8098, 1.6717, 3.7869)]
    [InlineData("independent", "refute-all", .9683, .7923, .8385, 3.9430)]
    [InlineData("correlated", "majority-raised", .4997, .5000, 1.0254, 0)]
    [InlineData("correlated", "majority-oracle", .5815, .7873, 1.3874, 3.1704)]
    [InlineData("correlated", "veto-evidence", .8680, .7486, .8838, 3.1704)]
    [InlineData("correlated", "refute-all", .9211, .7381, .8211, 3.4430)]
    [InlineData("correlated", "refute-all-oracle", .9670, .7381, .7822, 3.4430)]
    [InlineData("noisy", "union", .1716, .6913, 4.1284, 0)]
    [InlineData("noisy", "majority-agreeable", .1809, .6895, 3.9053, 6.3676)]
    [InlineData("noisy", "refute-all-agreeable", .2301, .6529, 2.9081, 6.6406)]
    [InlineData("noisy", "refute-all", .8092, .6436, .8150, 6.6406)]
    [InlineData("noisy", "veto-oracle", .7751, .6502, .8597, 6.3676)]
    public void Any_seed_scatters_around_the_exact_expectation(string simulated, string policy, double precision, double recall, double findings, double calls)
    {
        foreach (var seed in (ulong[])[1, 2, 1234567])
        {
            var settings = new SimulationSettings { Seed = seed, Cases = [.. SimulatedCases.Default.Where(one => one.Name == simulated)], Policies = [.. SimulatedPolicies.All.Where(one => one.Name == policy)] };

            var result = Of(Run(settings), simulated, policy);

            Assert.Equal(precision, result.Precision, .02);
            Assert.Equal(recall, result.Recall, .02);
            Assert.Equal(findings, result.FindingsPerChange, .01 + (.02 * findings));
            Assert.Equal(calls, result.CallsPerChange, .025 * calls);
        }
    }

    [Fact]
    public void Refuting_every_finding_is_worth_its_calls_when_workers_err_together()
    {
        var refuted = Of(SeedSeven.Value, "correlated", SimulatedPolicies.RefuteAll);

        Assert.True(refuted is { Precision: >= .90, Recall: >= .70 }, $"{refuted.Precision} at {refuted.Recall}");
        Assert.True(refuted.F1 > Of(SeedSeven.Value, "correlated", "veto-evidence").F1);
        Assert.True(refuted.F1 > Of(SeedSeven.Value, "correlated", "majority-evidence").F1 + .1);
    }

    [Fact]
    public void Number_of_threads_and_repetition_change_nothing()
    {
        var settings = new SimulationSettings { Changes = 3_001, EmptyRate = .1, CommonShock = .05, Workers = 4, Rounds = 2 };

        var alone = Figures(Simulator.Run(settings, 1, TestContext.Current.CancellationToken));

        Assert.Equal(alone, Figures(Simulator.Run(settings, 1, TestContext.Current.CancellationToken)));
        Assert.Equal(alone, Figures(Simulator.Run(settings, 7, TestContext.Current.CancellationToken)));
        Assert.NotEqual(alone, Figures(Run(settings with { Seed = 8 })));
    }

    [Fact]
    public void Cancellation_stops_a_simulation()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => Simulator.Run(new SimulationSettings(), 2, cancelled.Token));
    }

    private static IReadOnlyList<CaseResult> Run(SimulationSettings settings) => Simulator.Run(settings, 2, TestContext.Current.CancellationToken);

    private static PolicyResult Of(IReadOnlyList<CaseResult> results, string simulated, string policy) =>
        results.Single(result => result.Case.Name == simulated).Policies.Single(result => result.Policy.Name == policy);

    private static List<string> Figures(IReadOnlyList<CaseResult> results) => [.. results.SelectMany(result => result.Policies).Select(result => $"{result.Policy.Name} {result.Tally} {result.Defects}")];
}
