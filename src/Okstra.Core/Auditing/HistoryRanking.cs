namespace Okstra.Core.Auditing;

/// <summary>Which commits, and through them which files, a report has to do with.</summary>
public sealed class HistoryRanking
{
    /// <summary>One shared word of average rarity is chance.</summary>
    private const double LeastScore = 1.2;

    /// <summary>A commit over more files than this says nothing about any of them.</summary>
    private const int WidestCommit = 40;

    private readonly Dictionary<string, CommitMatch> _matches;

    private readonly ILookup<string, CommitRecord> _byPath;

    public HistoryRanking(BriefSignals signals, IReadOnlyList<CommitRecord> commits)
    {
        Commits = commits;
        _byPath = commits.SelectMany(commit => commit.Paths.Select(path => (path, commit))).ToLookup(pair => pair.path, pair => pair.commit, StringComparer.Ordinal);
        _matches = Matches(signals, commits).ToDictionary(match => match.Commit.Sha, StringComparer.Ordinal);
    }

    public IReadOnlyList<CommitRecord> Commits { get; }

    public CommitMatch? MatchOf(string sha) => _matches.GetValueOrDefault(sha);

    /// <summary>Commits that changed the file, newest first.</summary>
    public IEnumerable<CommitRecord> ChangesOf(string path) => _byPath[path];

    /// <summary>How much the matching commits point at a file, 0 when none does.</summary>
    public double Score(string path) => _byPath[path]
        .Where(commit => commit.Paths.Count <= WidestCommit)
        .Select(commit => MatchOf(commit.Sha) is { } match ? match.Score / (1 + Math.Log(commit.Paths.Count)) : 0)
        .OrderDescending()
        .Take(4)
        .Select((score, index) => score / (index + 1))
        .Sum();

    /// <summary>Files that changed together with this one in at least three commits and a third of its own, most often first.</summary>
    public IReadOnlyList<(string Path, int Times)> ChangesWith(string path)
    {
        var own = _byPath[path].Where(commit => commit.Paths.Count <= WidestCommit).ToList();
        return
        [
            .. own.SelectMany(commit => commit.Paths)
                .Where(other => other != path && FileKind.IsSource(other))
                .CountBy(other => other, StringComparer.Ordinal)
                .Where(entry => entry.Value >= 3 && entry.Value * 3 >= own.Count)
                .OrderByDescending(entry => entry.Value)
                .ThenBy(entry => entry.Key, StringComparer.Ordinal)
                .Take(3)
                .Select(entry => (entry.Key, entry.Value)),
        ];
    }

    private static IEnumerable<CommitMatch> Matches(BriefSignals signals, IReadOnlyList<CommitRecord> commits)
    {
        var wanted = signals.Words.Take(30).Select(word => (key: Identifiers.Root(word.Text), weight: Math.Min(2, word.Weight)))
            .Concat(signals.Symbols.Take(30).Select(symbol => (key: Identifiers.Parts(symbol.Text)[^1], weight: Math.Min(2, symbol.Weight) * 1.5)))
            .Concat(signals.Tickets.Select(ticket => (key: ticket, weight: 3.0)))
            .GroupBy(term => term.key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Max(term => term.weight), StringComparer.Ordinal);
        var said = commits.Select(commit => Terms(commit).Where(wanted.ContainsKey).ToHashSet(StringComparer.Ordinal)).ToList();
        var frequency = said.SelectMany(terms => terms).CountBy(term => term, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var scale = Math.Log(commits.Count + 2);
        for (var index = 0; index < commits.Count; index++)
        {
            var shared = said[index].Select(term => (term, value: wanted[term] * Math.Max(0, 1 - (Math.Log(1 + frequency[term]) / scale)))).OrderByDescending(entry => entry.value).ThenBy(entry => entry.term, StringComparer.Ordinal).ToList();
            var score = shared.Sum(entry => entry.value);
            if (score >= LeastScore && (shared.Count >= 2 || shared[0].term.Any(letter => char.IsDigit(letter) || letter == '_' || char.IsUpper(letter))))
            {
                yield return new CommitMatch(commits[index], score, [.. shared.Select(entry => entry.term).Take(5)]);
            }
        }
    }

    private static IEnumerable<string> Terms(CommitRecord commit)
    {
        var text = $"{commit.Subject}\n{(commit.Body.Length > 600 ? commit.Body[..600] : commit.Body)}";
        foreach (var token in text.Split([' ', '\n', '\t', '(', ')', ',', ';', '`', '"', '\'', '[', ']', '{', '}', '!', '?', ':', '<', '>', '='], StringSplitOptions.RemoveEmptyEntries))
        {
            var trimmed = token.Trim('.', '-', '*');
            yield return trimmed;
            foreach (var part in Identifiers.Parts(trimmed))
            {
                yield return part;
            }

            foreach (var word in Identifiers.Words(trimmed))
            {
                yield return Identifiers.Root(word);
            }
        }
    }
}
