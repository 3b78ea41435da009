using Okstra.Core.Problems;
using Okstra.Core.Reconciling;
using Okstra.Core.Stages;
using Okstra.Core.Worktrees;
using Okstra.Engine.Stages;
using Okstra.Engine.Worktrees;
using Okstra.Processes.Custody;
using Okstra.Processes.Git;
using Okstra.State.Stages;

namespace Okstra.Engine.Reconciling;

/// <summary>Compares the records of a plan's stages with the git history and corrects them (spec 7.5). The caller holds the task's mutex.</summary>
public sealed class StageReconciler(RunServices services, StageTask task, ConsumersFile consumers)
{
    private const int MostNamed = 10;

    private readonly GitHistory _history = new(task.Repository);
    private readonly KeepRefs _keep = new(services.Git, task.Repository.CommonDirectory);

    /// <summary>Reads only.</summary>
    public async Task<ReconcileReport> InspectAsync(CancellationToken cancellationToken)
    {
        var anchor = await AnchorAsync(cancellationToken);
        var inspection = new StageInspection(task.Repository, anchor is { Status: ReconcileKind.Ok, Sha.Length: > 0 } ? anchor.Sha : null);
        var stages = new List<StageState>();
        foreach (var record in consumers.Stages().Values.Where(record => record.IsDone))
        {
            stages.Add(ReconcileRules.Judge(await inspection.LookAsync(record, cancellationToken)));
        }

        return new ReconcileReport { Anchor = anchor, Stages = stages };
    }

    /// <summary>Corrects what is provable, in bulk (R-WT-52).</summary>
    public async Task<IReadOnlyList<Correction>> ApplyProvenAsync(ReconcileReport report, CancellationToken cancellationToken)
    {
        var applied = new List<Correction>();
        foreach (var stage in report.Stages.Where(stage => stage.Kind == ReconcileKind.Auto))
        {
            applied.Add(await CorrectAsync(stage, stage.CandidateSha!, stage.CandidateBase, ReconcileKind.Auto, stage.CandidateSha!, cancellationToken));
        }

        await FollowAsync(cancellationToken);
        return applied;
    }

    /// <summary>Records the commit the user chose for a stage that is stale (R-WT-53).</summary>
    /// <exception cref="UserErrorException">Nothing names the commit, so git would throw it away.</exception>
    public async Task<Correction> ApplyChosenAsync(StageState stage, string commit, string name, CancellationToken cancellationToken)
    {
        if (!await _history.IsNamedAsync(commit, cancellationToken))
        {
            throw new UserErrorException("OKS0712", $"--use-ref '{name}' is a commit that no branch and no tag holds, so git may throw it away", "put a branch or tag on it first");
        }

        var proven = stage.Kind == ReconcileKind.Auto && stage.CandidateSha == commit;
        var start = proven ? stage.CandidateBase : await new ChosenStart(task.Repository).OfAsync(stage.Stage, commit, consumers.Stages(), (await AnchorAsync(cancellationToken)).Sha, cancellationToken);
        var applied = await CorrectAsync(stage, commit, start, proven ? ReconcileKind.Auto : ReconcileKind.Confirm, name, cancellationToken);
        await FollowAsync(cancellationToken);
        return applied;
    }

    /// <summary>The only way to move the anchor (R-CLI-070); null when it is there already.</summary>
    public async Task<Correction?> MoveAnchorAsync(string commit, string name, CancellationToken cancellationToken)
    {
        var old = (await AnchorAsync(cancellationToken)).Sha;
        if (old == commit)
        {
            return null;
        }

        await KeepAsync(task.Worktree, old, cancellationToken);
        await task.Registry.ChangeAsync(registry => RegistryRules.ResetImplementationBase(registry, task.Worktree, commit), cancellationToken);
        return new Correction(null, old, commit, ReconcileKind.Anchor, name);
    }

    /// <summary>What preparation demands: proven corrections are made without a question, anything else stops it (R-WT-52, R-WT-53).</summary>
    /// <exception cref="UserErrorException">A decision waits for the user.</exception>
    public async Task<IReadOnlyList<Correction>> RequireMatchAsync(string command, CancellationToken cancellationToken)
    {
        var report = await InspectAsync(cancellationToken);
        if (report.Anchor.Status == ReconcileKind.Unresolvable)
        {
            throw new UserErrorException(
                "OKS0698",
                report.Anchor.Sha.Length == 0
                    ? $"the task '{task.Key}' has finished or started stages but no implementation base commit; look with: {command}"
                    : $"the implementation base commit '{report.Anchor.Sha}' of the task '{task.Key}' is not in the git history any more; look with: {command}",
                "choose the commit all stages are based on and record it with okstra git-reconcile --reset-anchor <ref>");
        }

        var waiting = report.Stages.Where(stage => stage.Kind == ReconcileKind.Confirm).ToList();
        return waiting.Count == 0 ? await ApplyProvenAsync(report, cancellationToken) : throw new UserErrorException(
            "OKS0697",
            $"Recorded stage SHAs no longer match the git history; run: {command} ({string.Join(", ", waiting.Take(MostNamed).Select(stage => $"stage {stage.Stage}: {stage.Reason}"))})",
            "it names a commit for each stage; record the one you mean with --stage <N> --use-ref <ref> in place of --check, then repeat this command unchanged");
    }

    private async Task<AnchorState> AnchorAsync(CancellationToken cancellationToken)
    {
        var sha = (await task.RowAsync(cancellationToken))?.ImplementationBaseCommit ?? "";

        // The anchor is set before the first stage starts; stages without one have lost it.
        var ok = sha.Length == 0 ? consumers.Stages().Count == 0 : await task.Repository.ResolveAsync(sha, cancellationToken) == sha;
        return new AnchorState(sha, ok ? ReconcileKind.Ok : ReconcileKind.Unresolvable);
    }

    // Keep, then record: killed in between, the next call keeps nothing twice and records.
    private async Task<Correction> CorrectAsync(StageState stage, string commit, string? start, string kind, string name, CancellationToken cancellationToken)
    {
        await KeepAsync(task.Stage(stage.Stage), stage.RecordedSha, cancellationToken);
        var recorded = consumers.Stages()[stage.Stage].BaseSha;
        name = stage.BranchTip is { } tip && await _history.IsAncestorAsync(commit, tip, cancellationToken) ? stage.Branch : name;
        consumers.Append(new ConsumerEvent.Reconciled(stage.Stage, stage.RecordedSha, commit, kind, name) { At = services.Now(), NewBase = start == recorded ? null : start });
        return new Correction(stage.Stage, stage.RecordedSha, commit, kind, name);
    }

    private async Task KeepAsync(WorktreeKey key, string commit, CancellationToken cancellationToken)
    {
        if (await task.Repository.ResolveAsync(commit, cancellationToken) != commit)
        {
            return;
        }

        using var held = await RepositoryLock.AcquireAsync(services, task.Repository, "keep a commit", cancellationToken);
        await _keep.PinAsync(key.KeepPrefix, commit, cancellationToken);
    }

    // From the whole journal, not from what was just applied: a call that was killed before this is caught up with.
    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var events = consumers.Read();
        await task.Registry.ChangeAsync(registry => FollowedBases.Apply(registry, task.Worktree, events), cancellationToken);
    }
}
