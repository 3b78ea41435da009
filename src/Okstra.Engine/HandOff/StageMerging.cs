using Okstra.Core.HandOff;
using Okstra.Core.Problems;
using Okstra.Core.Stages;
using Okstra.Processes.Git;

namespace Okstra.Engine.HandOff;

/// <summary>Merges stages onto a base inside the object database, before anything of it is visible: a conflict leaves nothing to roll back.</summary>
internal sealed class StageMerging(GitRepository repository)
{
    private readonly MergeTree _merging = new(repository);
    private readonly CommitObject _commits = new(repository);
    private readonly GitHistory _history = new(repository);
    private readonly CommitLookup _lookup = new(repository);

    /// <summary>Merges in the given order; a stage that conflicts is left out and the next is tried, so that all conflicts are known at once.</summary>
    /// <param name="baseCommit">Full id.</param>
    /// <param name="stages">Dependencies first.</param>
    /// <param name="branch">Named in the messages.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <exception cref="UserErrorException">A stage has no history in common with the base.</exception>
    public async Task<MergedStages> MergeAsync(string baseCommit, IReadOnlyList<StageHead> stages, string branch, CancellationToken cancellationToken)
    {
        var head = baseCommit;
        var steps = new List<MergeStep>();
        var conflicts = new List<StageConflict>();
        foreach (var stage in stages)
        {
            if (await _history.IsAncestorAsync(stage.Commit, head, cancellationToken))
            {
                continue;
            }

            if (stages.Count == 1 && await _history.IsAncestorAsync(head, stage.Commit, cancellationToken))
            {
                return new MergedStages(stage.Commit, [new MergeStep(stage.Commit, null)], []);
            }

            var outcome = await _merging.MergeAsync(head, stage.Commit, cancellationToken);
            if (outcome.Unrelated)
            {
                throw new UserErrorException("OKS0725", $"stage {stage.Planned.Number} ({stage.Commit[..12]}) has no history in common with the base ({baseCommit[..12]})", "choose the --base the task was branched from");
            }

            if (!outcome.Clean)
            {
                conflicts.Add(new StageConflict(stage.Planned.Number, outcome.Files));
                continue;
            }

            head = await _commits.WriteAsync(outcome.Tree!, [head, stage.Commit], Message(stage.Planned, branch), cancellationToken);
            steps.Add(new MergeStep(stage.Commit, outcome.Tree));
        }

        return new MergedStages(head, steps, conflicts);
    }

    /// <summary>Whether a commit is what these steps give, whoever made it and whenever.</summary>
    public async Task<bool> IsResultAsync(string commit, string baseCommit, IReadOnlyList<MergeStep> steps, CancellationToken cancellationToken)
    {
        var at = commit;
        foreach (var step in steps.Reverse())
        {
            if (step.Tree is null)
            {
                return at == step.Head;
            }

            if (await _lookup.ShapeAsync(at, cancellationToken) is not { } shape || shape.Tree != step.Tree || shape.Parents is not [var first, var second] || second != step.Head)
            {
                return false;
            }

            at = first;
        }

        return at == baseCommit;
    }

    private static string Message(PlannedStage stage, string branch) =>
        stage.Title.Length > 0 ? $"Merge stage {stage.Number} ({stage.Title}) into {branch}" : $"Merge stage {stage.Number} into {branch}";
}
