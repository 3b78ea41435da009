using Okstra.Core.Worktrees;
using Okstra.Processes.Custody;

namespace Okstra.Engine.Custody;

/// <summary>What a release left.</summary>
/// <param name="Key">Row key.</param>
/// <param name="Row">As it is now.</param>
/// <param name="Kept">Where the work is; null when there was none beyond the base.</param>
/// <param name="WasReleased">It had been released before; nothing was done.</param>
public sealed record ReleaseOutcome(WorktreeKey Key, WorktreeRow Row, KeptWork? Kept, bool WasReleased);
