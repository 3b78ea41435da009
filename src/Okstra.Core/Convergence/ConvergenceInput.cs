namespace Okstra.Core.Convergence;

/// <summary>What convergence starts from: nothing in it changes from round to round.</summary>
/// <param name="Config">What holds for this run.</param>
/// <param name="Voters">Usable analysis workers and extra voters, in any order.</param>
/// <param name="Findings">Equal ones joined, see <see cref="Grouping.Clustering"/>.</param>
public sealed record ConvergenceInput(ConvergenceConfig Config, IReadOnlyList<Voter> Voters, IReadOnlyList<ClusteredFinding> Findings)
{
    /// <summary>The usable analysis workers V, ordinally sorted; extra voters are not in it.</summary>
    public IReadOnlyList<string> V => [.. Voters.Where(voter => voter.CountsInV).Select(voter => voter.Worker).Order(StringComparer.Ordinal)];

    /// <summary>The loop is skipped when convergence is off or fewer than two workers are usable (R-CVG-33).</summary>
    public bool LoopRuns => Config.Enabled && V.Count >= 2;
}
