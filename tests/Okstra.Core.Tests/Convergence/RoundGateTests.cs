using Okstra.Core.Convergence;
using Okstra.Core.Problems;
using Okstra.Core.Tasks;

namespace Okstra.Core.Tests.Convergence;

public sealed class RoundGateTests
{
    [Theory]
    [Trait("Req", "R-CVG-14")]
    [Trait("Req", "R-CVG-15")]
    [Trait("Req", "R-CVG-38")]
    [Trait("Req", "R-CVG-39")]
    // Round 2 runs: reason null; round 3 is beyond the maximum.
    [InlineData(2, "b:u c:u", 2, null, "max-rounds-reached")]
    [InlineData(3, "b:u c:u", 3, null, null)]
    // (a) the queue is empty after round 1.
    [InlineData(2, "b:A c:A", 1, "queue-empty", "max-rounds-reached")]
    [InlineData(3, "b:A c:A", 1, "queue-empty", "queue-empty")]
    // (b) no dispatch of the round before completed.
    [InlineData(2, "b:x c:x", 1, "no-completed-reverify", "max-rounds-reached")]
    [InlineData(3, "b:ux c:ux", 2, null, "no-completed-reverify")]
    // One completed dispatch is enough.
    [InlineData(2, "b:x c:u", 2, null, "max-rounds-reached")]
    [InlineData(1, "b:u c:u", 1, "max-rounds-reached", "max-rounds-reached")]
    public void Gate_is_tested_after_each_round(int maxRounds, string script, int executed, string? round2, string? round3)
    {
        var (state, _) = Play.Run(Sample.Input("abc", maxRounds, Sample.Finding("F-001", "a")), ClassRuleTests.Script(script));

        Assert.Equal(executed, state.RoundHistory.Count);
        Assert.Equal(round2, state.Round2SkippedReason);
        Assert.Equal(round3, state.Round3SkippedReason);
    }

    [Fact]
    public void No_finding_means_no_round_and_an_empty_queue()
    {
        var (state, asked) = Play.Run(Sample.Input("abc", 2), (_, _) => 'A');

        Assert.Empty(asked);
        Assert.Equal("queue-empty", state.Round2SkippedReason);
    }

    [Theory]
    [Trait("Req", "R-CVG-02")]
    [Trait("Req", "R-CVG-04")]
    [Trait("Req", "R-WRK-62")]
    [InlineData(TaskType.RequirementsDiscovery, null, 1)]
    [InlineData(TaskType.ErrorAnalysis, null, 2)]
    [InlineData(TaskType.ImplementationPlanning, null, 2)]
    [InlineData(TaskType.Implementation, null, 2)]
    [InlineData(TaskType.FinalVerification, null, 2)]
    [InlineData(TaskType.ReleaseHandoff, null, 2)]
    [InlineData(TaskType.RequirementsDiscovery, 3, 3)]
    [InlineData(TaskType.ErrorAnalysis, 1, 1)]
    public void Rounds_default_by_phase_and_are_recorded_as_they_hold(TaskType taskType, int? requested, int expected)
    {
        var config = ConvergenceRules.Resolve(taskType, new ConvergenceSettings { MaxRounds = requested });

        Assert.Equal(expected, config.EffectiveMaxRounds);
        Assert.Equal(requested, config.RequestedMaxRounds);
    }

    [Fact]
    [Trait("Req", "R-CVG-05")]
    public void Convergence_never_runs_in_a_single_lead_run()
    {
        var handoff = ConvergenceRules.Resolve(TaskType.ReleaseHandoff, new ConvergenceSettings { Enabled = true, MaxRounds = 3 });
        var emptyRoster = ConvergenceFold.Run(Sample.Input("", 3, Sample.Finding("F-001", "lead")), []);

        Assert.False(handoff.Enabled);
        Assert.Null(ConvergenceFold.Run(Sample.Input("abc", 3, Sample.Finding("F-001", "a")) with { Config = handoff }, []).NextRound);
        Assert.True(emptyRoster.Finished);
        Assert.Empty(RoundPlanning.Plan(emptyRoster));
    }

    [Theory]
    [Trait("Req", "R-CVG-02")]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(-1)]
    public void Rounds_outside_one_to_three_are_refused(int requested)
    {
        var error = Assert.Throws<UserErrorException>(() => ConvergenceRules.EffectiveMaxRounds(TaskType.ErrorAnalysis, requested));

        Assert.Contains("1, 2, 3", error.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-CVG-01")]
    [Trait("Req", "R-CVG-03")]
    public void Convergence_is_on_and_lightweight_by_default_and_refuses_other_modes()
    {
        var config = ConvergenceRules.Resolve(TaskType.ErrorAnalysis, new ConvergenceSettings());

        Assert.True(config.Enabled);
        Assert.Equal("lightweight", config.VerificationMode);
        Assert.Equal("full-reanalysis", ConvergenceRules.Resolve(TaskType.ErrorAnalysis, new ConvergenceSettings { VerificationMode = "full-reanalysis" }).VerificationMode);
        Assert.Throws<UserErrorException>(() => ConvergenceRules.Resolve(TaskType.ErrorAnalysis, new ConvergenceSettings { VerificationMode = "heavy" }));
    }
}
