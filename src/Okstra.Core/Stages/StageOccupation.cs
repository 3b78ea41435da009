namespace Okstra.Core.Stages;

/// <summary>Which stages runs are busy with: what tells concurrent runs from finished ones (R-OPN-59).</summary>
public static class StageOccupation
{
    /// <summary>Stages with an active worktree that are started and not done, ascending.</summary>
    /// <param name="activeRows">Numbers of the task's active stage worktrees.</param>
    /// <param name="ledger">Fold of the plan's consumers.</param>
    public static IReadOnlyList<int> Of(IEnumerable<int> activeRows, IReadOnlyDictionary<int, StageRecord> ledger) =>
        [.. activeRows.Where(number => ledger.TryGetValue(number, out var record) && !record.IsDone).Distinct().Order()];
}
