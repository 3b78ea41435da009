using Okstra.Core.Runs;
using Okstra.Core.Worktrees;

namespace Okstra.Engine.Prompts;

/// <summary>What the launch prompt says of working in the task's worktree (R-WT-26…28).</summary>
internal static class WorktreeRules
{
    public static string Render(WorktreeBlock worktree) => worktree.Status is ProvisionStatus.Created or ProvisionStatus.Reused
        ? $"- Lead, executor and verifiers read and write below `{worktree.Path}` only, so verifiers see exactly the executor's diff.\n- `{worktree.BaseRef}` is the base of every `git diff` and `git log` of this run.\n- Pushing is disabled there."
        : "- For information only: this run works directly in the project root.";
}
