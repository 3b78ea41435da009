using Okstra.Core.Problems;
using Okstra.Core.Reconciling;
using Okstra.Core.Stages;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;
using Okstra.Engine.Reconciling;
using Okstra.Engine.Worktrees;
using Okstra.State.Layout;
using Okstra.State.Stages;

namespace Okstra.Engine.Stages;

/// <summary>
/// Takes up a stage of an approved plan in a worktree of its own (spec 7.4). The caller holds the task's mutex. Anchor, then worktree, then the line that says it has started:
/// killed in between, the next call finds the first two and goes on.
/// </summary>
public sealed class StagePreparation(RunServices services)
{
    /// <exception cref="UserErrorException">Not approved, not startable, or the records do not match the git history and only the user can say what is meant.</exception>
    public async Task<PreparedStage> PrepareAsync(StageRequest request, CancellationToken cancellationToken)
    {
        var approved = ApprovedPlan.Read(services, request.ApprovedPlan);
        RefuseOther(approved, request.Task);
        var task = await StageTask.FindAsync(services, request.Task, request.ProjectRoot, cancellationToken);
        var consumers = new ConsumersFile(approved.PlanRunRoot, services.Writer);
        var reconciler = new StageReconciler(services, task, consumers);

        var applied = await reconciler.RequireMatchAsync(ReconcileCommandLine.For(request.Task, approved.PlanRunRoot, request.WorkCategory), cancellationToken);
        var anchor = await AnchorAsync(task, consumers, cancellationToken);
        var registry = await task.Registry.ReadAsync(cancellationToken);
        var ledger = consumers.Stages();
        var occupied = StageOccupation.Of(RegistryRules.ActiveStages(registry, task.Worktree), ledger);
        var stage = new StageChoice { Plan = approved.Plan, Ledger = ledger, Occupied = occupied, Live = [.. occupied.Where(number => StageRunDirectory.IsWorkedOn(ledger[number].RunDir))] }.Choose(request.Stage);

        var made = await ProvisionAsync(request, task.Stage(stage.Number), () => new StageStart(task.Repository).OfAsync(stage, approved.Plan.Ordered(), ledger, anchor, cancellationToken), registry, cancellationToken);
        var started = new ConsumerEvent.Started(stage.Number, made.BaseRef!, made.Branch!, StageRunDirectory.Of(StateLayout.Resolve(request.ProjectRoot).Task(request.Task), stage.Number)) { At = services.Now() };
        var resumed = IsUnderWay(consumers.Read(), ledger, started);
        if (!resumed)
        {
            consumers.Append(started);
        }

        return new PreparedStage
        {
            Stage = stage,
            Plan = approved,
            Anchor = anchor,
            BaseSha = made.BaseRef!,
            Branch = made.Branch!,
            WorktreePath = made.Path,
            RunDir = started.RunDir,
            IsResumed = resumed,
            ConcurrentStages = [.. occupied.Where(number => number != stage.Number)],
            Reconciled = applied,
            Note = made.Note,
        };
    }

    /// <summary>The same attempt: same branch and directory, and a base that moved with nothing but recorded corrections.</summary>
    private static bool IsUnderWay(IReadOnlyList<ConsumerEvent> events, IReadOnlyDictionary<int, StageRecord> ledger, ConsumerEvent.Started started) =>
        ledger.TryGetValue(started.Stage, out var record) && !record.IsDone && record.Branch == started.Branch && record.RunDir == started.RunDir
        && FollowedBases.Follow(events, started.Stage, record.BaseSha) == started.BaseSha;

    private static void RefuseOther(ApprovedPlan approved, TaskKey key)
    {
        if (!TaskKey.TryParse(approved.Plan.TaskKey, key.Project, out var owner, out _) || WorktreeKey.Of(owner) != WorktreeKey.Of(key))
        {
            throw new UserErrorException("OKS0699", $"the plan '{approved.Data}' belongs to the task '{approved.Plan.TaskKey}', not to '{key}'", "name the plan of this task with --approved-plan");
        }
    }

    /// <summary>Set once, to where the task's worktree stands, and never moved here (R-CON-22, R-WT-40, R-WT-45).</summary>
    private async Task<string> AnchorAsync(StageTask task, ConsumersFile consumers, CancellationToken cancellationToken)
    {
        if (await task.RowAsync(cancellationToken) is not { IsReleased: false } row)
        {
            throw new UserErrorException("OKS0695", $"the task '{task.Key}' has no worktree, so its stages have nothing to begin at", "make it with okstra worktree provision");
        }

        if (row.ImplementationBaseCommit.Length > 0)
        {
            return row.ImplementationBaseCommit;
        }

        var head = Path.Exists(row.WorktreePath) ? await services.Git.RunAsync(row.WorktreePath, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], cancellationToken) : null;
        if (head is not { Succeeded: true })
        {
            throw new UserErrorException("OKS0709", $"the worktree '{row.WorktreePath}' of the task '{task.Key}' has no current commit to base its stages on", "okstra worktree provision makes it again; okstra worktree list shows what is registered");
        }

        var changed = await task.Registry.ChangeAsync(registry => RegistryRules.SetImplementationBase(registry, task.Worktree, head.Output.Trim()), cancellationToken);
        return changed.Row(task.Worktree)!.ImplementationBaseCommit;
    }

    /// <summary>A worktree that is registered has its base already; computing one anew could only disagree.</summary>
    private async Task<ProvisionedWorktree> ProvisionAsync(StageRequest request, WorktreeKey key, Func<Task<string>> baseOf, RegistryDocument registry, CancellationToken cancellationToken)
    {
        var known = registry.Row(key) is { IsReleased: false } row ? row.BaseRef : registry.PendingOf(key)?.BaseRef;
        var provision = new ProvisionRequest
        {
            Key = key,
            ProjectRoot = request.ProjectRoot,
            Phase = request.Phase.Token(),
            WorkCategory = request.WorkCategory,
            BaseRef = known ?? await baseOf(),
        };
        var made = await new WorktreeProvisioning(services).ProvisionAsync(provision, cancellationToken);
        return made.Branch is not null && made.BaseRef is not null
            ? made
            : throw new UserErrorException("OKS0710", $"a stage needs a worktree of its own: {made.Note}", "start okstra in the main worktree of the repository, or name it with --project-root");
    }
}
