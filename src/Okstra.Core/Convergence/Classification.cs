using Okstra.Core.Findings;

namespace Okstra.Core.Convergence;

/// <summary>The class rules of policy <c>evidence</c>.</summary>
public static class Classification
{
    /// <summary>The class a queued finding has earned after a round, or null while it stays queued.</summary>
    /// <param name="finding">After the votes of the round.</param>
    /// <param name="input">Workers and policy.</param>
    /// <param name="lastRound">No further round will run: <c>worker-unique</c> becomes possible.</param>
    public static FindingClass? AfterRound(FindingState finding, ConvergenceInput input, bool lastRound)
    {
        if (finding.Supporters.Count == 0)
        {
            return finding.Finding.Authors.Any(author => finding.Votes.Any(vote => IsBy(vote, author) && vote.Counted is Vote.Withdraw or Vote.Disagree))
                ? FindingClass.Withdrawn
                : null;
        }

        if (finding.Dissenters.Count > 0 || !finding.CarriedBySupporter)
        {
            return null;
        }

        var supporters = input.V.Count(finding.Supporters.Contains);
        if (finding.SurvivedRefuter && supporters == input.V.Count)
        {
            return FindingClass.FullConsensus;
        }

        if (finding.SurvivedRefuter && supporters >= 2)
        {
            return FindingClass.PartialConsensus;
        }

        return lastRound && supporters <= 1 && OthersCannotTell(finding, input) ? FindingClass.WorkerUnique : null;
    }

    /// <summary>Without a loop nobody looked twice: what carries its claim is <c>worker-unique</c>, the rest <c>contested</c>.</summary>
    public static FindingClass WithoutLoop(FindingState finding) => finding.CarriedBySupporter ? FindingClass.WorkerUnique : FindingClass.Contested;

    // The latest record decides, errors included: a worker that failed when asked again has not said that it cannot tell.
    private static bool OthersCannotTell(FindingState finding, ConvergenceInput input) => input.V
        .Where(worker => !finding.Supporters.Contains(worker))
        .All(worker => finding.LatestOf(worker)?.Counted == Vote.Unverifiable);

    private static bool IsBy(CastVote vote, string worker) => string.Equals(vote.Worker, worker, StringComparison.Ordinal);
}
