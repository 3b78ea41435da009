using Okstra.Engine.Custody;

namespace Okstra.Cli.Output;

/// <summary><c>okstra worktree release --json</c>.</summary>
/// <param name="Key">Row key.</param>
/// <param name="Status">Of the row now.</param>
/// <param name="WasReleased">It had been released before.</param>
/// <param name="Path">The directory, which stays.</param>
/// <param name="Branch">The branch, which stays.</param>
/// <param name="KeptRef">Where the work is; null when there is none beyond the base.</param>
/// <param name="KeptCommit">Full id behind it.</param>
internal sealed record WorktreeReleaseAnswer(string Key, string Status, bool WasReleased, string Path, string Branch, string? KeptRef, string? KeptCommit)
{
    public static WorktreeReleaseAnswer Of(ReleaseOutcome outcome) =>
        new(outcome.Key.ToString(), outcome.Row.Status, outcome.WasReleased, outcome.Row.WorktreePath, outcome.Row.Branch, outcome.Kept?.Ref, outcome.Kept?.Commit);
}
