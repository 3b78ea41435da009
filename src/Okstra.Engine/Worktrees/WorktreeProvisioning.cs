using Okstra.Core.Problems;
using Okstra.Core.Worktrees;
using Okstra.Processes.Git;
using Okstra.State.Worktrees;

namespace Okstra.Engine.Worktrees;

/// <summary>
/// Gives a task, a stage or a stage group its own worktree and branch, once, and finds it again afterwards (spec 7.1). The caller holds the task's mutex. Killed anywhere, the next
/// call finishes: what is being made is announced in the registry before git is asked, and git's record carries the row key from its first moment.
/// </summary>
public sealed class WorktreeProvisioning(RunServices services)
{
    private const string Prefix = "task worktree provisioning failed: ";
    private readonly WorktreeRegistry _registry = new(services.Home, services.Documents, services.Locks, services.Time);

    /// <exception cref="UserErrorException">Its message begins with <c>task worktree provisioning failed:</c> (R-WT-23); nothing of anybody's was changed.</exception>
    public async Task<ProvisionedWorktree> ProvisionAsync(ProvisionRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await FindOrMakeAsync(request, cancellationToken);
        }
        catch (UserErrorException refused)
        {
            throw new UserErrorException(refused.Problem with { Message = Prefix + refused.Problem.Message }, refused);
        }
    }

    private async Task<ProvisionedWorktree> FindOrMakeAsync(ProvisionRequest request, CancellationToken cancellationToken)
    {
        if (await GitRepository.FindAsync(services.Git, request.ProjectRoot, cancellationToken) is not { } repository)
        {
            return new ProvisionedWorktree(ProvisionStatus.SkippedNotGit, request.ProjectRoot, null, null, $"'{request.ProjectRoot}' is not in a git repository: the task works directly on the project root");
        }

        if (repository.IsLinkedWorktree)
        {
            return new ProvisionedWorktree(ProvisionStatus.SkippedInWorktree, request.ProjectRoot, null, null, $"'{repository.Root}' is a linked worktree already: the task works in it, none is nested");
        }

        await services.Git.RequireMinimumVersionAsync(cancellationToken);
        using var held = await RepositoryLock.AcquireAsync(services, repository, "make a worktree", cancellationToken);
        var site = await WorktreeSite.ReadAsync(repository, request.ProjectRoot, cancellationToken);
        var registry = await _registry.ReadAsync(cancellationToken);
        if (registry.Row(request.Key) is { IsReleased: false } row && await new WorktreeReuse(services, _registry).TryAsync(request, row, site, cancellationToken) is { } reused)
        {
            return reused;
        }

        return await new WorktreeCreation(services, _registry).CreateAsync(request, site, cancellationToken);
    }
}
