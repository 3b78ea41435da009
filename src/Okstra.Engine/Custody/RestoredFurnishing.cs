using Okstra.Engine.Worktrees;
using Okstra.Processes.Git;

namespace Okstra.Engine.Custody;

/// <summary>Gives a restored worktree what every worktree of okstra has: the shared folders, and no way to push.</summary>
internal static class RestoredFurnishing
{
    /// <summary>The links that were made.</summary>
    public static async Task<IReadOnlyList<string>> FurnishAsync(RunServices services, string projectRoot, string folder, string commonDirectory, CancellationToken cancellationToken)
    {
        var excludes = await services.Git.RunAsync(folder, ["config", "--worktree", "--get", "core.excludesFile"], cancellationToken);
        if (excludes.Succeeded && excludes.Output.TrimEnd('\n').EndsWith($"/{WorktreeFurnishing.ExcludeName}", StringComparison.Ordinal))
        {
            // It names a file in an administrative folder that is no more.
            await services.Git.RunAsync(folder, ["config", "--worktree", "--unset-all", "core.excludesFile"], cancellationToken);
        }

        var repository = await GitRepository.FindAsync(services.Git, projectRoot, cancellationToken);
        if (repository is null || repository.CommonDirectory != commonDirectory)
        {
            // The command runs elsewhere; the repository's main checkout stands in.
            repository = await GitRepository.FindAsync(services.Git, folder, cancellationToken);
            if (repository is null)
            {
                return [];
            }

            projectRoot = repository.Root;
        }

        var (links, _) = await new WorktreeFurnishing(services).FurnishAsync(await WorktreeSite.ReadAsync(repository, projectRoot, cancellationToken), folder, cancellationToken);
        return links.Linked;
    }
}
