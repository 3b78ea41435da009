using Okstra.Engine.Custody;

namespace Okstra.Cli.Output;

/// <summary><c>okstra worktree list --json</c>.</summary>
internal sealed record WorktreeListAnswer(IReadOnlyList<WorktreeView> Worktrees, long TotalBytes);
