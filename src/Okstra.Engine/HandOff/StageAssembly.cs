using Okstra.Core.HandOff;
using Okstra.Core.Problems;
using Okstra.Core.Stages;
using Okstra.Core.Worktrees;
using Okstra.Engine.Worktrees;
using Okstra.Processes.Git;
using Okstra.State.Worktrees;

namespace Okstra.Engine.HandOff;

/// <summary>
/// <c>okstra handoff assemble</c>: gathers accepted stages on one branch in a worktree of its own (R-WT-61, R-OPN-40). The merge is made as objects first, so whatever is refused
/// or conflicts leaves nothing behind; the worktree is then made at the finished merge, so it is never seen half merged.
/// </summary>
public sealed class StageAssembly(RunServices services)
{
    private const string Phase = "release-handoff";
    private readonly WorktreeRegistry _registry = new(services.Home, services.Documents, services.Locks, services.Time);

    /// <exception cref="UserErrorException">A precondition does not hold; nothing was made.</exception>
    public async Task<AssembleOutcome> AssembleAsync(AssembleRequest request, CancellationToken cancellationToken)
    {
        var run = PlanRun.Open(services, request.PlanRunRoot);
        var key = WorktreeKey.Of(request.Key, null, StageGroups.IdOf(request.Stages));
        if (WorktreeKey.Of(run.Key) != key.OfTask)
        {
            throw new UserErrorException("OKS0729", $"the plan-run root belongs to task '{run.Key}', not to '{request.Key}'", "name project, group and task of the planning run");
        }

        using var mutex = await run.LockAsync("assemble stages", cancellationToken);
        var plan = HandOffPlan.Read(services, run, request.ApprovedPlan);
        Refuse(HandOffSelection.Refusals(request.Stages, run.Judge(plan)), request.Stages);
        var repository = await GitRepository.FindAsync(services.Git, request.ProjectRoot, cancellationToken)
            ?? throw new UserErrorException("OKS0730", $"'{request.ProjectRoot}' is not in a git repository, so there is nothing to assemble", "name the project's repository with --project-root");
        var row = await ActiveRowAsync(key, cancellationToken);
        var branch = row?.Branch ?? key.Branch(request.WorkCategory);
        var baseBranch = await BaseBranch.FindAsync(repository, request.Base, branch, cancellationToken);
        var heads = await HeadsAsync(repository, plan, run.Consumers.Stages(), request.Stages, cancellationToken);
        var merged = await new StageMerging(repository).MergeAsync(baseBranch.Commit, heads, branch, cancellationToken);
        if (merged.Conflicts.Count > 0)
        {
            return new AssembleOutcome(null, merged.Conflicts);
        }

        if (merged.Steps.Count == 0)
        {
            throw new UserErrorException("OKS0731", $"'{baseBranch.Name}' contains {Stages(request.Stages)} already, so a pull request would be empty", "record the pull request they went out in with okstra handoff record-pr");
        }

        var made = await CollectAsync(request, key, repository, baseBranch, merged, cancellationToken);
        return new AssembleOutcome(Group(key, made, baseBranch, heads), []);
    }

    private static AssembledGroup Group(WorktreeKey key, (WorktreeRow Row, string Head) made, BaseBranch baseBranch, IReadOnlyList<StageHead> heads) => new()
    {
        GroupId = key.GroupId!,
        Branch = made.Row.Branch,
        WorktreePath = made.Row.WorktreePath,
        Base = baseBranch.Name,
        BaseSha = baseBranch.Commit,
        Merged = [.. heads.Select(head => new MergedStage(head.Planned.Number, head.Commit))],
        HeadSha = made.Head,
    };

    private static void Refuse(IReadOnlyList<string> reasons, IReadOnlyList<int> stages)
    {
        if (reasons.Count > 0)
        {
            throw new UserErrorException(
                new Problem("OKS0732", $"{Stages(stages)} cannot be handed off together: {string.Join("; ", reasons)}", "okstra handoff eligible shows every stage and what it lacks"),
                new HandOffReasonsException(reasons));
        }
    }

    private static string Stages(IReadOnlyList<int> stages) => stages is [var only] ? $"stage {only}" : $"stages {string.Join(", ", stages)}";

    private static async Task<IReadOnlyList<StageHead>> HeadsAsync(GitRepository repository, StagePlan plan, IReadOnlyDictionary<int, StageRecord> records, IReadOnlyList<int> stages, CancellationToken cancellationToken)
    {
        var heads = new List<StageHead>();
        foreach (var number in plan.Ordered(stages))
        {
            var recorded = records[number].HeadSha!;
            heads.Add(new StageHead(
                plan.Find(number)!,
                await repository.ResolveAsync(recorded, cancellationToken)
                    ?? throw new UserErrorException("OKS0733", $"the recorded head {recorded} of stage {number} is not in '{repository.Root}'", "history was edited outside okstra: okstra git-reconcile --check shows what can be matched")));
        }

        return heads;
    }

    private async Task<WorktreeRow?> ActiveRowAsync(WorktreeKey key, CancellationToken cancellationToken) =>
        await _registry.LookupAsync(key, cancellationToken) is { IsReleased: false } row ? row : null;

    private async Task<(WorktreeRow Row, string Head)> CollectAsync(AssembleRequest request, WorktreeKey key, GitRepository repository, BaseBranch baseBranch, MergedStages merged, CancellationToken cancellationToken)
    {
        var check = new CollectorCheck(repository, baseBranch, merged);
        if (await ActiveRowAsync(key, cancellationToken) is { } known)
        {
            await check.RefuseOtherBranchAsync(key, known.Branch, known.BaseRef, cancellationToken);
        }

        var root = repository.IsLinkedWorktree ? await repository.MainWorktreeAsync(cancellationToken) : request.ProjectRoot;
        await new WorktreeProvisioning(services).ProvisionAsync(
            new ProvisionRequest { Key = key, ProjectRoot = root, Phase = Phase, WorkCategory = request.WorkCategory, BaseRef = merged.Head, Stages = request.Stages },
            cancellationToken);

        // Checked again: what a killed call had begun was begun with the base of that time.
        var row = await ActiveRowAsync(key, cancellationToken) ?? throw new InvalidOperationException($"{key} was provisioned and has no row");
        await check.RefuseOtherBranchAsync(key, row.Branch, row.BaseRef, cancellationToken);
        await check.RefuseChangedFilesAsync(key, row.WorktreePath, row.Links, cancellationToken);
        var head = await new LinkedWorktrees(repository).BranchTipAsync(row.Branch, cancellationToken) ?? merged.Head;

        // The worktree began at the finished merge; what the branch is based on is the base.
        await _registry.ChangeAsync(
            registry => registry.Row(key) is { } current && (current.BaseRef != baseBranch.Commit || current.Stages is null)
                ? registry.WithRow(key, current with { BaseRef = baseBranch.Commit, Stages = request.Stages })
                : registry,
            cancellationToken);
        return (row, head);
    }
}
