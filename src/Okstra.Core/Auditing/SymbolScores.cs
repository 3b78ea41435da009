using Okstra.Core.Sources;

namespace Okstra.Core.Auditing;

/// <summary>Scores files by the symbols a report names: a definition counts more than a use, a rare name more than a common one.</summary>
internal static class SymbolScores
{
    public static void Add(ScoreBoard score, BriefSignals signals, PathIndex index, ILookup<string, SourceHit> byText)
    {
        foreach (var symbol in signals.Symbols)
        {
            var parts = Identifiers.Parts(symbol.Text);
            AddName(score, parts[^1], parts.Length > 1 ? parts[^2] : null, symbol.Weight, byText);

            // In a qualified name the qualifier is often the type or module that has the fault.
            foreach (var part in parts.Take(parts.Length - 1).Where(part => part.Length >= 3))
            {
                AddName(score, part, null, symbol.Weight * 0.5, byText);
            }

            AddFileNames(score, symbol, parts, index);
        }

        var depth = 0;
        foreach (var frame in signals.Frames.Where(frame => frame.Path.Length == 0 && frame.Symbol.Length > 0).OrderBy(frame => frame.Trace).ThenBy(frame => frame.Depth))
        {
            var names = FrameSymbol.Names(frame.Symbol);
            if (names.Count > 0 && byText[names[0]].Any(hit => Definitions.Strength(hit.Content, names[0]) >= 0.9 && FileKind.IsSource(hit.Path)))
            {
                AddName(score, names[0], names.Count > 1 ? names[1] : null, 4 * Math.Pow(0.8, depth++), byText);
            }
        }
    }

    private static void AddName(ScoreBoard score, string name, string? container, double weight, ILookup<string, SourceHit> byText)
    {
        var hits = byText[name].Where(hit => Definitions.Mentions(hit.Content, name)).ToList();
        if (hits.Count == 0)
        {
            return;
        }

        var isCut = byText[name].Count() >= SearchPlan.MostHits;
        var defining = hits
            .Select(hit => (hit, strength: Definitions.Strength(hit.Content, name)))
            .Where(entry => entry.strength >= 0.4)
            .ToList();
        var definingFiles = defining.Where(entry => FileKind.IsSource(entry.hit.Path)).Select(entry => entry.hit.Path).Distinct(StringComparer.Ordinal).Count();
        foreach (var file in defining.GroupBy(entry => entry.hit.Path, StringComparer.Ordinal))
        {
            var (hit, strength) = file.MaxBy(entry => entry.strength);
            var matchesContainer = container is not null && (file.Key.Contains(container, StringComparison.OrdinalIgnoreCase) || byText[container].Any(other => other.Path == file.Key && Definitions.Strength(other.Content, container) >= 0.5));
            var share = matchesContainer ? 1 : 1 / Math.Pow(Math.Max(1, definingFiles), 0.8);
            score.Add(file.Key, new Clue(ClueKind.Definition, name, hit.Line, weight * 3 * strength * share * (isCut ? 0.6 : 1)));
        }

        var usingFiles = hits.GroupBy(hit => hit.Path, StringComparer.Ordinal).ToList();
        var sources = usingFiles.Count(file => FileKind.IsSource(file.Key));
        foreach (var file in usingFiles)
        {
            var often = 0.5 + (0.5 * Math.Min(1, file.Count() / 5.0));
            var share = weight * 0.9 * often * ScoreBoard.Rarity(Math.Max(1, sources)) * (isCut ? 0.2 : 1) / file.Count();
            foreach (var hit in file)
            {
                score.Add(file.Key, new Clue(ClueKind.Use, name, hit.Line, share));
            }
        }
    }

    private static void AddFileNames(ScoreBoard score, Term symbol, string[] parts, PathIndex index)
    {
        foreach (var part in parts.Where(part => part.Length >= 4))
        {
            var named = index.Paths.Where(path => IsStem(path, part)).Take(8).ToList();
            foreach (var path in named)
            {
                score.Add(path, new Clue(ClueKind.Name, part, null, symbol.Weight * 2 / named.Count(FileKind.IsSource).Clamp()));
            }
        }
    }

    private static int Clamp(this int count) => Math.Max(1, count);

    private static bool IsStem(string path, string name)
    {
        var start = path.LastIndexOf('/') + 1;
        var dot = path.IndexOf('.', start);
        return dot > start && path.AsSpan(start, dot - start).Equals(name, StringComparison.OrdinalIgnoreCase);
    }
}
