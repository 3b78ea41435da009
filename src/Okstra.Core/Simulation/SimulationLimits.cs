using Okstra.Core.Convergence;
using Okstra.Core.Problems;

namespace Okstra.Core.Simulation;

/// <summary>Ranges of what a simulation takes, and the refusal of what lies outside.</summary>
public static class SimulationLimits
{
    public const int MaxChanges = 5_000_000;
    public const int MinWorkers = 2;
    public const int MaxWorkers = 5;
    public const double MaxFalseFindings = 20;

    /// <summary>Below it one worker would invent hundreds of findings per change.</summary>
    public const double MinPrecision = 0.02;

    /// <exception cref="UserErrorException">The first value that is out of range, by the name of its option.</exception>
    public static void Check(SimulationSettings settings)
    {
        Within("--changes", settings.Changes, 1, MaxChanges);
        Within("--workers", settings.Workers, MinWorkers, MaxWorkers);
        Within("--rounds", settings.Rounds, 1, ConvergenceRules.MaxRoundsLimit);
        Within("--empty-rate", settings.EmptyRate, 0, 1);
        Within("--common-shock", settings.CommonShock, 0, 1);
        foreach (var simulated in settings.Cases)
        {
            Within("--detection", simulated.Detection, 0, 1);
            Within("--false-findings", simulated.FalseFindings, 0, MaxFalseFindings);
            Within("--rho", simulated.Rho, 0, 1);
            Within("--shared", simulated.Shared, 0, 1);
        }

        foreach (var verifier in settings.Policies.Select(policy => policy.Verifier).OfType<VerifierProfile>())
        {
            Within("--tpr", verifier.Tpr, 0, 1);
            Within("--tnr", verifier.Tnr, 0, 1);
        }
    }

    /// <summary>Refuses a value out of range; NaN is.</summary>
    public static void Within(string option, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
        {
            throw Refusal(option, value.ToString("R"), Range(least, most));
        }
    }

    public static string Range(double least, double most) => $"a number from {least:0.##} to {most:0.##}";

    /// <summary>What a value that is not valid is told.</summary>
    public static UserErrorException Refusal(string option, string given, string valid) =>
        new("OKS0560", $"{option} is {Text.SafeText.OneLine(given, 40)}; valid: {valid}", $"give {option} {valid}, or leave it out for the default");
}
