namespace Okstra.Core.Auditing;

/// <summary>Finds the line a frame means in the tree as it is now; a report is often older or newer than the source.</summary>
public static class FramePlace
{
    /// <summary>1-based line: the printed source line nearest to the printed number, else the function's own lines, else the number.</summary>
    public static int Correct(IReadOnlyList<string> lines, int? printedLine, string symbol, string sourceText)
    {
        var number = printedLine ?? 0;
        if (sourceText.Length > 3 && Nearest(lines, number, line => line.Trim() == sourceText.Trim()) is { } same)
        {
            return same;
        }

        var names = FrameSymbol.Names(symbol);
        if (names.Count == 0)
        {
            return Math.Clamp(number, 1, Math.Max(1, lines.Count));
        }

        if (number >= 1 && number <= lines.Count && IsInside(lines, number, names[0]))
        {
            return number;
        }

        return Nearest(lines, number, line => Definitions.Strength(line, names[0]) >= 0.5)
            ?? Math.Clamp(number, 1, Math.Max(1, lines.Count));
    }

    private static bool IsInside(IReadOnlyList<string> lines, int number, string name)
    {
        var region = SourceRegion.Around(lines, number);
        if (region.Name == name)
        {
            return true;
        }

        // The function may be an outer one (closures), or not defined here by that name at all.
        for (var outer = region; outer.HeaderLine > 1 && outer.Name.Length > 0;)
        {
            var next = SourceRegion.Around(lines, outer.HeaderLine - 1);
            if (next.HeaderLine >= outer.HeaderLine || next.EndLine < number)
            {
                break;
            }

            if (next.Name == name)
            {
                return true;
            }

            outer = next;
        }

        return !lines.Any(line => Definitions.Strength(line, name) >= 0.5);
    }

    private static int? Nearest(IReadOnlyList<string> lines, int number, Func<string, bool> wanted)
    {
        int? best = null;
        for (var index = 0; index < lines.Count; index++)
        {
            if (wanted(lines[index]) && (best is null || Math.Abs(index + 1 - number) < Math.Abs(best.Value - number)))
            {
                best = index + 1;
            }
        }

        return best;
    }
}
