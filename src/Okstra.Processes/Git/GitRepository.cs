using Okstra.Core.Problems;
using Okstra.Processes.Native;

namespace Okstra.Processes.Git;

/// <summary>A working tree git trusts, with the folders that belong to it.</summary>
public sealed class GitRepository
{
    private const string NotFound = "not a git repository (or any";

    private GitRepository(GitCommand git, string root, string gitDirectory, string commonDirectory) =>
        (Git, Root, GitDirectory, CommonDirectory) = (git, root, gitDirectory, commonDirectory);

    /// <summary>Top folder of the working tree, absolute, links resolved.</summary>
    public string Root { get; }

    /// <summary>Administrative folder of this working tree.</summary>
    public string GitDirectory { get; }

    /// <summary>Administrative folder all worktrees of the repository share.</summary>
    public string CommonDirectory { get; }

    /// <summary>Whether this is a worktree added to another one.</summary>
    public bool IsLinkedWorktree => GitDirectory != CommonDirectory;

    /// <summary>The file of local ignore rules all worktrees share; written by State.</summary>
    public string ExcludeFile => Path.Combine(CommonDirectory, "info", "exclude");

    internal GitCommand Git { get; }

    /// <summary>The repository a folder lies in; null when it lies in none.</summary>
    /// <exception cref="UserErrorException">There is a repository, but it is bare, broken, or git refuses to trust it.</exception>
    public static async Task<GitRepository?> FindAsync(GitCommand git, string folder, CancellationToken cancellationToken)
    {
        var kind = await git.RunAsync(folder, ["rev-parse", "--is-bare-repository", "--is-inside-work-tree"], cancellationToken);
        if (!kind.Succeeded)
        {
            // Git says the same for "nothing here" and for a .git it can't make sense of; only the first is an answer.
            return kind.Error.Contains(NotFound, StringComparison.Ordinal) && !HasGitEntry(folder) ? null : throw Refused(folder, kind);
        }

        var answers = kind.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (answers is not ["false", "true"])
        {
            throw new UserErrorException(
                "OKS2012",
                $"'{folder}' is {(answers.FirstOrDefault() == "true" ? "in a bare git repository, which has no files to work on" : "inside git's own folder")}",
                "start okstra in a checkout of the repository");
        }

        // One call each: a path may contain a newline, so several answers in one output could not be told apart.
        var root = AskAsync("--show-toplevel");
        var gitDirectory = AskAsync("--git-dir");
        var commonDirectory = AskAsync("--git-common-dir");
        return new GitRepository(git, await root, await gitDirectory, await commonDirectory);

        async Task<string> AskAsync(string question) =>
            RemoveNewline(await git.RequireAsync(folder, ["rev-parse", "--path-format=absolute", question], "describe the repository", cancellationToken));
    }

    /// <summary>Full id of the current commit; null when there is none yet.</summary>
    public Task<string?> HeadCommitAsync(CancellationToken cancellationToken) => ResolveAsync("HEAD", cancellationToken);

    /// <summary>Full id of the commit a name stands for; null when it stands for none.</summary>
    public async Task<string?> ResolveAsync(string name, CancellationToken cancellationToken)
    {
        if (name.Length == 0 || name.Any(char.IsControl))
        {
            return null;
        }

        var result = await Git.RunAsync(Root, ["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"], cancellationToken);
        return result.Succeeded ? RemoveNewline(result.Output) : null;
    }

    /// <summary>How many files differ from the current commit or are new; okstra's own folder is not counted.</summary>
    public async Task<int> DirtyCountAsync(CancellationToken cancellationToken)
    {
        string[] arguments = ["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--", ":(top)", ":(top,exclude).okstra"];
        var output = await Git.RequireAsync(Root, arguments, "list uncommitted files", cancellationToken);
        return output.Count(letter => letter == '\0');
    }

    /// <summary>Address of a remote without user name and password; null when there is no such remote.</summary>
    public async Task<string?> RemoteUrlAsync(string remote, CancellationToken cancellationToken)
    {
        var result = await Git.RunAsync(Root, ["config", "--get", $"remote.{remote}.url"], cancellationToken);
        return result.Succeeded ? RemoteUrl.WithoutCredentials(RemoveNewline(result.Output)) : null;
    }

    /// <summary>Last part of the address of <c>origin</c>, otherwise the name of the folder.</summary>
    public async Task<string> NameAsync(CancellationToken cancellationToken)
    {
        var name = await RemoteUrlAsync("origin", cancellationToken) is { } url ? RemoteUrl.RepositoryName(url) : "";
        return name.Length > 0 ? name : Path.GetFileName(Root);
    }

    /// <summary>The first checkout of the repository, the one linked worktrees were added to; this one when git does not say (R-WT-08).</summary>
    public async Task<string> MainWorktreeAsync(CancellationToken cancellationToken)
    {
        var result = await Git.RunAsync(Root, ["worktree", "list", "--porcelain", "-z"], cancellationToken);
        return result.Succeeded && WorktreeEntry.ParseList(result.Output) is [var main, ..] ? main.Path : Root;
    }

    /// <summary>A path as git would print it: links resolved.</summary>
    public string RealPathOf(string path) => RealPath.Of(path);

    internal static string RemoveNewline(string output) => output.EndsWith('\n') ? output[..^1] : output;

    private static bool HasGitEntry(string folder)
    {
        for (var here = folder; here is not null; here = Path.GetDirectoryName(here))
        {
            if (Path.Exists(Path.Combine(here, ".git")))
            {
                return true;
            }
        }

        return false;
    }

    private static UserErrorException Refused(string folder, GitResult result) => new(
        "OKS2013",
        $"git cannot use the repository at '{folder}': {result.Complaint}",
        result.Error.Contains("safe.directory", StringComparison.Ordinal)
            ? "the folder belongs to another user; if you trust it, add it to git's setting safe.directory"
            : "run git status there; the repository may be damaged or its main checkout may have moved");
}
