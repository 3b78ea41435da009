using Okstra.Core.Convergence;

namespace Okstra.Core.Simulation;

/// <summary>Draws changes of one case: a Gaussian copula makes workers find, miss and misjudge the same things.</summary>
public sealed class ChangeDraw
{
    private readonly SimulatedCase _case;
    private readonly SimulationSettings _settings;
    private readonly double _falseLimit;
    private readonly double _detectionThreshold;
    private readonly double _common;
    private readonly double _own;

    public ChangeDraw(SimulatedCase simulated, SimulationSettings settings)
    {
        _case = simulated;
        _settings = settings;
        _falseLimit = ExactMath.ExpOfMinus(simulated.FalseFindings * settings.Workers);
        _detectionThreshold = NormalQuantile.Of(simulated.Detection);
        _common = Math.Sqrt(simulated.Rho);
        _own = Math.Sqrt(1 - simulated.Rho);
    }

    /// <summary>The change of this number; the same one whenever it is asked for.</summary>
    public SimulatedChange Change(int index)
    {
        var random = new RandomStream(_settings.Seed, _case.Stream, (ulong)index);
        var usable = ~Mask(random) & ((1 << _settings.Workers) - 1);
        var emptyVotes = new int[ConvergenceRules.MaxRoundsLimit];
        for (var round = 0; round < emptyVotes.Length; round++)
        {
            emptyVotes[round] = Mask(random);
        }

        var findings = new List<SimulatedFinding>();
        var defects = random.Chance(ChangeModel.CleanShare) ? 0 : Math.Max(1, random.Poisson(ChangeModel.DefectLimit));
        for (var defect = 0; defect < defects; defect++)
        {
            Add(findings, true, Detectors(random) & usable, random);
        }

        var inventions = random.Poisson(_falseLimit);
        for (var invention = 0; invention < inventions; invention++)
        {
            Add(findings, false, Believers(random) & usable, random);
        }

        return new SimulatedChange { Defects = defects, Usable = usable, Findings = findings, EmptyVotes = emptyVotes };
    }

    private int Mask(RandomStream random)
    {
        var mask = 0;
        for (var worker = 0; worker < _settings.Workers; worker++)
        {
            mask |= random.Chance(_settings.EmptyRate) ? 1 << worker : 0;
        }

        return mask;
    }

    private int Detectors(RandomStream random)
    {
        var missedByAll = random.Chance(_settings.CommonShock);
        var latents = Latents(random);
        var mask = 0;
        for (var worker = 0; worker < latents.Length; worker++)
        {
            mask |= latents[worker] < _detectionThreshold ? 1 << worker : 0;
        }

        return missedByAll ? 0 : mask;
    }

    // One worker invents it, each of the others may have invented the same.
    private int Believers(RandomStream random)
    {
        var mask = 1 << random.Below(_settings.Workers);
        for (var other = 0; other < _settings.Workers; other++)
        {
            mask |= random.Chance(_case.Shared) ? 1 << other : 0;
        }

        return mask;
    }

    private void Add(List<SimulatedFinding> findings, bool isTrue, int raisers, RandomStream random)
    {
        if (raisers != 0)
        {
            findings.Add(new SimulatedFinding(isTrue, raisers, Latents(random), random.Chance(_settings.CommonShock)));
        }
    }

    private double[] Latents(RandomStream random)
    {
        var latents = new double[_settings.Workers];
        var common = _common * random.Gaussian();
        for (var worker = 0; worker < latents.Length; worker++)
        {
            latents[worker] = common + (_own * random.Gaussian());
        }

        return latents;
    }
}
