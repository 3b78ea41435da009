using Okstra.Engine.Custody;

namespace Okstra.Cli.Output;

/// <summary><c>okstra worktree prune --json</c>.</summary>
/// <param name="Confirmed">Whether anything was to be removed at all.</param>
/// <param name="Items">What was found.</param>
/// <param name="Bytes">What they take up.</param>
internal sealed record WorktreePruneAnswer(bool Confirmed, IReadOnlyList<WorktreePruneLine> Items, long Bytes)
{
    public static WorktreePruneAnswer Of(IReadOnlyList<PruneItem> items, IReadOnlyList<PruneOutcome> outcomes, bool confirmed) =>
        new(confirmed, [.. items.Select(item => WorktreePruneLine.Of(item, outcomes.FirstOrDefault(outcome => outcome.Item == item)))], items.Sum(item => item.Bytes));
}
