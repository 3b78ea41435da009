using Okstra.Core.Findings;

namespace Okstra.Core.Convergence;

/// <summary>The four questions in which policies differ; everything else about a round is the same for all of them.</summary>
public abstract class PolicyRules
{
    public static PolicyRules Of(ConvergencePolicy policy) => policy switch
    {
        ConvergencePolicy.Evidence => EvidencePolicy.Instance,
        ConvergencePolicy.Classic => ClassicPolicy.Instance,
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "not a policy"),
    };

    /// <summary>What a vote counts as.</summary>
    /// <param name="answered">As the worker answered it.</param>
    /// <param name="carries">At least one citation of this vote holds or moved.</param>
    /// <param name="facesVeto">The worker supports the finding, a veto stands, and it is round 2 or later.</param>
    public abstract Vote Count(Vote answered, bool carries, bool facesVeto);

    /// <summary>In which role the worker is asked about a queued finding, or null when it is not asked.</summary>
    public abstract AskRole? RoleOf(string worker, FindingState finding, ConvergenceInput input, int round);

    /// <summary>The class a finding has before any round, or null when it is queued.</summary>
    public abstract FindingClass? BeforeRounds(FindingState finding, ConvergenceInput input);

    /// <summary>The class a queued finding has earned after a round, or null while it stays queued.</summary>
    /// <param name="finding">After the votes of the round.</param>
    /// <param name="input">Workers and policy.</param>
    /// <param name="lastRound">No further round will run.</param>
    public abstract FindingClass? AfterRound(FindingState finding, ConvergenceInput input, bool lastRound);

    /// <summary>The class when no loop runs, because it is off or fewer than two workers are usable.</summary>
    public abstract FindingClass WithoutLoop(FindingState finding);

    // The latest record decides, errors included: a worker that failed when asked again has not said that it cannot tell. A concern that was never
    // substantiated is dropped: it must weigh no more than the AGREE without evidence, which counts as UNVERIFIABLE.
    private protected static bool OthersCannotTell(FindingState finding, ConvergenceInput input) => input.V
        .Where(worker => !finding.Supporters.Contains(worker))
        .All(worker => finding.LatestOf(worker)?.Counted is Vote.Unverifiable or Vote.Concern);
}
