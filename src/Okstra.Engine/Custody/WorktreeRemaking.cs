using System.Globalization;
using Okstra.Core.Custody;
using Okstra.Core.Problems;
using Okstra.Core.Worktrees;
using Okstra.Processes.Custody;
using Okstra.State.Custody;

namespace Okstra.Engine.Custody;

/// <summary>
/// Makes a worktree from a kept commit beside its place and moves it there when it is whole: a killed restore leaves either nothing at the place or all of it, and
/// the next one clears the rest away by the reason of its lock.
/// </summary>
internal sealed class WorktreeRemaking(RunServices services, RepositoryWorktrees worktrees)
{
    private const string Aside = ".restoring";

    /// <summary>Finishes what a killed restore had moved into place and clears away what it had not.</summary>
    /// <returns>What it was made from; null when there was nothing to finish.</returns>
    public async Task<KeptWork?> TakeUpAsync(WorktreeKey key, string path, CancellationToken cancellationToken)
    {
        var reason = LockReasons.Restoring(key);
        var real = RepositoryWorktrees.RealPathOf(path);
        foreach (var entry in (await worktrees.ListAsync(cancellationToken)).Where(entry => entry.LockReason == reason && (entry.Path == real || IsAside(entry.Path))))
        {
            // Git renames first and notes the new place afterwards.
            var moved = entry.Path == real || (!Path.Exists(entry.Path) && Path.Exists(Path.Combine(path, ".git")));
            if (moved)
            {
                await worktrees.RepairAsync(path, cancellationToken);
                Own(key, path);
                return await new KeepRefs(services.Git, worktrees.CommonDirectory).NewestAsync(key.KeepPrefix, cancellationToken);
            }

            await WorktreeRemoval.RemoveAsync(services, worktrees, entry.Path, cancellationToken);
            TargetFolder.RemoveIfEmpty(Path.GetDirectoryName(entry.Path)!);
        }

        return null;
    }

    /// <summary>Makes the task's worktree anew.</summary>
    public async Task MakeAsync(RestoreRequest request, KeptWork kept, string path, BranchChoice.Choice branch, CancellationToken cancellationToken)
    {
        var aside = FreePlace(Path.Combine(services.Home.Worktrees, Aside), Path.GetFileName(path));
        TargetFolder.Clear(aside);
        await worktrees.AddEmptyAsync(aside, kept.Commit, LockReasons.Restoring(request.Key), cancellationToken);
        await FillAsync(kept, aside, restorer => branch.Attach is { } name ? restorer.AttachAsync(name, cancellationToken) : Task.CompletedTask, cancellationToken);
        await MoveAsync(aside, path, cancellationToken);
        Own(request.Key, path);
    }

    /// <summary>Makes a copy anywhere; HEAD is detached unless a branch was asked for, so that the copy takes nobody's branch.</summary>
    public async Task<RestoreOutcome> CopyAsync(RestoreRequest request, KeptWork kept, string folder, CancellationToken cancellationToken)
    {
        if (!TargetFolder.IsFree(folder))
        {
            throw new UserErrorException("OKS0662", $"'{folder}' is not empty, and okstra overwrites nothing", "name a folder that is new or empty");
        }

        var notes = new List<string>();
        var message = request.Branch is null && kept.Message.Head == HeadKind.Branch ? kept.Message with { Head = HeadKind.Detached } : kept.Message;
        var branch = await new BranchChoice(worktrees, request.Branch).ChooseAsync(message, notes, cancellationToken);
        var aside = FreePlace(Path.Combine(Path.GetDirectoryName(folder)!, $".okstra{Aside}"), Path.GetFileName(folder));
        TargetFolder.Clear(aside);
        await worktrees.AddUnlockedAsync(aside, kept.Commit, cancellationToken);
        await FillAsync(kept, aside, restorer => Point(restorer), cancellationToken);
        await MoveAsync(aside, folder, cancellationToken);
        return new RestoreOutcome(request.Key, folder, branch.Attach, kept, [.. notes, "a copy that is not registered; it is yours to remove"]);

        Task Point(WorkRestorer restorer) => branch.Attach is { } name
            ? restorer.AttachAsync(name, cancellationToken)
            : kept.Message is { Head: HeadKind.Branch, Tip: { } tip } ? restorer.DetachAsync(tip, cancellationToken) : Task.CompletedTask;
    }

    private static bool IsAside(string path) => path.Contains($"/{Aside}/", StringComparison.Ordinal);

    private static string FreePlace(string parent, string name)
    {
        for (var number = 1; ; number++)
        {
            var place = Path.Combine(parent, number.ToString(CultureInfo.InvariantCulture), name);
            if (!Path.Exists(place))
            {
                return place;
            }
        }
    }

    private async Task FillAsync(KeptWork kept, string folder, Func<WorkRestorer, Task> pointHead, CancellationToken cancellationToken)
    {
        using var raw = await RawPlace.OpenAsync(services, worktrees.CommonDirectory, folder, cancellationToken);
        var restorer = new WorkRestorer(services.Git, raw.Place);
        await restorer.RestoreAsync(kept, cancellationToken);
        await pointHead(restorer);
    }

    private async Task MoveAsync(string from, string to, CancellationToken cancellationToken)
    {
        TargetFolder.Clear(to);
        await worktrees.MoveAsync(from, to, cancellationToken);
        TargetFolder.RemoveIfEmpty(Path.GetDirectoryName(from)!);
        TargetFolder.RemoveIfEmpty(Path.GetDirectoryName(Path.GetDirectoryName(from))!);
    }

    private void Own(WorktreeKey key, string path)
    {
        if (WorktreeAdmin.Find(worktrees.CommonDirectory, RepositoryWorktrees.RealPathOf(path)) is { } admin)
        {
            WorktreeAdmin.Lock(admin, LockReasons.Of(key), services.Writer);
        }
    }
}
