using Okstra.Core.Problems;
using Okstra.Core.Worktrees;
using Okstra.Processes.Custody;
using Okstra.Processes.Native;

namespace Okstra.Processes.Git;

/// <summary>The worktrees of tasks, stages and stage groups in one repository; the caller holds the repository's lock for every change.</summary>
/// <remarks>
/// They are locked with the row key as reason, from the moment git makes them: git's own record says whose a worktree is, and neither a prune nor a plain removal takes it away.
/// </remarks>
public sealed class LinkedWorktrees(GitRepository repository)
{
    // git checks out with as many workers as there are processors; on one disk and two cores that is a third faster for thousands of files.
    private static readonly string[] Fast = ["-c", "checkout.workers=0"];

    private GitCommand Git => repository.Git;

    /// <summary>Everything git lists, the main worktree first.</summary>
    public Task<IReadOnlyList<WorktreeEntry>> ListAsync(CancellationToken cancellationToken) => new RepositoryWorktrees(Git, repository.CommonDirectory).ListAsync(cancellationToken);

    /// <summary>Git's entry for a folder, whether the folder is there or not.</summary>
    public static WorktreeEntry? Of(IReadOnlyList<WorktreeEntry> entries, string folder)
    {
        var real = RealPath.Of(folder);
        return entries.FirstOrDefault(entry => entry.Path == real || entry.Path == folder);
    }

    /// <summary>Makes branch and worktree at a commit, in the main worktree (R-WT-14); runs no hook.</summary>
    /// <param name="main">The main worktree, absolute.</param>
    /// <param name="folder">Absolute; missing or empty.</param>
    /// <param name="branch">Does not exist yet.</param>
    /// <param name="commit">Full id.</param>
    /// <param name="key">Whose it is.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public Task<GitResult> AddAsync(string main, string folder, string branch, string commit, WorktreeKey key, CancellationToken cancellationToken) =>
        Git.RunAsync(main, [.. Fast, "worktree", "add", "--quiet", "--lock", "--reason", LockReasons.Of(key), "-b", branch, "--", folder, commit], cancellationToken);

    /// <summary>Makes a worktree for a branch that exists.</summary>
    public Task<GitResult> AddExistingAsync(string main, string folder, string branch, WorktreeKey key, CancellationToken cancellationToken) =>
        Git.RunAsync(main, [.. Fast, "worktree", "add", "--quiet", "--lock", "--reason", LockReasons.Of(key), "--", folder, branch], cancellationToken);

    /// <summary>Full id of a local branch; null when there is none of exactly that name.</summary>
    public async Task<string?> BranchTipAsync(string branch, CancellationToken cancellationToken)
    {
        var result = await Git.RunAsync(repository.CommonDirectory, ["rev-parse", "--verify", "--quiet", "--end-of-options", $"refs/heads/{branch}"], cancellationToken);
        return result.Succeeded ? GitRepository.RemoveNewline(result.Output) : null;
    }

    /// <summary>A branch that cannot stand beside this one: another spelling of it (one file on a case-insensitive disk), or one inside the other.</summary>
    public async Task<string?> ClashingBranchAsync(string branch, CancellationToken cancellationToken)
    {
        var output = await Git.RequireAsync(repository.CommonDirectory, ["for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads/"], "list branches", cancellationToken);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(other =>
            other != branch && (other.Equals(branch, StringComparison.OrdinalIgnoreCase)
                || other.StartsWith(branch + "/", StringComparison.OrdinalIgnoreCase)
                || branch.StartsWith(other + "/", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Administrative folder of a worktree; null when git cannot say.</summary>
    public async Task<string?> GitDirectoryAsync(string folder, CancellationToken cancellationToken)
    {
        var result = Path.Exists(folder) ? await Git.RunAsync(folder, ["rev-parse", "--path-format=absolute", "--git-dir"], cancellationToken) : null;
        return result is { Succeeded: true } ? GitRepository.RemoveNewline(result.Output) : null;
    }

    /// <summary>Writes the files the index names and the folder lacks; files that are there stay as they are.</summary>
    public async Task FillAsync(string folder, CancellationToken cancellationToken)
    {
        // Git calls it a failure when any file is there already, whole or not; it has failed when one is still missing.
        string[] arguments = [.. Fast, "checkout-index", "--all", "--quiet"];
        if (!(await Git.RunAsync(folder, arguments, cancellationToken)).Succeeded && (await DifferingAsync(folder, "D", cancellationToken)).Length > 0)
        {
            await Git.RequireAsync(folder, arguments, "write the files of the worktree", cancellationToken);
        }
    }

    /// <summary>Takes up a checkout that was cut off before git wrote its index; answers the files that are there and not whole, relative.</summary>
    public async Task<IReadOnlyList<string>> BeginAgainAsync(string folder, CancellationToken cancellationToken)
    {
        await Git.RequireAsync(folder, ["read-tree", "HEAD"], "read the commit of the worktree", cancellationToken);
        await FillAsync(folder, cancellationToken);
        return (await DifferingAsync(folder, "d", cancellationToken)).Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <param name="folder">The worktree.</param>
    /// <param name="filter"><c>D</c> for files that are missing, <c>d</c> for those that are there and differ.</param>
    /// <param name="cancellationToken">Ends git.</param>
    private async Task<string> DifferingAsync(string folder, string filter, CancellationToken cancellationToken)
    {
        await Git.RunAsync(folder, ["update-index", "-q", "--refresh"], cancellationToken);
        return await Git.RequireAsync(folder, ["diff-files", "--name-only", "-z", $"--diff-filter={filter}"], "look for files that were not written whole", cancellationToken);
    }

    /// <summary>Removes git's record of a worktree that has no folder and no work: one that was cut off while it was being made.</summary>
    public async Task ForgetAsync(string folder, CancellationToken cancellationToken)
    {
        if (!Path.Exists(folder))
        {
            await Git.RequireAsync(repository.CommonDirectory, ["worktree", "remove", "--force", "--force", "--", folder], $"forget the worktree {folder}", cancellationToken);
        }
    }

    /// <summary>Whether nothing was changed, added or committed since it was made; links that okstra made don't count.</summary>
    public async Task<bool> IsUntouchedAsync(string folder, string commit, IReadOnlyCollection<string> links, CancellationToken cancellationToken)
    {
        var head = await Git.RunAsync(folder, ["rev-parse", "--verify", "--quiet", "HEAD"], cancellationToken);
        var status = await Git.RunAsync(folder, ["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignored=matching"], cancellationToken);
        return head.Succeeded && status.Succeeded && GitRepository.RemoveNewline(head.Output) == commit
            && status.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries).All(line => line.Length > 3 && links.Contains(line[3..]));
    }

    /// <summary>Takes back what one call made and nobody has written to: folder, record and branch; the branch only while it is at that commit.</summary>
    public async Task TakeBackAsync(string main, string folder, string branch, string commit, CancellationToken cancellationToken)
    {
        if (Of(await ListAsync(cancellationToken), folder) is not null)
        {
            await Git.RequireAsync(main, ["worktree", "remove", "--force", "--force", "--", folder], $"take back the worktree {folder}", cancellationToken);
        }

        await Git.RunAsync(main, ["update-ref", "-d", $"refs/heads/{branch}", commit], cancellationToken);
    }

    /// <exception cref="UserErrorException">Another process of git works in that folder and does not end.</exception>
    public static async Task WaitForGitAsync(string folder, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (GitProcesses.Naming(folder) is { } pid)
        {
            if (time.GetElapsedTime(started) > TimeSpan.FromMinutes(2))
            {
                throw new UserErrorException("OKS2020", $"git (pid {pid}) is still making the worktree '{folder}'", "wait until it is done, then run the command again");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellationToken);
        }
    }
}
