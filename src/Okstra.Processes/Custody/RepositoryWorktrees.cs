using Okstra.Core.Problems;
using Okstra.Processes.Git;
using Okstra.Processes.Native;

namespace Okstra.Processes.Custody;

/// <summary>The worktrees of a repository as git keeps them, and the calls that change them; the caller holds the repository's lock.</summary>
public sealed class RepositoryWorktrees(GitCommand git, string commonDirectory)
{
    public string CommonDirectory => commonDirectory;

    /// <summary>A path as git prints it: links on the way resolved.</summary>
    public static string RealPathOf(string path) => RealPath.Of(path);

    /// <summary>Whether git takes the folder for a repository.</summary>
    public static async Task<bool> IsRepositoryAsync(GitCommand git, string commonDirectory, CancellationToken cancellationToken) =>
        Path.Exists(commonDirectory) && (await git.RunAsync(commonDirectory, [$"--git-dir={commonDirectory}", "rev-parse", "--git-dir"], cancellationToken)).Succeeded;

    /// <summary>The main worktree first.</summary>
    public async Task<IReadOnlyList<WorktreeEntry>> ListAsync(CancellationToken cancellationToken) =>
        WorktreeEntry.ParseList(await RequireAsync(["worktree", "list", "--porcelain", "-z"], "list worktrees", cancellationToken));

    /// <summary>The worktree at a path; null when git knows none there.</summary>
    public async Task<WorktreeEntry?> FindAsync(string path, CancellationToken cancellationToken)
    {
        var real = RealPath.Of(path);
        return (await ListAsync(cancellationToken)).FirstOrDefault(entry => entry.Path == real || entry.Path == path);
    }

    /// <summary>Adds a detached one without files; whose it is is said from the first instant.</summary>
    public Task AddEmptyAsync(string path, string commit, string reason, CancellationToken cancellationToken) =>
        RequireAsync(["worktree", "add", "--quiet", "--no-checkout", "--detach", "--lock", "--reason", reason, "--", path, commit], $"make a worktree at {path}", cancellationToken);

    /// <summary>Adds a detached one without files that carries no lock.</summary>
    public Task AddUnlockedAsync(string path, string commit, CancellationToken cancellationToken) =>
        RequireAsync(["worktree", "add", "--quiet", "--no-checkout", "--detach", "--", path, commit], $"make a worktree at {path}", cancellationToken);

    /// <summary>Moves one, locked or not.</summary>
    public Task MoveAsync(string from, string to, CancellationToken cancellationToken) =>
        RequireAsync(["worktree", "move", "--force", "--force", "--", from, to], $"move the worktree {from}", cancellationToken);

    /// <summary>Removes one with its files, locked or not. The caller has kept everything in it.</summary>
    public Task RemoveAsync(string path, CancellationToken cancellationToken) => RequireAsync(["worktree", "remove", "--force", "--force", "--", path], $"remove the worktree {path}", cancellationToken);

    /// <summary>Lets a worktree and its repository find each other again after one of them moved.</summary>
    public Task RepairAsync(string path, CancellationToken cancellationToken) => RequireAsync(["worktree", "repair", "--", path], $"repair the worktree {path}", cancellationToken);

    /// <summary>Full id of the commit a name stands for; null when it stands for none.</summary>
    public async Task<string?> ResolveAsync(string name, CancellationToken cancellationToken)
    {
        var result = await git.RunAsync(commonDirectory, ["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"], cancellationToken);
        return result.Succeeded ? GitRepository.RemoveNewline(result.Output) : null;
    }

    public async Task<bool> IsAncestorAsync(string commit, string of, CancellationToken cancellationToken) =>
        (await git.RunAsync(commonDirectory, ["merge-base", "--is-ancestor", commit, of], cancellationToken)).Succeeded;

    /// <summary>The newest commit both have; null when there is none.</summary>
    public async Task<string?> MergeBaseAsync(string one, string other, CancellationToken cancellationToken)
    {
        var result = await git.RunAsync(commonDirectory, ["merge-base", one, other], cancellationToken);
        return result.Succeeded ? GitRepository.RemoveNewline(result.Output) : null;
    }

    /// <summary>Commits of one that the other lacks; null when git cannot say.</summary>
    public async Task<int?> CountAsync(string commit, string without, CancellationToken cancellationToken)
    {
        var result = await git.RunAsync(commonDirectory, ["rev-list", "--count", commit, $"^{without}"], cancellationToken);
        return result.Succeeded && int.TryParse(result.Output.Trim(), out var count) ? count : null;
    }

    /// <summary>Whether git can still read an administrative folder; its HEAD goes first when git removes one.</summary>
    public async Task<bool> IsReadableAsync(string? adminFolder, CancellationToken cancellationToken) =>
        adminFolder is not null && (await git.RunAsync(commonDirectory, [$"--git-dir={adminFolder}", "rev-parse", "--git-dir"], cancellationToken)).Succeeded;

    /// <summary>Whether one tree has a path or content the other lacks; missing paths do not count.</summary>
    public async Task<bool> AddsAnythingAsync(string before, string after, CancellationToken cancellationToken) =>
        (await RequireAsync(["diff-tree", "-r", "--no-renames", "--diff-filter=d", "--name-only", "-z", before, after], "compare what is kept", cancellationToken)).Length > 0;

    /// <summary>Makes a branch that does not exist yet; false when somebody was faster.</summary>
    public async Task<bool> TryCreateBranchAsync(string branch, string commit, CancellationToken cancellationToken) =>
        (await git.RunAsync(commonDirectory, ["update-ref", "--no-deref", "-m", "okstra: restored", "--", $"refs/heads/{branch}", commit, new string('0', commit.Length)], cancellationToken)).Succeeded;

    /// <summary>Deletes a branch that still stands where it stood when its commits were kept.</summary>
    /// <exception cref="UserErrorException">It moved, or git refused.</exception>
    public Task DeleteBranchAsync(string branch, string expected, CancellationToken cancellationToken) =>
        RequireAsync(["update-ref", "--no-deref", "-d", "--", $"refs/heads/{branch}", expected], $"drop the branch {branch}", cancellationToken);

    public async Task<bool> IsBranchNameAsync(string branch, CancellationToken cancellationToken) =>
        !branch.StartsWith('-') && (await git.RunAsync(commonDirectory, ["check-ref-format", $"refs/heads/{branch}"], cancellationToken)).Succeeded;

    /// <summary>How many paths of a worktree differ from its HEAD or are new.</summary>
    public static async Task<int?> DirtyCountAsync(GitCommand git, string folder, IReadOnlyList<string> links, CancellationToken cancellationToken)
    {
        var result = await git.RunAsync(folder, ["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all"], cancellationToken);
        return result.Succeeded ? BytePaths.Split(result.Output).Count(record => !(record.Length > 3 && record[..2] == "??" && MadeLinks.Contains(folder, record[3..], links))) : null;
    }

    private Task<string> RequireAsync(IReadOnlyList<string> arguments, string attempt, CancellationToken cancellationToken) => git.RequireAsync(commonDirectory, arguments, attempt, cancellationToken);
}
