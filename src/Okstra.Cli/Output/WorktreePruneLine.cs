using Okstra.Engine.Custody;

namespace Okstra.Cli.Output;

/// <summary>One thing a prune found.</summary>
/// <param name="Kind"><c>released</c>, <c>stale</c>, <c>throwAway</c> or <c>scratch</c>.</param>
/// <param name="Key">Row key; null for what belongs to a run.</param>
/// <param name="Path">Absolute.</param>
/// <param name="Branch">Branch that goes with it.</param>
/// <param name="Bytes">On disk.</param>
/// <param name="Why">Why nothing is lost.</param>
/// <param name="KeptRef">Where its work is.</param>
/// <param name="Removed">Whether it is gone.</param>
/// <param name="BranchKept">Why its branch stayed.</param>
/// <param name="Refusal">Why it was left alone.</param>
internal sealed record WorktreePruneLine(string Kind, string? Key, string Path, string? Branch, long Bytes, string Why, string? KeptRef, bool Removed, string? BranchKept, string? Refusal)
{
    public static WorktreePruneLine Of(PruneItem item, PruneOutcome? outcome) => new(
        item.Kind switch { PruneKind.Released => "released", PruneKind.Stale => "stale", PruneKind.ThrowAway => "throwAway", _ => "scratch" },
        item.Key?.ToString(),
        item.Path,
        item.Branch,
        item.Bytes,
        item.Why,
        outcome?.KeptRef ?? item.KeptRef,
        outcome is { Refusal: null },
        outcome?.BranchKept,
        outcome?.Refusal?.Message);
}
