using Okstra.Core.Problems;
using Okstra.Processes.Git;

namespace Okstra.Engine.Worktrees;

/// <summary>A repository as provisioning sees it while it holds the lock: its worktrees and where the project lies in it.</summary>
public sealed record WorktreeSite
{
    public required GitRepository Repository { get; init; }

    public required LinkedWorktrees Git { get; init; }

    /// <summary>Everything git lists, the main worktree first.</summary>
    public required IReadOnlyList<WorktreeEntry> Entries { get; init; }

    /// <summary>The project root relative to the main worktree; <c>.</c> at its top.</summary>
    public required string Subfolder { get; init; }

    /// <summary>Path of the main worktree (R-WT-08).</summary>
    public string Main => Entries is [var main, ..] ? main.Path : Repository.Root;

    public static async Task<WorktreeSite> ReadAsync(GitRepository repository, string projectRoot, CancellationToken cancellationToken)
    {
        var git = new LinkedWorktrees(repository);
        return new WorktreeSite
        {
            Repository = repository,
            Git = git,
            Entries = await git.ListAsync(cancellationToken),
            Subfolder = Path.GetRelativePath(repository.Root, repository.RealPathOf(projectRoot)),
        };
    }

    public WorktreeEntry? Entry(string folder) => LinkedWorktrees.Of(Entries, folder);

    /// <summary>Full id a new worktree begins at.</summary>
    /// <exception cref="UserErrorException">The ref names no commit, or there is no commit yet (R-WT-07).</exception>
    public async Task<string> BaseAsync(string? baseRef, CancellationToken cancellationToken)
    {
        if (baseRef is not null)
        {
            return await Repository.ResolveAsync(baseRef, cancellationToken)
                ?? throw new UserErrorException("OKS0620", $"base ref '{baseRef}' names no commit of '{Repository.Root}'", "give a branch, tag or commit id");
        }

        return Entries is [{ Commit: { } head }, ..] && await Repository.ResolveAsync(head, cancellationToken) is { } commit
            ? commit
            : throw new UserErrorException("OKS0621", $"could not resolve HEAD sha in main worktree '{Main}'; cannot create task worktree", "make a first commit there, or name a commit with --base-ref");
    }
}
