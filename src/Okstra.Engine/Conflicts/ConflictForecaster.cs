using Okstra.Core.Problems;
using Okstra.Core.Worktrees;
using Okstra.Processes.Git;
using Okstra.State.Worktrees;

namespace Okstra.Engine.Conflicts;

/// <summary>
/// <c>okstra worktree conflicts</c>: tells before anybody merges which branches of tasks conflict with their base and with one another. Objects are written and nothing else: no file,
/// index or ref changes.
/// </summary>
public sealed class ConflictForecaster(RunServices services)
{
    private const int AtOnce = 4;

    /// <exception cref="UserErrorException">No repository, no such base, or the named task has no active worktree here.</exception>
    public async Task<ConflictForecast> ForecastAsync(ForecastRequest request, CancellationToken cancellationToken)
    {
        var repository = await GitRepository.FindAsync(services.Git, request.ProjectRoot, cancellationToken)
            ?? throw new UserErrorException("OKS0746", $"'{request.ProjectRoot}' is not in a git repository, so there are no branches to compare", "name the project's repository with --project-root");
        await services.Git.RequireMinimumVersionAsync(cancellationToken);
        var entries = await new LinkedWorktrees(repository).ListAsync(cancellationToken);
        var baseSide = await BaseAsync(repository, entries, request.Base, cancellationToken);
        var rows = await RowsAsync(repository, entries, cancellationToken);
        if (request.Only is { } named && !rows.ContainsKey(named))
        {
            throw new UserErrorException("OKS0747", $"'{named}' has no active worktree in '{repository.Root}'", $"active here: {(rows.Count == 0 ? "none" : string.Join(", ", rows.Keys))}");
        }

        var sides = new Dictionary<WorktreeKey, ComparedCommit>();
        var skipped = new List<SkippedBranch>();
        var branches = new BranchState(services, repository, entries);
        foreach (var (key, row) in rows)
        {
            if (await branches.ReadAsync(key, row, cancellationToken) is { } side)
            {
                sides[key] = side;
            }
            else
            {
                skipped.Add(new SkippedBranch(key.ToString(), $"there is no branch '{row.Branch}'"));
            }
        }

        var pairs = await CompareAsync(repository, Pairs(baseSide, sides, request.Only), cancellationToken);
        return new ConflictForecast { Base = baseSide, Branches = [.. sides.Values], Skipped = skipped, Pairs = pairs, Conflicts = pairs.Count(pair => pair.Outcome == ForecastPair.Conflict) };
    }

    private static async Task<ComparedCommit> BaseAsync(GitRepository repository, IReadOnlyList<WorktreeEntry> entries, string? name, CancellationToken cancellationToken)
    {
        const string Heads = "refs/heads/";
        var main = entries.Count > 0 ? entries[0] : null;
        var branch = name is null && main?.Branch is { } full && full.StartsWith(Heads, StringComparison.Ordinal) ? full[Heads.Length..] : null;
        var commit = await repository.ResolveAsync(name ?? main?.Commit ?? "HEAD", cancellationToken)
            ?? throw new UserErrorException("OKS0748", name is null ? $"'{repository.Root}' has no commit yet" : $"'{name}' names no commit of '{repository.Root}'", "name a branch, tag or commit with --base");
        return new ComparedCommit { Name = name ?? branch ?? "HEAD", Branch = branch, Commit = commit, Uncommitted = false };
    }

    private async Task<SortedDictionary<WorktreeKey, WorktreeRow>> RowsAsync(GitRepository repository, IReadOnlyList<WorktreeEntry> entries, CancellationToken cancellationToken)
    {
        var registry = await new WorktreeRegistry(services.Home, services.Documents, services.Locks, services.Time).ReadAsync(cancellationToken);
        var rows = new SortedDictionary<WorktreeKey, WorktreeRow>(Comparer<WorktreeKey>.Create((one, other) => string.CompareOrdinal(one.ToString(), other.ToString())));
        foreach (var (text, row) in registry.Tasks)
        {
            // Rows of older versions do not name their repository; git's list does.
            var here = row.Repository.Length > 0 ? row.Repository == repository.CommonDirectory : LinkedWorktrees.Of(entries, row.WorktreePath) is not null;
            if (here && !row.IsReleased && WorktreeKey.TryParse(text, out var key))
            {
                rows[key.Value] = row;
            }
        }

        return rows;
    }

    private static IReadOnlyList<(ComparedCommit Left, ComparedCommit Right)> Pairs(ComparedCommit baseSide, Dictionary<WorktreeKey, ComparedCommit> sides, WorktreeKey? only)
    {
        var all = sides.Values.ToList();
        var wanted = only is { } key ? [.. sides.Where(side => side.Key == key).Select(side => side.Value)] : all;
        var withBase = wanted.Select(side => (side, baseSide));
        return only is null
            ? [.. withBase, .. all.SelectMany((left, index) => all.Skip(index + 1).Select(right => (left, right)))]
            : [.. withBase, .. wanted.SelectMany(left => all.Where(right => right != left).Select(right => (left, right)))];
    }

    private static async Task<IReadOnlyList<ForecastPair>> CompareAsync(GitRepository repository, IReadOnlyList<(ComparedCommit Left, ComparedCommit Right)> pairs, CancellationToken cancellationToken)
    {
        var merging = new MergeTree(repository);
        var compared = new ForecastPair[pairs.Count];
        await Parallel.ForAsync(0, pairs.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (index, cancelled) =>
        {
            var (left, right) = pairs[index];
            var merged = await merging.MergeAsync(left.Commit, right.Commit, cancelled);
            compared[index] = new ForecastPair
            {
                Left = left.Name,
                Right = right.Name,
                Outcome = merged switch { { Unrelated: true } => ForecastPair.Unrelated, { Clean: true } => ForecastPair.Clean, _ => ForecastPair.Conflict },
                Files = merged.Files,
                Conflicts = merged.Conflicts,
            };
        });
        return compared;
    }
}
