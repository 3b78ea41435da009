using System.Globalization;
using Okstra.Core.Problems;

namespace Okstra.Processes.Git;

/// <summary>Questions about the commits of a repository; every commit is named by its full id.</summary>
public sealed class GitHistory(GitRepository repository)
{
    private const string Attempt = "walk the history";

    /// <summary>Whether one commit is part of another's history; each is part of its own.</summary>
    public async Task<bool> IsAncestorAsync(string ancestor, string commit, CancellationToken cancellationToken)
    {
        var result = await RunAsync(["merge-base", "--is-ancestor", Full(ancestor), Full(commit)], cancellationToken);
        return result.ExitCode is 0 or 1 ? result.ExitCode == 0 : throw Failed(result);
    }

    /// <summary>The best common ancestor; null when there is none.</summary>
    public async Task<string?> MergeBaseAsync(string one, string other, CancellationToken cancellationToken)
    {
        var result = await RunAsync(["merge-base", Full(one), Full(other)], cancellationToken);
        return result.ExitCode switch
        {
            0 => GitRepository.RemoveNewline(result.Output),
            1 => null,
            _ => throw Failed(result),
        };
    }

    /// <summary>Commits on the first-parent chain of <paramref name="tip"/>, newest first.</summary>
    /// <param name="tip">Where it begins.</param>
    /// <param name="since">Left out with everything before it; null walks to the root.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public async Task<IReadOnlyList<CommitLine>> FirstParentsAsync(string tip, string? since, int most, CancellationToken cancellationToken) =>
        CommitLine.ParseAll(await WalkAsync(["--first-parent", Count(most), Full(tip), .. Excluding(since)], cancellationToken));

    /// <summary>Every commit in <paramref name="head"/> and not in <paramref name="start"/>, children first.</summary>
    public async Task<IReadOnlyList<CommitLine>> RangeAsync(string start, string head, int most, CancellationToken cancellationToken) =>
        CommitLine.ParseAll(await WalkAsync(["--topo-order", Count(most), Full(head), .. Excluding(start)], cancellationToken));

    /// <summary>Whether a local branch has the commit in its history.</summary>
    public Task<bool> IsOnLocalBranchAsync(string commit, CancellationToken cancellationToken) => IsBelowAsync(commit, ["refs/heads/"], cancellationToken);

    /// <summary>Whether a branch, a tag or a branch of a remote has the commit in its history.</summary>
    public Task<bool> IsNamedAsync(string commit, CancellationToken cancellationToken) => IsBelowAsync(commit, ["refs/heads/", "refs/tags/", "refs/remotes/"], cancellationToken);

    /// <summary>Tips of local branches, the ones with the newest commits first.</summary>
    public async Task<IReadOnlyList<string>> LocalBranchTipsAsync(int most, CancellationToken cancellationToken)
    {
        var output = await repository.Git.RequireAsync(repository.Root, ["for-each-ref", "--sort=-committerdate", $"--count={most.ToString(CultureInfo.InvariantCulture)}", "--format=%(objectname)", "refs/heads/"], "list branches", cancellationToken);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(GitObjectId.IsFull).Distinct(StringComparer.Ordinal)];
    }

    private static string[] Excluding(string? since) => since is null ? [] : ["^" + Full(since)];

    private static string Count(int most) => $"--max-count={most.ToString(CultureInfo.InvariantCulture)}";

    private static string Full(string id) => GitObjectId.IsFull(id) ? id : throw new ArgumentException($"'{id}' must be a full commit id", nameof(id));

    private async Task<bool> IsBelowAsync(string commit, IReadOnlyList<string> prefixes, CancellationToken cancellationToken) =>
        (await repository.Git.RequireAsync(repository.Root, ["for-each-ref", "--count=1", "--format=%(refname)", "--contains", Full(commit), .. prefixes], "list branches", cancellationToken)).Length > 0;

    private Task<string> WalkAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        repository.Git.RequireAsync(repository.Root, ["rev-list", CommitLine.Format, .. arguments, "--"], Attempt, cancellationToken);

    private Task<GitResult> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) => repository.Git.RunAsync(repository.Root, arguments, cancellationToken);

    private UserErrorException Failed(GitResult result) => new("OKS2040", $"git could not {Attempt} in '{repository.Root}': {result.Complaint}", "look at the repository with git fsck");
}
