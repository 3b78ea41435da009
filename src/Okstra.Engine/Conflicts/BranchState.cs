using Okstra.Core.Problems;
using Okstra.Core.Worktrees;
using Okstra.Engine.Custody;
using Okstra.Processes.Git;

namespace Okstra.Engine.Conflicts;

/// <summary>A branch as it stands in its worktree: with the work nobody committed yet, as objects.</summary>
internal sealed class BranchState(RunServices services, GitRepository repository, IReadOnlyList<WorktreeEntry> entries)
{
    /// <returns>Null when there is no such branch.</returns>
    public async Task<ComparedCommit?> ReadAsync(WorktreeKey key, WorktreeRow row, CancellationToken cancellationToken)
    {
        if (await new LinkedWorktrees(repository).BranchTipAsync(row.Branch, cancellationToken) is not { } tip)
        {
            return null;
        }

        var side = new ComparedCommit { Name = key.ToString(), Branch = row.Branch, Commit = tip, Uncommitted = false };
        if (LinkedWorktrees.Of(entries, row.WorktreePath) is not { } entry || !Path.Exists(row.WorktreePath))
        {
            return side;
        }

        if (entry.Branch != $"refs/heads/{row.Branch}")
        {
            return side with { Note = $"the worktree is not on its branch, so only the tip of '{row.Branch}' was compared" };
        }

        try
        {
            return (await new WorktreeChanges(repository).FilesAsync(row.WorktreePath, row.Links, cancellationToken)).Count > 0
                ? side with { Commit = await SnapshotAsync(key, row, cancellationToken), Uncommitted = true }
                : side;
        }
        catch (UserErrorException refused)
        {
            // What cannot be read of one worktree must not hide what its commits say.
            return side with { Note = $"only committed work was compared: {refused.Problem.Message}" };
        }
    }

    // Without the repository's lock: only objects are written, and a question should not wait for somebody's checkout.
    private async Task<string> SnapshotAsync(WorktreeKey key, WorktreeRow row, CancellationToken cancellationToken) =>
        (await new WorktreeCustody(services).SnapshotAsync(CustodyTarget.Of(key, row, repository.CommonDirectory), cancellationToken)).Commit;
}
