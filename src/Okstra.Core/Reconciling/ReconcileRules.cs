namespace Okstra.Core.Reconciling;

/// <summary>Whether a recorded stage still matches the git history, and when it does not, whether the same content provably lies elsewhere (R-OPN-38).</summary>
public static class ReconcileRules
{
    public static StageState Judge(StageEvidence evidence)
    {
        var state = new StageState
        {
            Stage = evidence.Record.Stage,
            RecordedSha = evidence.Record.HeadSha ?? "",
            Kind = ReconcileKind.Ok,
            Reason = null,
            Branch = evidence.Record.Branch,
            BranchTip = evidence.BranchTip,
            CandidateSha = null,
        };
        if (evidence.IsReachable)
        {
            return state;
        }

        if (Find(evidence) is not { } found)
        {
            return state with { Kind = ReconcileKind.Confirm, Reason = Reason(evidence), CandidateSha = evidence.BranchTip };
        }

        // Found at the recorded commit itself: it was merged as it is, and the branch was rewritten afterwards.
        return found.Head == state.RecordedSha ? state : state with { Kind = ReconcileKind.Auto, CandidateSha = found.Head, CandidateBase = found.Base };
    }

    private static string Reason(StageEvidence evidence) => evidence switch
    {
        { Resolves: false } => ReconcileKind.RecordedShaMissing,
        { BranchTip: null } => ReconcileKind.BranchMissing,
        _ => ReconcileKind.ContentChanged,
    };

    private static (string Base, string Head)? Find(StageEvidence evidence)
    {
        if (evidence.BranchTip is { } tip && evidence.Tails.FirstOrDefault(tail => tail.Patch.Proves(evidence.Cumulative)) is { } whole)
        {
            return (whole.Base, tip);
        }

        foreach (var chain in evidence.Chains)
        {
            if (InChain(chain, evidence) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static (string Base, string Head)? InChain(IReadOnlyList<ChainCommit> chain, StageEvidence evidence)
    {
        if (chain.LastOrDefault(commit => commit.Patch.Proves(evidence.Cumulative)) is { } squashed)
        {
            return (squashed.Parent, squashed.Sha);
        }

        // Empty commits come and go in a rebase and prove nothing either way.
        var wanted = (evidence.Commits ?? []).Where(patch => !patch.IsEmpty).ToList();
        var there = chain.Where(commit => !commit.Patch.IsEmpty).ToList();
        for (var start = there.Count - wanted.Count; wanted.Count > 0 && start >= 0; start--)
        {
            if (wanted.Index().All(entry => entry.Item.Proves(there[start + entry.Index].Patch)))
            {
                return (there[start].Parent, there[start + wanted.Count - 1].Sha);
            }
        }

        return null;
    }
}
