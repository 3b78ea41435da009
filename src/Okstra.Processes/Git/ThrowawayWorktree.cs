using System.Collections.Concurrent;
using Okstra.Core.Problems;
using Okstra.Processes.Native;

namespace Okstra.Processes.Git;

/// <summary>A detached worktree at a frozen commit for one reader; nothing written in it is kept, except as evidence.</summary>
public sealed class ThrowawayWorktree
{
    /// <summary>Git remembers it with the worktree: what carries it was made here and may be removed, whoever asks and whenever.</summary>
    public const string LockReason = "okstra throw-away worktree";

    private const long DiffLimit = 1024 * 1024;

    // Git itself allows only one writer of some administrative files; waiting here is better than its error.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Writers = new(StringComparer.Ordinal);

    private readonly GitRepository _repository;

    private ThrowawayWorktree(GitRepository repository, string folder, string commit) => (_repository, Folder, Commit) = (repository, folder, commit);

    /// <summary>Absolute, links resolved.</summary>
    public string Folder { get; }

    /// <summary>The commit it was made from.</summary>
    public string Commit { get; }

    /// <summary>Makes one without running any hook.</summary>
    /// <param name="repository">Whose history is checked out.</param>
    /// <param name="folder">Absolute; must not exist.</param>
    /// <param name="commit">Full id.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <exception cref="UserErrorException">The folder exists, or git refused.</exception>
    public static async Task<ThrowawayWorktree> AddAsync(GitRepository repository, string folder, string commit, CancellationToken cancellationToken)
    {
        if (!GitObjectId.IsFull(commit) || !Path.IsPathRooted(folder))
        {
            throw new ArgumentException($"'{commit}' must be a full commit id and '{folder}' an absolute path", nameof(commit));
        }

        if (Path.Exists(folder))
        {
            throw new UserErrorException("OKS2014", $"the folder '{folder}' for a throw-away worktree exists already", "look at what it is; okstra removes only worktrees it made");
        }

        string[] arguments = ["worktree", "add", "--quiet", "--detach", "--lock", "--reason", LockReason, "--", folder, commit];
        await AloneAsync(repository, () => repository.Git.RequireAsync(repository.Root, arguments, $"make a worktree at {folder}", cancellationToken), cancellationToken);
        return new ThrowawayWorktree(repository, RealPath.Of(folder), commit);
    }

    /// <summary>Removes one that an earlier engine may have left; does nothing when neither git nor the disk knows it.</summary>
    /// <exception cref="UserErrorException">It is not one of ours, or git refused.</exception>
    public static Task RemoveAsync(GitRepository repository, string folder, CancellationToken cancellationToken) =>
        AloneAsync(repository, () => RemoveListedAsync(repository, RealPath.Of(folder), cancellationToken), cancellationToken);

    /// <summary>Every throw-away worktree of the repository, also those of dead runs and those whose folder is gone.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(GitRepository repository, CancellationToken cancellationToken) =>
        [.. (await EntriesAsync(repository, cancellationToken)).Where(entry => entry.LockReason == LockReason).Select(entry => entry.Path)];

    /// <summary>Removes this worktree with everything in it.</summary>
    public Task RemoveAsync(CancellationToken cancellationToken) => RemoveAsync(_repository, Folder, cancellationToken);

    /// <summary>What was written since the commit, as a patch: committed, changed and new files that are not ignored; at most 1 MiB. Empty = nothing.</summary>
    public async Task<string> DiffAsync(CancellationToken cancellationToken)
    {
        // Intent-to-add makes new files part of the diff; the index of a throw-away worktree is nobody's work.
        await _repository.Git.RequireAsync(Folder, ["add", "--intent-to-add", "--all", "--", ":(top)"], "look for new files", cancellationToken);
        string[] arguments = ["diff", "--no-ext-diff", "--no-textconv", "--no-renames", "--no-color", "--submodule=short", Commit, "--"];
        var result = await _repository.Git.RunAsync(Folder, arguments, null, DiffLimit, cancellationToken);
        return result switch
        {
            { Truncated: true } => result.Output + "\n[patch cut at 1 MiB]\n",
            { ExitCode: 0 } => result.Output,
            _ => throw new UserErrorException("OKS2010", $"git could not compare '{Folder}' with {Commit}: {result.Complaint}"),
        };
    }

    private static async Task<string> RemoveListedAsync(GitRepository repository, string folder, CancellationToken cancellationToken)
    {
        var entry = (await EntriesAsync(repository, cancellationToken)).FirstOrDefault(entry => entry.Path == folder);
        if (entry is null && !Path.Exists(folder))
        {
            return "";
        }

        // Only git's own record proves that it is ours; a folder of that name alone may hold somebody's work.
        return entry?.LockReason == LockReason
            ? await repository.Git.RequireAsync(repository.CommonDirectory, ["worktree", "remove", "--force", "--force", "--", folder], $"remove the worktree {folder}", cancellationToken)
            : throw new UserErrorException("OKS2015", $"'{folder}' is not a throw-away worktree of okstra, so it was left alone", "look at it and decide yourself");
    }

    private static async Task<IReadOnlyList<WorktreeEntry>> EntriesAsync(GitRepository repository, CancellationToken cancellationToken) =>
        WorktreeEntry.ParseList(await repository.Git.RequireAsync(repository.CommonDirectory, ["worktree", "list", "--porcelain", "-z"], "list worktrees", cancellationToken));

    private static async Task AloneAsync(GitRepository repository, Func<Task<string>> write, CancellationToken cancellationToken)
    {
        var writer = Writers.GetOrAdd(repository.CommonDirectory, _ => new SemaphoreSlim(1, 1));
        await writer.WaitAsync(cancellationToken);
        try
        {
            await write();
        }
        finally
        {
            writer.Release();
        }
    }
}
