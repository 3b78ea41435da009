using Okstra.Core.Custody;
using Okstra.Core.Problems;
using Okstra.Core.Worktrees;
using Okstra.Processes.Custody;
using Okstra.Processes.Git;
using Okstra.State.Custody;
using Okstra.State.Worktrees;

namespace Okstra.Engine.Custody;

/// <summary>Looks at rows of the registry, their folders and git's records; a broken row is shown as broken and hides no other.</summary>
public sealed class WorktreeInspection(RunServices services, KnownPlaces places)
{
    /// <param name="project">Whose rows; null for all.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    public async Task<IReadOnlyList<WorktreeView>> ListAsync(string? project, CancellationToken cancellationToken) => await ListOfAsync(await RegistryAsync(cancellationToken), project, cancellationToken);

    internal async Task<IReadOnlyList<WorktreeView>> ListOfAsync(RegistryDocument registry, string? project, CancellationToken cancellationToken)
    {
        var views = new List<WorktreeView>();
        foreach (var (name, row) in registry.Tasks)
        {
            if (!WorktreeKey.TryParse(name, out var key))
            {
                views.Add(Broken(name, row, "", $"'{name}' is no key of a row"));
            }
            else if (project is null || key.Value.Project == project)
            {
                views.Add(await ViewAsync(key.Value, row, cancellationToken));
            }
        }

        return views;
    }

    /// <exception cref="UserErrorException">Unknown key.</exception>
    public async Task<WorktreeDetail> ShowAsync(WorktreeKey key, CancellationToken cancellationToken)
    {
        var row = (await RegistryAsync(cancellationToken)).Row(key) ?? throw WorktreeRelease.Unknown(key);
        var view = await ViewAsync(key, row, cancellationToken);
        var kept = view.Repository.Length == 0 || view.Agreement is "repository-missing" ? [] : await new KeepRefs(services.Git, view.Repository).ListAsync(key.KeepPrefix, cancellationToken);
        var ignored = view.Agreement is "ok" or "wrong-branch" or "detached" ? await IgnoredListing.ReadAsync(services.Git, row.WorktreePath, row.Links, cancellationToken) : [];
        return new WorktreeDetail(view, [.. kept.Select(KeptView.Of)], Of(IgnoredKind.Precious), Of(IgnoredKind.Regenerable));

        IReadOnlyList<IgnoredView> Of(IgnoredKind kind) =>
            [.. ignored.Where(file => file.Kind == kind).Select(file => new IgnoredView(file.Path, DiskUse.Of(Path.Combine(row.WorktreePath, file.Path.TrimEnd('/')), cancellationToken)))];
    }

    internal static string Agreement(WorktreeKey key, WorktreeRow row, WorktreeEntry? entry)
    {
        var folder = Path.Exists(row.WorktreePath);
        return (entry, folder) switch
        {
            (null, false) => row.IsReleased ? "gone" : "folder-missing",
            (null, true) => "not-registered-in-git",
            (_, false) => "folder-missing",
            ({ } found, _) when LockReasons.KeyOf(found.LockReason) != key && LockReasons.RemovedKeyOf(found.LockReason) != key => "foreign",
            ({ Branch: null }, _) => "detached",
            ({ Branch: { } branch }, _) => branch == $"refs/heads/{row.Branch}" ? "ok" : "wrong-branch",
        };
    }

    private static WorktreeView Broken(string name, WorktreeRow row, string repository, string problem) => new()
    {
        Key = name,
        Status = row.Status,
        Branch = row.Branch,
        Path = row.WorktreePath,
        BaseRef = row.BaseRef,
        LastPhase = row.LastPhase,
        CreatedAt = row.CreatedAt,
        Repository = repository,
        Bytes = 0,
        Kept = 0,
        Agreement = "unreadable",
        Problem = problem,
    };

    private Task<RegistryDocument> RegistryAsync(CancellationToken cancellationToken) => new WorktreeRegistry(services.Home, services.Documents, services.Locks, services.Time).ReadAsync(cancellationToken);

    private async Task<WorktreeView> ViewAsync(WorktreeKey key, WorktreeRow row, CancellationToken cancellationToken)
    {
        var view = Broken(key.ToString(), row, "", "") with { Problem = null };
        try
        {
            view = view with { Bytes = DiskUse.Of(row.WorktreePath, cancellationToken) };
            var repository = await places.RepositoryOfAsync(row, cancellationToken);
            if (repository is null || !await RepositoryWorktrees.IsRepositoryAsync(services.Git, repository, cancellationToken) || (row.Repository.Length > 0 && row.Repository != repository))
            {
                return view with { Repository = row.Repository, Agreement = "repository-missing" };
            }

            view = view with { Repository = repository };
            var worktrees = new RepositoryWorktrees(services.Git, repository);
            var entry = await worktrees.FindAsync(row.WorktreePath, cancellationToken);
            var agreement = Agreement(key, row, entry);
            var tip = entry?.Commit ?? await worktrees.ResolveAsync($"refs/heads/{row.Branch}", cancellationToken);
            return view with
            {
                Agreement = agreement,
                Kept = (await new KeepRefs(services.Git, repository).ListAsync(key.KeepPrefix, cancellationToken)).Count,
                Dirty = agreement is "ok" or "wrong-branch" or "detached" ? await RepositoryWorktrees.DirtyCountAsync(services.Git, row.WorktreePath, row.Links, cancellationToken) : null,
                Ahead = tip is null || row.BaseRef.Length == 0 ? null : await worktrees.CountAsync(tip, row.BaseRef, cancellationToken),
            };
        }
        catch (UserErrorException failure)
        {
            return view with { Problem = failure.Problem.Message };
        }
    }
}
