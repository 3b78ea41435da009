using Okstra.Core.Problems;
using Okstra.Core.Worktrees;
using Okstra.Processes.Custody;
using Okstra.State.Worktrees;

namespace Okstra.Engine.Custody;

/// <summary>Gives a task's claim on its worktree back; the work is kept first, directory and branch stay (R-WT-39).</summary>
public sealed class WorktreeRelease(RunServices services, KnownPlaces places)
{
    private const string Verb = "worktree release";

    /// <exception cref="UserErrorException">Unknown key, or something stands in the way.</exception>
    public async Task<ReleaseOutcome> ReleaseAsync(WorktreeKey key, CancellationToken cancellationToken)
    {
        var registry = new WorktreeRegistry(services.Home, services.Documents, services.Locks, services.Time);
        var row = await registry.LookupAsync(key, cancellationToken) ?? throw Unknown(key);
        var repository = await places.RepositoryOfAsync(row, cancellationToken)
            ?? throw new UserErrorException("OKS0658", $"the repository of '{key}' was not found: '{row.Repository}'", "if it moved, run okstra worktree repair in its new place");
        if (row.IsReleased)
        {
            return new ReleaseOutcome(key, row, await new KeepRefs(services.Git, repository).NewestAsync(key.KeepPrefix, cancellationToken), WasReleased: true);
        }

        var checks = new RemovalChecks(services, places);
        await checks.RequireFreeAsync(key, row, repository, cancellationToken);
        using var held = await WorktreeLocks.TakeAsync(services, key, repository, Verb, cancellationToken);
        await checks.RequireFreeAsync(key, row, repository, cancellationToken);
        var kept = await new WorktreeCustody(services).KeepAsync(CustodyTarget.Of(key, row, repository), cancellationToken);
        var released = await registry.ReleaseAsync(key, cancellationToken) ?? throw Unknown(key);
        return new ReleaseOutcome(key, released, kept, WasReleased: false);
    }

    internal static UserErrorException Unknown(WorktreeKey key) => new("OKS0652", $"no worktree is registered for '{key}'", "okstra worktree list --all shows what is registered");
}
