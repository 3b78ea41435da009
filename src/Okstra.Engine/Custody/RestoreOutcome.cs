using Okstra.Core.Worktrees;
using Okstra.Processes.Custody;

namespace Okstra.Engine.Custody;

/// <summary>What a restore made.</summary>
/// <param name="Key">Row key.</param>
/// <param name="Path">Where the work is.</param>
/// <param name="Branch">Branch it is on; null when HEAD is detached.</param>
/// <param name="Kept">What it was made from; null when nothing had to be made.</param>
/// <param name="Notes">What is not as it was.</param>
public sealed record RestoreOutcome(WorktreeKey Key, string Path, string? Branch, KeptWork? Kept, IReadOnlyList<string> Notes);
