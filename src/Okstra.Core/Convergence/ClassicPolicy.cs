using Okstra.Core.Findings;

namespace Okstra.Core.Convergence;

/// <summary>
/// Policy <c>classic</c> (R-CVG-33…37): votes count as they were cast and the majority decides. Kept for comparison and for teams that come from the
/// original; by the simulator it accepts far more wrong findings than <c>evidence</c>.
/// </summary>
public sealed class ClassicPolicy : PolicyRules
{
    private ClassicPolicy()
    {
    }

    public static ClassicPolicy Instance { get; } = new();

    public override Vote Count(Vote answered, bool carries, bool facesVeto) =>
        answered is Vote.Agree or Vote.Disagree or Vote.VerificationError ? answered : Vote.Unverifiable;

    public override AskRole? RoleOf(string worker, FindingState finding, ConvergenceInput input, int round) =>
        finding.Supporters.Contains(worker) ? null
        : finding.Dissenters.Contains(worker) ? AskRole.Reconsider
        : AskRole.Refute;

    public override FindingClass? BeforeRounds(FindingState finding, ConvergenceInput input) =>
        input.V.All(finding.Supporters.Contains) ? FindingClass.FullConsensus : null;

    public override FindingClass? AfterRound(FindingState finding, ConvergenceInput input, bool lastRound)
    {
        var supporters = input.V.Count(finding.Supporters.Contains);
        if (finding.Dissenters.Count == 0 && supporters == input.V.Count)
        {
            return FindingClass.FullConsensus;
        }

        if (supporters >= 2 && supporters > finding.Dissenters.Count)
        {
            return FindingClass.PartialConsensus;
        }

        return supporters == 1 && finding.Dissenters.Count == 0 && OthersCannotTell(finding, input) ? FindingClass.WorkerUnique : null;
    }

    public override FindingClass WithoutLoop(FindingState finding) => FindingClass.WorkerUnique;
}
