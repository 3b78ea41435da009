namespace Okstra.Core.Simulation;

/// <summary>
/// Monte Carlo over changes: every policy judges the same draws. Same settings, same result, on any number of threads: each change has its own stream and
/// only whole numbers are added up.
/// </summary>
public static class Simulator
{
    private const int ChunkSize = 250;

    /// <summary>One result per case, in the order of the settings.</summary>
    /// <param name="settings">Checked before anything is drawn.</param>
    /// <param name="threads">How many may work at once, at least 1.</param>
    /// <param name="cancellationToken">Stops between two chunks.</param>
    public static IReadOnlyList<CaseResult> Run(SimulationSettings settings, int threads, CancellationToken cancellationToken)
    {
        SimulationLimits.Check(settings);
        var roster = new SimulatedRoster(settings.Workers);
        return [.. settings.Cases.Select(simulated => Run(simulated, settings, roster, threads, cancellationToken))];
    }

    private static CaseResult Run(SimulatedCase simulated, SimulationSettings settings, SimulatedRoster roster, int threads, CancellationToken cancellationToken)
    {
        var draw = new ChangeDraw(simulated, settings);
        var trials = settings.Policies.Select(policy => new PolicyTrial(roster, policy, settings)).ToList();
        var sums = new PolicyTally[settings.Policies.Count];
        var defects = 0L;
        var gate = new Lock();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, ((settings.Changes - 1) / ChunkSize) + 1, parallel, chunk =>
        {
            var own = new PolicyTally[settings.Policies.Count];
            var ownDefects = 0L;
            for (var index = chunk * ChunkSize; index < Math.Min(settings.Changes, (chunk + 1) * ChunkSize); index++)
            {
                var change = draw.Change(index);
                ownDefects += change.Defects;
                for (var policy = 0; policy < own.Length; policy++)
                {
                    own[policy] += trials[policy].Of(change);
                }
            }

            lock (gate)
            {
                defects += ownDefects;
                for (var policy = 0; policy < own.Length; policy++)
                {
                    sums[policy] += own[policy];
                }
            }
        });
        return new CaseResult(simulated, [.. settings.Policies.Select((policy, index) => new PolicyResult(policy, sums[index], defects, settings.Changes))]);
    }
}
