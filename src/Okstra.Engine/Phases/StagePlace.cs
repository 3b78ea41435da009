using Okstra.Core.Runs;
using Okstra.Core.Worktrees;
using Okstra.Engine.Preparation;
using Okstra.Engine.Stages;

namespace Okstra.Engine.Phases;

/// <summary>Takes up the stage an implementation run carries out: one run is one stage, in the stage's worktree (R-PHS-051).</summary>
internal sealed class StagePlace(RunServices services)
{
    public async Task<TaskPlace.Provided> ProvideAsync(CheckedRequest wanted, string? workCategory, PhaseInputs inputs, TaskPlace.Provided task, CancellationToken cancellationToken)
    {
        var stage = await new StagePreparation(services).PrepareAsync(
            new StageRequest
            {
                Task = wanted.Key,
                ProjectRoot = wanted.ProjectRoot,
                ApprovedPlan = inputs.ApprovedPlan!,
                Stage = wanted.Request.Stage ?? Core.Stages.StageChoice.Auto,
                WorkCategory = workCategory,
            },
            cancellationToken);
        var there = await new SourceFreeze(services.Git).ReadAsync(stage.WorktreePath, null, cancellationToken);
        string?[] warnings =
        [
            .. task.Warnings,
            .. stage.Plan.Warnings,
            stage.IsResumed ? $"stage {stage.Stage.Number} was under way already: its worktree is used again" : null,
            stage.ConcurrentLabel is { } others ? $"other runs of this task are busy with stage {others}: workers are dispatched in the background, without a team" : null,
            .. stage.Reconciled.Select(correction => $"stage {correction.Stage}: its record was brought in line with the git history"),
        ];
        return task with
        {
            Worktree = new WorktreeBlock { Path = stage.WorktreePath, Branch = stage.Branch, BaseRef = stage.BaseSha, Status = stage.IsResumed ? ProvisionStatus.Reused : ProvisionStatus.Created, Note = stage.Note },
            BaseCommit = stage.BaseSha,
            InspectedCommit = there.BaseCommit,
            UncommittedFiles = there.UncommittedFiles,
            Warnings = [.. warnings.OfType<string>()],
            Phase = inputs with { Stage = stage.Stage.Number, ConcurrentStages = stage.ConcurrentStages },
        };
    }
}
