using Okstra.Core.Problems;
using Okstra.Processes.Git;

namespace Okstra.Engine.HandOff;

/// <summary>The branch a pull request goes to.</summary>
/// <param name="Name">As git names it: <c>origin/main</c> or <c>main</c>.</param>
/// <param name="Commit">Full id of its tip.</param>
internal sealed record BaseBranch(string Name, string Commit)
{
    private const string Remote = "origin/";

    /// <summary>Prefers what the remote has: a pull request is compared with that.</summary>
    /// <exception cref="UserErrorException">No such branch, or the group's own.</exception>
    public static async Task<BaseBranch> FindAsync(GitRepository repository, string given, string groupBranch, CancellationToken cancellationToken)
    {
        const string Hint = "name a branch such as main; one of origin is preferred";
        if (given.Length == 0 || given.StartsWith('-'))
        {
            throw new UserErrorException("OKS0722", $"'{given}' is not a branch name", Hint);
        }

        if (given == groupBranch || given == Remote + groupBranch)
        {
            throw new UserErrorException("OKS0723", $"'{given}' is the branch the stages are gathered on, so it cannot be their base", Hint);
        }

        var lookup = new CommitLookup(repository);
        foreach (var (reference, name) in ((string, string)[])[($"refs/remotes/{Remote}{given}", Remote + given), ($"refs/heads/{given}", given), ($"refs/remotes/{given}", given)])
        {
            if (await lookup.RefAsync(reference, cancellationToken) is { } commit)
            {
                return new BaseBranch(name, commit);
            }
        }

        throw new UserErrorException("OKS0724", $"there is no branch '{given}', neither at origin nor here", $"{Hint}; if it is new at origin, fetch first");
    }
}
