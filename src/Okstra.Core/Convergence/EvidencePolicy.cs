using Okstra.Core.Findings;

namespace Okstra.Core.Convergence;

/// <summary>Policy <c>evidence</c>: agreement is worth its evidence, one substantiated dissent is a veto, and nothing is confirmed that no refuter examined.</summary>
public sealed class EvidencePolicy : PolicyRules
{
    private EvidencePolicy()
    {
    }

    public static EvidencePolicy Instance { get; } = new();

    public override Vote Count(Vote answered, bool carries, bool facesVeto) => answered switch
    {
        Vote.Agree => carries ? Vote.Agree : Vote.Unverifiable,
        Vote.Disagree => carries ? Vote.Disagree : Vote.Concern,
        Vote.Withdraw or Vote.Maintain => facesVeto ? answered : Vote.Unverifiable,
        Vote.VerificationError => Vote.VerificationError,
        _ => Vote.Unverifiable,
    };

    public override AskRole? RoleOf(string worker, FindingState finding, ConvergenceInput input, int round)
    {
        if (!finding.Supporters.Contains(worker))
        {
            return finding.Dissenters.Contains(worker) || finding.LatestOf(worker)?.Counted == Vote.Concern ? AskRole.Reconsider : AskRole.Refute;
        }

        if (finding.Dissenters.Count > 0)
        {
            return AskRole.RespondToVeto;
        }

        if (!AuthorsToldToRefute(finding, input, round).Contains(worker, StringComparer.Ordinal))
        {
            return null;
        }

        return finding.LatestOf(worker)?.Counted == Vote.Concern ? AskRole.Reconsider : AskRole.Refute;
    }

    public override FindingClass? BeforeRounds(FindingState finding, ConvergenceInput input) => null;

    public override FindingClass? AfterRound(FindingState finding, ConvergenceInput input, bool lastRound)
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

    /// <summary>Nobody looked twice: what carries its claim is <c>worker-unique</c>, the rest <c>contested</c>.</summary>
    public override FindingClass WithoutLoop(FindingState finding) => finding.CarriedBySupporter ? FindingClass.WorkerUnique : FindingClass.Contested;

    /// <summary>
    /// When every usable worker supports the finding, authors are told to try to refute it: the one with the fewest citations that carry, then the
    /// lowest confidence, then the id; in each further round the next one as well. Whether the earlier ones failed, could not tell or brought
    /// nothing does not matter: a vote without evidence must not change who is asked.
    /// </summary>
    private static IEnumerable<string> AuthorsToldToRefute(FindingState finding, ConvergenceInput input, int round) =>
        finding.SurvivedRefuter || !input.V.All(finding.Supporters.Contains)
            ? []
            : input.V
                .OrderBy(finding.Finding.CarryingCitationsOf)
                .ThenBy(worker => ConfidenceOf(finding.Finding, worker))
                .ThenBy(worker => worker, StringComparer.Ordinal)
                .Take(round);

    private static double ConfidenceOf(ClusteredFinding finding, string worker) => finding.Positions
        .Where(position => string.Equals(position.Worker, worker, StringComparison.Ordinal))
        .Select(position => position.Confidence)
        .DefaultIfEmpty(finding.Confidence)
        .Max();

    private static bool IsBy(CastVote vote, string worker) => string.Equals(vote.Worker, worker, StringComparison.Ordinal);
}
