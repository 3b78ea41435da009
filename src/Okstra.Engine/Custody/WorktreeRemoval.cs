using Okstra.Processes.Custody;
using Okstra.State.Custody;
using Okstra.State.Worktrees;

namespace Okstra.Engine.Custody;

/// <summary>Removes a worktree of which everything is kept, also when a killed git left half of it.</summary>
internal static class WorktreeRemoval
{
    /// <param name="services">Doors to the world.</param>
    /// <param name="worktrees">Of its repository.</param>
    /// <param name="path">As git lists it.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public static async Task RemoveAsync(RunServices services, RepositoryWorktrees worktrees, string path, CancellationToken cancellationToken)
    {
        if (Path.Exists(path) && !Path.Exists(Path.Combine(path, ".git")) && WorktreeAdmin.Find(worktrees.CommonDirectory, path) is { } admin)
        {
            // Git refuses a folder whose pointer it removed itself before it was killed.
            new WorktreeFolders(services.Home, services.Writer).Reconnect(path, admin);
        }

        await worktrees.RemoveAsync(path, cancellationToken);
    }
}
