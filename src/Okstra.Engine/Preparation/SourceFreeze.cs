using Okstra.Core.Problems;
using Okstra.Processes.Git;

namespace Okstra.Engine.Preparation;

/// <summary>Reads which commit a run freezes (design: state on disk).</summary>
public sealed class SourceFreeze(GitCommand git)
{
    /// <summary>Root of the working tree around a folder; null outside git.</summary>
    public async Task<string?> TopLevelAsync(string folder, CancellationToken cancellationToken)
    {
        var result = await git.RunAsync(folder, ["rev-parse", "--show-toplevel"], cancellationToken);
        return result.Succeeded && result.Output.TrimEnd('\n') is { Length: > 0 } path ? path : null;
    }

    /// <summary>The commit of <paramref name="baseRef"/>, or HEAD.</summary>
    /// <exception cref="UserErrorException">No commits yet, or the ref names no commit.</exception>
    public async Task<SourceFacts> ReadAsync(string projectRoot, string? baseRef, CancellationToken cancellationToken)
    {
        if (await TopLevelAsync(projectRoot, cancellationToken) is not { } top)
        {
            return baseRef is null
                ? SourceFacts.OutsideGit
                : throw new UserErrorException("OKS0141", $"a base ref was given, but '{projectRoot}' is not a git repository", "leave --base-ref out");
        }

        var head = await git.RunAsync(projectRoot, ["rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD^{commit}"], cancellationToken);
        if (!head.Succeeded)
        {
            throw new UserErrorException("OKS0140", $"the repository '{top}' has no commits yet", "commit the code to look at first; workers read a commit, not the checkout");
        }

        var commit = baseRef is null ? head.Output.Trim() : await ResolveAsync(projectRoot, baseRef, cancellationToken);
        var common = await git.RequireAsync(projectRoot, ["rev-parse", "--path-format=absolute", "--git-common-dir"], "find the git directory", cancellationToken);
        var status = await git.RequireAsync(projectRoot, ["status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", ".", ":(exclude,top).okstra", ":(exclude).okstra", ":(exclude,top).project-docs/okstra"], "read the status", cancellationToken);
        return new SourceFacts(top, common.TrimEnd('\n'), commit, status.Split('\0', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private async Task<string> ResolveAsync(string projectRoot, string baseRef, CancellationToken cancellationToken)
    {
        var resolved = await git.RunAsync(projectRoot, ["rev-parse", "--verify", "--quiet", "--end-of-options", $"{baseRef}^{{commit}}"], cancellationToken);
        return resolved.Succeeded
            ? resolved.Output.Trim()
            : throw new UserErrorException("OKS0142", $"base ref '{baseRef}' names no commit of '{projectRoot}'", "give a branch, tag or commit id");
    }
}
