using Okstra.Core.Problems;
using Okstra.Core.Simulation;

namespace Okstra.Core.Tests.Simulation;

public sealed class SimulationLimitsTests
{
    [Theory]
    [InlineData("--changes")]
    [InlineData("--workers")]
    [InlineData("--rounds")]
    [InlineData("--empty-rate")]
    [InlineData("--common-shock")]
    [InlineData("--detection")]
    [InlineData("--false-findings")]
    [InlineData("--rho")]
    [InlineData("--shared")]
    [InlineData("--tpr")]
    [InlineData("--tnr")]
    public void Value_out_of_range_is_refused_by_the_name_of_its_option(string option)
    {
        var settings = new SimulationSettings();
        var one = SimulatedCases.Correlated;
        settings = option switch
        {
            "--changes" => settings with { Changes = 0 },
            "--workers" => settings with { Workers = 6 },
            "--rounds" => settings with { Rounds = 4 },
            "--empty-rate" => settings with { EmptyRate = 1.01 },
            "--common-shock" => settings with { CommonShock = double.NaN },
            "--detection" => settings with { Cases = [one with { Detection = -.1 }] },
            "--false-findings" => settings with { Cases = [one with { FalseFindings = 21 }] },
            "--rho" => settings with { Cases = [one with { Rho = 2 }] },
            "--shared" => settings with { Cases = [one with { Shared = double.PositiveInfinity }] },
            "--tpr" => settings with { Policies = SimulatedPolicies.WithVerifier(new VerifierProfile("custom", 1.5, 0)) },
            _ => settings with { Policies = SimulatedPolicies.WithVerifier(new VerifierProfile("custom", 0, -1)) },
        };

        var refusal = Assert.Throws<UserErrorException>(() => Simulator.Run(settings, 1, TestContext.Current.CancellationToken));

        Assert.StartsWith($"{option} is ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("valid: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Effective_votes_shrink_with_correlation()
    {
        Assert.Equal(3, (SimulatedCases.Correlated with { Rho = 0 }).EffectiveVotes(3), 1e-12);
        Assert.Equal(1.7647, SimulatedCases.Correlated.EffectiveVotes(3), 1e-4);
        Assert.Equal(1, (SimulatedCases.Correlated with { Rho = 1 }).EffectiveVotes(5), 1e-12);
    }
}
