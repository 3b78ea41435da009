using Okstra.Core.Simulation;

namespace Okstra.Cli.Output;

/// <summary>One simulated case with its parameters.</summary>
internal sealed record SimulatedCaseLine
{
    public required string Name { get; init; }

    public required double Detection { get; init; }

    public required double FalseFindings { get; init; }

    public required double PrecisionOfOne { get; init; }

    public required double Rho { get; init; }

    public required double Shared { get; init; }

    public required double EffectiveVotes { get; init; }

    public required IReadOnlyList<SimulatedPolicyLine> Policies { get; init; }

    public static SimulatedCaseLine Of(CaseResult result, int workers) => new()
    {
        Name = result.Case.Name,
        Detection = result.Case.Detection,
        FalseFindings = Math.Round(result.Case.FalseFindings, SimulatedPolicyLine.Digits),
        PrecisionOfOne = Math.Round(result.Case.PrecisionOfOne(workers), SimulatedPolicyLine.Digits),
        Rho = result.Case.Rho,
        Shared = result.Case.Shared,
        EffectiveVotes = Math.Round(result.Case.EffectiveVotes(workers), SimulatedPolicyLine.Digits),
        Policies = [.. result.Policies.Select(SimulatedPolicyLine.Of)],
    };
}
