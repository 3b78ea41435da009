namespace Okstra.Core.Simulation;

/// <summary>One kind of team: how well its workers find defects, how often they invent some, and how much they resemble one another.</summary>
public sealed record SimulatedCase
{
    public required string Name { get; init; }

    /// <summary>Separates this case's random numbers from those of the others.</summary>
    public required ulong Stream { get; init; }

    /// <summary>Probability that one worker finds a given defect.</summary>
    public required double Detection { get; init; }

    /// <summary>Mean number of false findings that one worker invents per change, those it repeats after others not counted.</summary>
    public required double FalseFindings { get; init; }

    /// <summary>Correlation ρ of the latent variables behind the workers' hits and behind the verifiers' answers.</summary>
    public required double Rho { get; init; }

    /// <summary>Probability that another worker makes the same false finding (shared hallucination).</summary>
    public required double Shared { get; init; }

    /// <summary>What a single worker's findings are worth: its true ones over all, in expectation.</summary>
    public double PrecisionOfOne(int workers)
    {
        var right = Detection * ChangeModel.DefectsPerChange;
        var raised = right + FalseFindingsRaised(workers);
        return raised > 0 ? right / raised : 0;
    }

    /// <summary>The rate of <see cref="FalseFindings"/> that gives one worker this precision.</summary>
    public static double FalseFindingsFor(double precision, double detection, double shared, int workers) =>
        detection * ChangeModel.DefectsPerChange * (1 - precision) / precision / (1 + ((workers - 1) * shared));

    /// <summary>How many independent votes this many correlated ones are worth: n / (1 + (n − 1)ρ) (L. Kish, Survey Sampling, 1965).</summary>
    public double EffectiveVotes(int workers) => workers / (1 + ((workers - 1) * Rho));

    private double FalseFindingsRaised(int workers) => FalseFindings * (1 + ((workers - 1) * Shared));
}
