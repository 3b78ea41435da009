using Okstra.Core.Sources;

namespace Okstra.Core.Auditing;

/// <summary>Scores files by literal message pieces and by words in their contents and paths.</summary>
internal static class WordScores
{
    public static void AddMessages(ScoreBoard score, BriefSignals signals, ILookup<string, SourceHit> byText)
    {
        foreach (var message in signals.Messages)
        {
            var files = byText[message.Text].GroupBy(hit => hit.Path, StringComparer.Ordinal).ToList();
            var sources = Math.Max(1, files.Count(file => FileKind.IsSource(file.Key)));
            foreach (var file in files)
            {
                score.Add(file.Key, new Clue(ClueKind.Message, message.Text, file.First().Line, message.Weight * 3 / Math.Pow(sources, 0.8)));
            }
        }
    }

    public static void AddContents(ScoreBoard score, BriefSignals signals, ILookup<string, SourceHit> byText)
    {
        foreach (var word in SearchPlan.Words(signals))
        {
            var files = byText[word.Text].GroupBy(hit => hit.Path, StringComparer.Ordinal).ToList();
            if (byText[word.Text].Count() >= SearchPlan.MostHits)
            {
                continue;
            }

            var sources = Math.Max(1, files.Count(file => FileKind.IsSource(file.Key)));
            foreach (var file in files)
            {
                var often = 0.4 + (0.6 * Math.Min(1, file.Count() / 6.0));
                var share = word.Weight * 0.45 * often * ScoreBoard.Rarity(sources) / file.Count();
                foreach (var hit in file)
                {
                    score.Add(file.Key, new Clue(ClueKind.Word, word.Text, hit.Line, share));
                }
            }
        }
    }

    public static void AddNames(ScoreBoard score, BriefSignals signals, PathIndex index)
    {
        var roots = index.Paths.Where(FileKind.IsSource).ToDictionary(path => path, Roots, StringComparer.Ordinal);
        var frequency = roots.Values.SelectMany(words => words).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var word in signals.Words.DistinctBy(word => Identifiers.Root(word.Text)))
        {
            var root = Identifiers.Root(word.Text);
            if (!frequency.TryGetValue(root, out var files) || files > Math.Max(3, roots.Count / 4))
            {
                continue;
            }

            foreach (var (path, _) in roots.Where(entry => entry.Value.Contains(root)))
            {
                score.Add(path, new Clue(ClueKind.Name, word.Text, null, word.Weight * 0.9 * ScoreBoard.Rarity(files)));
            }
        }
    }

    private static HashSet<string> Roots(string path)
    {
        var end = path.LastIndexOf('.');
        return [.. Identifiers.Words(end > path.LastIndexOf('/') ? path[..end] : path).Where(word => word.Length >= 3).Select(Identifiers.Root)];
    }
}
