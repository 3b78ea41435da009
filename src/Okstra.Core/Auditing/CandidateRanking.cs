using Okstra.Core.Sources;

namespace Okstra.Core.Auditing;

/// <summary>Adds up many weak signals into a ranked list of files.</summary>
public static class CandidateRanking
{
    private const double FrameWeight = 14;

    private const double MentionWeight = 7;

    private const int MostCluesKept = 60;

    // Names of programs people write to show a problem, not of files of the library.
    private static readonly HashSet<string> Snippets = new(["main", "index", "app", "test", "demo", "example", "script", "foo", "bar", "a", "b", "program", "server", "client", "repro", "reproduce", "sample"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Best first.</summary>
    public static IReadOnlyList<Candidate> Rank(BriefSignals signals, PathIndex index, IReadOnlyList<SourceHit> hits)
    {
        var score = new ScoreBoard();
        AddFrames(score, signals, index);
        AddMentions(score, signals, index);
        var byText = hits.ToLookup(hit => hit.Text, StringComparer.Ordinal);
        SymbolScores.Add(score, signals, index, byText);
        WordScores.AddMessages(score, signals, byText);
        WordScores.AddContents(score, signals, byText);
        WordScores.AddNames(score, signals, index);

        return
        [
            .. score.Files
                .Select(entry => new Candidate(entry.Key, entry.Value.Sum(clue => clue.Weight) * FileKind.Weight(entry.Key), [.. entry.Value.OrderByDescending(clue => clue.Weight).ThenBy(clue => clue.Line).Take(MostCluesKept)]))
                .OrderByDescending(candidate => candidate.Score)
                .ThenBy(candidate => candidate.Path, StringComparer.Ordinal),
        ];
    }

    private static void AddFrames(ScoreBoard score, BriefSignals signals, PathIndex index)
    {
        foreach (var trace in signals.Frames.GroupBy(frame => frame.Trace))
        {
            var importance = trace.Key == 0 ? 1 : 0.6;
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var frame in trace.OrderBy(frame => frame.Depth))
            {
                if (index.ResolveFrame(frame.Path) is not { } path || (FileKind.Weight(path) < 0.3 && seen.Count > 0))
                {
                    continue;
                }

                // Every file further out is a little less likely; more frames of one file add little.
                var rank = seen.Count(FileKind.IsSource);
                var weight = seen.Add(path) ? FrameWeight * importance * Math.Pow(0.78, rank) : 0.5;
                score.Add(path, new Clue(ClueKind.Frame, frame.Symbol, frame.Line, weight));
            }
        }
    }

    private static void AddMentions(ScoreBoard score, BriefSignals signals, PathIndex index)
    {
        foreach (var mention in signals.Paths)
        {
            var found = index.ResolveMention(mention.Path, 4);
            var isSnippet = !mention.Path.Contains('/', StringComparison.Ordinal) && Snippets.Contains(mention.Path.Split('.')[0]);
            foreach (var path in found)
            {
                score.Add(path, new Clue(ClueKind.Mention, mention.Path, mention.Line, MentionWeight * (isSnippet ? 0.1 : 1) * (mention.Line is null ? 0.8 : 1) / found.Count));
            }
        }
    }
}
