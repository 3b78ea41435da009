using Okstra.Core.Stages;
using Okstra.Processes.Git;

namespace Okstra.Engine.Reconciling;

/// <summary>What the commits of a head the user chose are counted from.</summary>
internal sealed class ChosenStart(GitRepository repository)
{
    private const int MostCommits = 2000;
    private readonly GitHistory _history = new(repository);

    /// <summary>The nearest commit in its history that a stage could begin at: the recorded base, the anchor, another stage, or where it left the main worktree's branch. Null when there is none.</summary>
    public async Task<string?> OfAsync(int stage, string commit, IReadOnlyDictionary<int, StageRecord> ledger, string anchor, CancellationToken cancellationToken)
    {
        var main = (await new LinkedWorktrees(repository).ListAsync(cancellationToken)) is [var first, ..] ? first.Commit : null;
        string?[] candidates =
        [
            ledger[stage].BaseSha, anchor,
            .. ledger.Values.Where(other => other.Stage != stage).SelectMany(other => (string?[])[other.HeadSha, other.BaseSha]),
            main is null ? null : await _history.MergeBaseAsync(main, commit, cancellationToken),
        ];
        string? nearest = null;
        var distance = int.MaxValue;
        foreach (var candidate in candidates.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (candidate != commit && await repository.ResolveAsync(candidate, cancellationToken) == candidate && await _history.IsAncestorAsync(candidate, commit, cancellationToken)
                && (await _history.RangeAsync(candidate, commit, MostCommits, cancellationToken)).Count is var count && count < distance)
            {
                (nearest, distance) = (candidate, count);
            }
        }

        return nearest;
    }
}
