using Okstra.Core.Phases;
using Okstra.Core.Problems;
using Okstra.Core.Stages;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;
using Okstra.Engine.HandOff;
using Okstra.Engine.Stages;
using Okstra.Processes.Git;
using Okstra.State.Layout;

namespace Okstra.Engine.Phases;

/// <summary>What the stages of a task's plan have become, and the trees their work lies in.</summary>
internal sealed class PlannedWork
{
    private const int MostCommits = 5000;

    private readonly RunServices _services;
    private readonly PlanRun _run;
    private readonly StageTask _task;

    private PlannedWork(RunServices services, PlanRun run, StageTask task, StagePlan plan) => (_services, _run, _task, Plan) = (services, run, task, plan);

    public StagePlan Plan { get; }

    public IReadOnlyDictionary<int, StageRecord> Records => _run.Consumers.Stages();

    public IReadOnlyList<Core.HandOff.StageJudgement> Judged => _run.Judge(Plan);

    /// <exception cref="UserErrorException">The task has no approved plan, or no repository.</exception>
    public static async Task<PlannedWork> OpenAsync(RunServices services, StateLayout state, TaskKey key, CancellationToken cancellationToken)
    {
        var run = PlanRun.Open(services, state.Task(key).RunDirectory(TaskType.ImplementationPlanning));
        return new PlannedWork(services, run, await StageTask.FindAsync(services, key, state.ProjectRoot, cancellationToken), HandOffPlan.Newest(services, run));
    }

    /// <summary>The branch of one stage that is done.</summary>
    public async Task<(WorktreeKey Key, TargetFacts Facts)> StageAsync(int stage, CancellationToken cancellationToken)
    {
        var record = Started(stage);
        if (!record.IsDone)
        {
            throw NotDone([stage]);
        }

        return (_task.Stage(stage), await FactsAsync(record.Branch, record.BaseSha, record.HeadSha, cancellationToken));
    }

    /// <summary>The branch of one stage that a run took up, done or not.</summary>
    public async Task<(WorktreeKey Key, TargetFacts Facts)> UnderWayAsync(int stage, CancellationToken cancellationToken)
    {
        var record = Started(stage);
        return (_task.Stage(stage), await FactsAsync(record.Branch, record.BaseSha, record.HeadSha, cancellationToken));
    }

    /// <summary>Adds to the record of what became of the plan's stages.</summary>
    public void Append(ConsumerEvent entry) => _run.Consumers.Append(entry);

    /// <summary>The tree that holds every stage of the plan: that of the stage built on all others, or a group of all of them.</summary>
    public async Task<(WorktreeKey Key, TargetFacts Facts)> WholeAsync(CancellationToken cancellationToken)
    {
        var records = Records;
        if (Plan.Stages.Select(stage => stage.Number).Where(number => records.GetValueOrDefault(number) is not { IsDone: true }).ToList() is { Count: > 0 } undone)
        {
            throw NotDone(undone);
        }

        var registry = await _task.Registry.ReadAsync(cancellationToken);
        var anchor = registry.Row(_task.Worktree)?.ImplementationBaseCommit;
        if (string.IsNullOrEmpty(anchor))
        {
            throw new UserErrorException("OKS0774", $"the task '{_task.Key}' has no record of the commit its stages are based on", "okstra git-reconcile --reset-anchor sets it");
        }

        var heads = Plan.Stages.Select(stage => records[stage.Number].HeadSha!).Distinct(StringComparer.Ordinal).ToList();
        foreach (var number in Plan.Ordered().Reverse())
        {
            if (await HoldsAsync(records[number].HeadSha!, heads, cancellationToken))
            {
                return (_task.Stage(number), await FactsAsync(records[number].Branch, anchor, records[number].HeadSha, cancellationToken));
            }
        }

        var group = WorktreeKey.Of(_task.Key, null, StageGroups.IdOf(Plan.Stages.Select(stage => stage.Number)));
        return registry.Row(group) is { IsReleased: false } row && await TipAsync(row.Branch, cancellationToken) is { } tip && await HoldsAsync(tip, heads, cancellationToken)
            // A group stands on the branch it goes to, which may have moved on from the anchor.
            ? (group, await FactsAsync(row.Branch, row.BaseRef == tip ? anchor : row.BaseRef, null, cancellationToken))
            : throw new UserErrorException(
                "OKS0770",
                $"no worktree of '{_task.Key}' holds all stages of its plan ({string.Join(", ", Plan.Stages.Select(stage => stage.Number))})",
                "verify them one by one with --verification-scope single-stage, then gather them with okstra handoff assemble");
    }

    /// <summary>Uncommitted paths in a registered worktree; none when its folder is gone.</summary>
    public async Task<IReadOnlyList<string>> UncommittedAsync(WorktreeKey key, CancellationToken cancellationToken) =>
        (await _task.Registry.LookupAsync(key, cancellationToken)) is { IsReleased: false } row && Path.Exists(row.WorktreePath)
            ? await new WorktreeChanges(_task.Repository).FilesAsync(row.WorktreePath, row.Links.ToHashSet(StringComparer.Ordinal), cancellationToken)
            : [];

    private StageRecord Started(int stage) => Records.GetValueOrDefault(stage)
        ?? throw new UserErrorException("OKS0773", $"stage {stage} of '{_task.Key}' was never started", $"prepare it with --task-type implementation --stage {stage}");

    private async Task<TargetFacts> FactsAsync(string branch, string from, string? recorded, CancellationToken cancellationToken)
    {
        var tip = await TipAsync(branch, cancellationToken);
        var facts = new TargetFacts { Branch = branch, Base = from, Tip = tip, Recorded = recorded, Commits = [], Files = [] };
        if (tip is null)
        {
            return facts;
        }

        var range = await new GitHistory(_task.Repository).RangeAsync(from, tip, MostCommits, cancellationToken);
        var changed = await _services.Git.RequireAsync(_task.Repository.CommonDirectory, ["diff-tree", "-r", "--name-only", "-z", "--no-renames", from, tip, "--"], "list changed files", cancellationToken);
        return facts with
        {
            Commits = [.. range.Where(commit => commit.Parents.Count < 2).Select(commit => commit.Sha)],
            Files = changed.Split('\0', StringSplitOptions.RemoveEmptyEntries),
        };
    }

    private Task<string?> TipAsync(string branch, CancellationToken cancellationToken) => new LinkedWorktrees(_task.Repository).BranchTipAsync(branch, cancellationToken);

    private async Task<bool> HoldsAsync(string commit, IReadOnlyList<string> heads, CancellationToken cancellationToken)
    {
        foreach (var head in heads)
        {
            if (!await new GitHistory(_task.Repository).IsAncestorAsync(head, commit, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private UserErrorException NotDone(IReadOnlyList<int> stages) => new(
        "OKS0769", $"stage {string.Join(", ", stages)} of '{_task.Key}' is not done", "finish it with --task-type implementation, or verify one stage that is done with --verification-scope single-stage --stage <N>");
}
