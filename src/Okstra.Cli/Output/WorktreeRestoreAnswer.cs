using Okstra.Engine.Custody;

namespace Okstra.Cli.Output;

/// <summary><c>okstra worktree restore --json</c>.</summary>
/// <param name="Key">Row key.</param>
/// <param name="Path">Where the work is.</param>
/// <param name="Branch">Null when HEAD is detached.</param>
/// <param name="KeptRef">What it was made from; null when the worktree was still there.</param>
/// <param name="KeptCommit">Full id behind it.</param>
/// <param name="Notes">What is not as it was.</param>
internal sealed record WorktreeRestoreAnswer(string Key, string Path, string? Branch, string? KeptRef, string? KeptCommit, IReadOnlyList<string> Notes)
{
    public static WorktreeRestoreAnswer Of(RestoreOutcome outcome) => new(outcome.Key.ToString(), outcome.Path, outcome.Branch, outcome.Kept?.Ref, outcome.Kept?.Commit, outcome.Notes);
}
