using System.Globalization;
using Okstra.Core.Problems;

namespace Okstra.Processes.Git;

/// <summary>
/// Merges commits without a worktree, an index or a hook. The same commits always give the same merge commit: author and committer are okstra and the time is that of
/// the newer parent, so a preparation that was killed comes to the same result again.
/// </summary>
public sealed class PlumbingMerge(GitRepository repository)
{
    private const string Identity = "okstra <okstra@localhost>";

    /// <summary>Merges one commit into another; both full ids.</summary>
    /// <exception cref="UserErrorException">Git failed for another reason than a conflict.</exception>
    public async Task<MergeOutcome> MergeAsync(string ours, string theirs, string message, CancellationToken cancellationToken)
    {
        if (!GitObjectId.IsFull(ours) || !GitObjectId.IsFull(theirs))
        {
            throw new ArgumentException($"'{ours}' and '{theirs}' must be full commit ids", nameof(theirs));
        }

        var merged = await repository.Git.RunAsync(repository.Root, ["merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", ours, theirs], cancellationToken);

        // 0 = clean, 1 = conflicts: <tree> NUL, then the names of files in conflict, each ended by NUL.
        var answers = merged.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        if (merged.ExitCode is not (0 or 1) || merged.Truncated || answers.Length == 0 || !GitObjectId.IsFull(answers[0].Trim()))
        {
            throw new UserErrorException("OKS2042", $"git could not merge {theirs} into {ours}: {merged.Complaint}", "look at the repository with git fsck");
        }

        return merged.ExitCode == 1
            ? new MergeOutcome(null, [.. answers.Skip(1).Distinct(StringComparer.Ordinal)])
            : new MergeOutcome(await CommitAsync(answers[0].Trim(), ours, theirs, message, cancellationToken), []);
    }

    private async Task<string> CommitAsync(string tree, string ours, string theirs, string message, CancellationToken cancellationToken)
    {
        var times = await repository.Git.RequireAsync(repository.Root, ["rev-list", "--no-walk", "--no-commit-header", "--format=%ct", ours, theirs, "--"], "read commit times", cancellationToken);
        var time = times.Split('\n', StringSplitOptions.RemoveEmptyEntries).Max(line => long.Parse(line, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
        var commit = $"tree {tree}\nparent {ours}\nparent {theirs}\nauthor {Identity} {time} +0000\ncommitter {Identity} {time} +0000\n\n{message}\n";
        var call = new GitCall { Arguments = ["hash-object", "-t", "commit", "-w", "--stdin"], Input = commit };
        return GitRepository.RemoveNewline(await repository.Git.RequireAsync(repository.Root, call, "write a merge commit", cancellationToken));
    }
}
