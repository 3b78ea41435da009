using Okstra.Core.Reconciling;
using Okstra.Core.Stages;
using Okstra.Processes.Git;

namespace Okstra.Engine.Reconciling;

/// <summary>Collects what the git history says about one finished stage; reads only.</summary>
/// <param name="repository">Where the branches are.</param>
/// <param name="anchor">Full id; null when there is none or it is unresolvable.</param>
internal sealed class StageInspection(GitRepository repository, string? anchor)
{
    private const int MostCommits = 2000;
    private const int MostBranches = 100;
    private const int LongestTail = 64;

    private readonly GitHistory _history = new(repository);
    private readonly GitPatches _patches = new(repository);

    public async Task<StageEvidence> LookAsync(StageRecord record, CancellationToken cancellationToken)
    {
        var head = record.HeadSha!;
        var tip = await repository.ResolveAsync($"refs/heads/{record.Branch}", cancellationToken);
        var evidence = new StageEvidence
        {
            Record = record,
            BranchTip = tip,
            Resolves = await repository.ResolveAsync(head, cancellationToken) == head && await repository.ResolveAsync(record.BaseSha, cancellationToken) == record.BaseSha,
            IsReachable = false,
        };
        if (!evidence.Resolves)
        {
            return evidence;
        }

        if (await IsReachableAsync(record, tip, cancellationToken))
        {
            return evidence with { IsReachable = true };
        }

        return await _history.IsAncestorAsync(record.BaseSha, head, cancellationToken) ? await SearchAsync(evidence, cancellationToken) : evidence;
    }

    // A head that was taken from elsewhere, by proof or by the user's choice, is looked for there too; otherwise it would be stale again at once.
    private async Task<bool> IsReachableAsync(StageRecord record, string? tip, CancellationToken cancellationToken)
    {
        var head = record.HeadSha!;
        if (tip is not null && await _history.IsAncestorAsync(head, tip, cancellationToken))
        {
            return true;
        }

        return record.FoundUnder is not null ? await _history.IsNamedAsync(head, cancellationToken) : tip is null && await _history.IsOnLocalBranchAsync(head, cancellationToken);
    }

    private async Task<StageEvidence> SearchAsync(StageEvidence evidence, CancellationToken cancellationToken)
    {
        var (record, head) = (evidence.Record, evidence.Record.HeadSha!);
        var range = await _history.RangeAsync(record.BaseSha, head, MostCommits + 1, cancellationToken);
        var single = range.Count <= MostCommits && range.All(commit => commit.Parents.Count == 1);
        (string From, string To)[] own = [(record.BaseSha, head), .. single ? range.Reverse().Select(commit => (commit.Parents[0], commit.Sha)) : []];
        var patches = await _patches.ReadAsync(own, cancellationToken);
        var chains = new List<IReadOnlyList<ChainCommit>>();
        foreach (var tip in await TipsAsync(evidence.BranchTip, cancellationToken))
        {
            chains.Add(await ChainAsync(tip, record.BaseSha, cancellationToken));
        }

        return evidence with
        {
            Cumulative = patches[0],
            Commits = single ? [.. patches.Skip(1)] : null,
            Tails = evidence.BranchTip is { } branch ? await TailsAsync(branch, cancellationToken) : [],
            Chains = chains,
        };
    }

    private async Task<IReadOnlyList<TailPatch>> TailsAsync(string tip, CancellationToken cancellationToken)
    {
        var before = (await _history.FirstParentsAsync(tip, null, LongestTail + 1, cancellationToken)).Skip(1).Select(commit => commit.Sha);
        var fork = anchor is null ? null : await _history.MergeBaseAsync(anchor, tip, cancellationToken);
        List<string> bases = [.. (fork is null ? before : before.Prepend(fork)).Distinct(StringComparer.Ordinal)];
        var patches = await _patches.ReadAsync([.. bases.Select(start => (start, tip))], cancellationToken);
        return [.. bases.Zip(patches, (start, patch) => new TailPatch(start, patch))];
    }

    /// <summary>The stage branch, what is checked out in the main worktree, the remote's default branch, and every local branch when the stage branch is gone.</summary>
    private async Task<IReadOnlyList<string>> TipsAsync(string? branchTip, CancellationToken cancellationToken)
    {
        var main = (await new LinkedWorktrees(repository).ListAsync(cancellationToken)) is [var first, ..] ? first.Commit : null;
        var tips = new List<string?> { branchTip, main, await repository.ResolveAsync("refs/remotes/origin/HEAD", cancellationToken) };
        if (branchTip is null)
        {
            tips.AddRange(await _history.LocalBranchTipsAsync(MostBranches, cancellationToken));
        }

        return [.. tips.OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<ChainCommit>> ChainAsync(string tip, string recordedBase, CancellationToken cancellationToken)
    {
        var since = await _history.MergeBaseAsync(anchor ?? recordedBase, tip, cancellationToken);
        var commits = (await _history.FirstParentsAsync(tip, since, MostCommits, cancellationToken)).Where(commit => commit.Parents.Count > 0).Reverse().ToList();
        var patches = await _patches.ReadAsync([.. commits.Select(commit => (commit.Parents[0], commit.Sha))], cancellationToken);
        return [.. commits.Zip(patches, (commit, patch) => new ChainCommit(commit.Sha, commit.Parents[0], patch))];
    }
}
