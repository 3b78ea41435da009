using Okstra.Core.Custody;
using Okstra.Core.Problems;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;
using Okstra.Processes.Custody;
using Okstra.State.Custody;

namespace Okstra.Engine.Custody;

/// <summary>What stands in the way of giving up a worktree, whatever is kept of it.</summary>
internal sealed class RemovalChecks(RunServices services, KnownPlaces places)
{
    private const int MostNamed = 20;

    /// <exception cref="UserErrorException">A run of the task lives, somebody is in the folder, or it holds ignored files nobody can make again.</exception>
    public async Task RequireFreeAsync(WorktreeKey key, WorktreeRow row, string repository, CancellationToken cancellationToken)
    {
        if (places.LiveRuns(WorktreeLocks.TaskOf(key)) is [var live, ..])
        {
            throw new UserErrorException("OKS0653", $"a run of '{key}' is at work: {live.Run.Type.Token()} {live.Run.Seq}", "wait until it is over, or stop it");
        }

        if (!Path.Exists(row.WorktreePath))
        {
            return;
        }

        if (FolderUsers.Of(row.WorktreePath) is { Count: > 0 } users)
        {
            throw new UserErrorException("OKS0656", $"processes are at work in '{row.WorktreePath}': {string.Join("; ", users.Take(MostNamed))}", "end them or leave the folder, then again");
        }

        if (WorktreeAdmin.Find(repository, RepositoryWorktrees.RealPathOf(row.WorktreePath)) is null || !Path.Exists(Path.Combine(row.WorktreePath, ".git")))
        {
            return;
        }

        var precious = (await IgnoredListing.ReadAsync(services.Git, row.WorktreePath, row.Links, cancellationToken)).Where(file => file.Kind == IgnoredKind.Precious).Select(file => file.Path).ToList();
        if (precious.Count > 0)
        {
            var named = string.Join(", ", precious.Take(MostNamed).Select(path => $"'{path}' ({Sizes.Show(DiskUse.Of(Path.Combine(row.WorktreePath, path.TrimEnd('/')), cancellationToken))})"));
            var more = precious.Count > MostNamed ? $" and {precious.Count - MostNamed} more" : "";
            throw new UserErrorException("OKS0657", $"'{row.WorktreePath}' holds ignored files that nothing makes again: {named}{more}", "git keeps no ignored files; move or delete them yourself, then again");
        }
    }
}
