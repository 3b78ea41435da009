namespace Okstra.Core.Auditing;

/// <summary>Looks for a report's signals in a range of lines.</summary>
public static class RegionSignals
{
    private const double LeastSymbolWeight = 0.3;

    private const int FewestWords = 3;

    /// <summary>The strongest signal in the range; null when there is none worth the name.</summary>
    /// <param name="lines">The whole file.</param>
    /// <param name="start">1-based, inclusive.</param>
    /// <param name="end">1-based, inclusive.</param>
    /// <param name="signals">Of the report.</param>
    /// <param name="frameLines">Lines of this file on the reported stack.</param>
    public static RegionSignal? Find(IReadOnlyList<string> lines, int start, int end, BriefSignals signals, IReadOnlyCollection<int> frameLines)
    {
        foreach (var line in frameLines.Where(line => line >= start && line <= end))
        {
            return new RegionSignal(line, "a frame of the reported stack stands");
        }

        var range = Enumerable.Range(start, Math.Max(0, end - start + 1)).Where(number => number >= 1 && number <= lines.Count).ToList();
        foreach (var message in signals.Messages)
        {
            if (range.FirstOrDefault(number => lines[number - 1].Contains(message.Text, StringComparison.Ordinal)) is > 0 and var line)
            {
                return new RegionSignal(line, $"the reported text \"{message.Text}\" stands");
            }
        }

        foreach (var symbol in signals.Symbols.Where(symbol => symbol.Weight >= LeastSymbolWeight))
        {
            var name = Identifiers.Parts(symbol.Text)[^1];
            if (name.Length >= 4 && range.FirstOrDefault(number => Definitions.Mentions(lines[number - 1], name)) is > 0 and var line)
            {
                return new RegionSignal(line, $"`{name}`, which the report names, stands");
            }
        }

        var roots = signals.Words.Select(word => Identifiers.Root(word.Text)).ToHashSet(StringComparer.Ordinal);
        var found = range
            .Select(number => (number, words: Identifiers.Words(lines[number - 1]).Select(Identifiers.Root).Where(roots.Contains).Distinct(StringComparer.Ordinal).ToList()))
            .Where(entry => entry.words.Count > 0)
            .ToList();
        var all = found.SelectMany(entry => entry.words).Distinct(StringComparer.Ordinal).ToList();
        return all.Count >= FewestWords
            ? new RegionSignal(found.MaxBy(entry => entry.words.Count).number, $"the report's words {string.Join(", ", all.Take(4))} stand together")
            : null;
    }
}
