using Okstra.Core.Problems;
using Okstra.Core.Stages;
using Okstra.Processes.Git;

namespace Okstra.Engine.Stages;

/// <summary>The commit a stage begins at: the anchor, the head it depends on, or a merge of several heads (R-OPN-57).</summary>
internal sealed class StageStart(GitRepository repository)
{
    private readonly GitHistory _history = new(repository);
    private readonly MergeTree _merge = new(repository);
    private readonly CommitObject _commits = new(repository);

    /// <param name="stage">Its dependencies are done.</param>
    /// <param name="order">All stages, topologically.</param>
    /// <param name="ledger">Where the dependencies stand.</param>
    /// <param name="anchor">Full id.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <exception cref="UserErrorException">The stages it depends on contradict one another.</exception>
    public async Task<string> OfAsync(PlannedStage stage, IReadOnlyList<int> order, IReadOnlyDictionary<int, StageRecord> ledger, string anchor, CancellationToken cancellationToken)
    {
        var at = anchor;
        var merged = new List<int>();
        foreach (var number in order.Where(stage.DependsOn.Contains))
        {
            at = await AddAsync(stage.Number, at, number, ledger[number].HeadSha!, merged, cancellationToken);
            merged.Add(number);
        }

        return at;
    }

    private async Task<string> AddAsync(int stage, string at, int number, string head, List<int> merged, CancellationToken cancellationToken)
    {
        // One dependency is its recorded head, wherever the anchor is.
        if (merged.Count == 0 || await _history.IsAncestorAsync(at, head, cancellationToken))
        {
            return head;
        }

        if (await _history.IsAncestorAsync(head, at, cancellationToken))
        {
            return at;
        }

        var outcome = await _merge.MergeAsync(at, head, cancellationToken);
        return outcome is { Clean: true, Tree: { } tree }
            ? await _commits.WriteAsync(tree, [at, head], $"okstra: base of stage {stage}, with stage {number} on top of {string.Join(", ", merged)}", cancellationToken)
            : throw new UserErrorException(
                "OKS0696",
                $"stage {stage} is built on stages {string.Join(", ", merged.Append(number))}, and stage {number} conflicts with what was merged before it in: {string.Join(", ", outcome.Files.Take(20))}",
                $"make the stages agree on their branches and record the result with okstra git-reconcile, or let stage {number} depend on the other in the plan");
    }
}
