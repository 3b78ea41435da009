using Okstra.Core.Problems;
using Okstra.Processes.Custody;

namespace Okstra.Engine.Custody;

/// <summary>Keeps the work of a worktree below its keep prefix; called before anything of it is removed or reset. The caller holds the repository's lock.</summary>
public sealed class WorktreeCustody(RunServices services)
{
    private const int MostAttempts = 5;

    /// <summary>Keeps everything, staged, unstaged, new, stashed and unreferenced.</summary>
    /// <returns>Where it is; null when there is nothing beyond the commit it began at.</returns>
    /// <exception cref="UserErrorException">Something in it cannot be kept.</exception>
    public async Task<KeptWork?> KeepAsync(CustodyTarget target, CancellationToken cancellationToken)
    {
        var snapshot = await SnapshotAsync(target, cancellationToken);
        return snapshot.HasWork ? await new KeepRefs(services.Git, target.Repository).KeepAsync(target.Key.KeepPrefix, snapshot, cancellationToken) : null;
    }

    /// <summary>Keeps what is left of a worktree whose folder is gone, unless the newest kept commit, made while there were files, holds that too.</summary>
    /// <exception cref="UserErrorException">Something of it cannot be kept.</exception>
    public async Task<KeptWork?> KeepRemainsAsync(CustodyTarget target, CancellationToken cancellationToken)
    {
        var refs = new KeepRefs(services.Git, target.Repository);
        var snapshot = await SnapshotAsync(target, cancellationToken);
        if (await refs.NewestAsync(target.Key.KeepPrefix, cancellationToken) is { } newest && await refs.HoldsRemainsAsync(newest, snapshot, cancellationToken))
        {
            return newest;
        }

        return snapshot.HasWork ? await refs.KeepAsync(target.Key.KeepPrefix, snapshot, cancellationToken) : null;
    }

    /// <summary>Keeps it and looks again until nothing has changed meanwhile: what is kept is what is there.</summary>
    /// <exception cref="UserErrorException">Something in it cannot be kept, or somebody keeps writing.</exception>
    public async Task<KeptWork?> KeepUntilStableAsync(CustodyTarget target, CancellationToken cancellationToken)
    {
        var refs = new KeepRefs(services.Git, target.Repository);
        var before = await SnapshotAsync(target, cancellationToken);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var kept = before.HasWork ? await refs.KeepAsync(target.Key.KeepPrefix, before, cancellationToken) : null;
            var after = await SnapshotAsync(target, cancellationToken);
            if (after.IsSameAs(before))
            {
                return kept;
            }

            before = after;
        }

        throw new UserErrorException("OKS0655", $"somebody is writing in '{target.Path}' while it is being kept", "wait until that is over, then again");
    }

    /// <summary>Everything as objects without a ref: for questions about the work as it stands now.</summary>
    /// <exception cref="UserErrorException">Something in it cannot be kept.</exception>
    public async Task<WorkSnapshot> SnapshotAsync(CustodyTarget target, CancellationToken cancellationToken)
    {
        using var raw = await RawPlace.OpenAsync(services, target.Repository, target.Path, cancellationToken);
        var request = new SnapshotRequest
        {
            Place = raw.Place,
            Key = target.Key.ToString(),
            Branch = target.Branch,
            BaseCommit = target.BaseCommit,
            Links = target.Links,
            At = services.Time.GetUtcNow(),
        };
        return await new WorkSnapshots(services.Git).TakeAsync(request, cancellationToken);
    }
}
