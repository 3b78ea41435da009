using System.Globalization;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;
using Okstra.Engine.Phases;
using Okstra.Engine.Worktrees;

namespace Okstra.Engine.Preparation;

/// <summary>Where a run's task works: its worktree is made with the first phase and found again by every later one (R-WT-01, R-CON-35).</summary>
internal sealed class TaskPlace(RunServices services)
{
    private const string ReadersNote = "analysts read detached throw-away worktrees at the inspected commit";

    public async Task<Provided> ProvideAsync(CheckedRequest wanted, TaskManifest? known, EnteredPhase entered, CancellationToken cancellationToken)
    {
        var category = wanted.WorkCategory ?? known?.WorkCategory;
        var made = await new WorktreeProvisioning(services).ProvisionAsync(
            new ProvisionRequest
            {
                Key = entered.Target ?? WorktreeKey.Of(wanted.Key),
                ProjectRoot = wanted.ProjectRoot,
                Phase = wanted.Type.Token(),
                WorkCategory = category,
                BaseRef = wanted.Request.BaseRef,
            },
            cancellationToken);
        var block = new WorktreeBlock { Path = made.Path, Branch = made.Branch, BaseRef = made.BaseRef, Status = made.Status, Note = $"{made.Note}; {ReadersNote}" };
        var provided = made.Status switch
        {
            ProvisionStatus.Created => new Provided(block, made.BaseRef, made.BaseRef, wanted.Source.UncommittedFiles, []),
            ProvisionStatus.Reused => await ReusedAsync(wanted, block, made, cancellationToken),
            _ => new Provided(block with { Note = made.Note }, wanted.Source.BaseCommit, wanted.Source.BaseCommit, wanted.Source.UncommittedFiles, []),
        };
        provided = provided with { Phase = entered.Inputs, BaseCommit = entered.Base ?? provided.BaseCommit };
        return entered.Inputs is { ApprovedPlan: not null } inputs ? await new StagePlace(services).ProvideAsync(wanted, category, inputs, provided, cancellationToken) : provided;
    }

    private async Task<Provided> ReusedAsync(CheckedRequest wanted, WorktreeBlock block, ProvisionedWorktree made, CancellationToken cancellationToken)
    {
        var there = await new SourceFreeze(services.Git).ReadAsync(made.Path, null, cancellationToken);
        var behind = await services.Git.RunAsync(wanted.ProjectRoot, ["rev-list", "--count", "--end-of-options", $"{there.BaseCommit}..HEAD"], cancellationToken);
        var missing = behind.Succeeded && int.TryParse(behind.Output.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
        string[] warnings = missing == 0 ? [] : [$"the task's worktree lacks {missing} commit(s) of the main worktree: the task goes on from where it began"];
        return new Provided(block, made.BaseRef, there.BaseCommit, wanted.Source.UncommittedFiles + there.UncommittedFiles, warnings);
    }

    /// <summary>A place to work, and what is frozen of it.</summary>
    /// <param name="Worktree">For the manifests.</param>
    /// <param name="BaseCommit">What every diff of the run is against (R-WT-28); null outside git.</param>
    /// <param name="InspectedCommit">HEAD of the task's worktree; null outside git.</param>
    /// <param name="UncommittedFiles">In the checkout and in the worktree; workers see none of them.</param>
    /// <param name="Warnings">For people.</param>
    internal sealed record Provided(WorktreeBlock Worktree, string? BaseCommit, string? InspectedCommit, int UncommittedFiles, IReadOnlyList<string> Warnings)
    {
        /// <summary>What the run was given beyond the brief; null for an analysis phase.</summary>
        public PhaseInputs? Phase { get; init; }
    }
}
