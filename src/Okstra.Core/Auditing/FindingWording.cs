using Okstra.Core.Findings;

namespace Okstra.Core.Auditing;

/// <summary>The words all auditors use for one place, so that equal findings are recognised as equal.</summary>
public static class FindingWording
{
    /// <summary>Below it hardly more than words in common stand behind a place.</summary>
    private const double MajorFrom = 0.25;

    public static string Title(LocatedCandidate place) => $"The reported failure leads to {Where(place)}";

    /// <summary>The shared part of a claim; each lens adds a sentence of its own.</summary>
    public static string Claim(LocatedCandidate place) => $"The reported failure leads to {Where(place)}: {Why(place)}.";

    public static string Recommendation(LocatedCandidate place) => place.Region.Name.Length > 0
        ? $"Read `{place.Region.Name}` in `{place.Path}` (lines {place.Region.HeaderLine}-{place.Region.EndLine}) with the input of the report and write a failing test for it first."
        : $"Read `{place.Path}` around line {place.Line} with the input of the report and write a failing test for it first.";

    /// <summary>Something a reader can check stands behind the place, more than words in common.</summary>
    public static bool IsDirect(LocatedCandidate place) => place.Candidate.Clues.Any(clue => clue.Kind is ClueKind.Frame or ClueKind.Mention or ClueKind.Definition or ClueKind.Message);

    /// <summary>Follows the confidence, so that findings ordered by severity and confidence keep the order of the places.</summary>
    /// <param name="confidence">0 to 1.</param>
    public static Severity SeverityOf(double confidence) => confidence >= MajorFrom ? Severity.Major : Severity.Minor;

    public static string KindOf(LocatedCandidate place) => IsDirect(place) ? "cause" : "location";

    private static string Where(LocatedCandidate place) =>
        place.Region.Name.Length > 0 ? $"`{place.Region.Name}` in {place.Path}:{place.Line}" : $"{place.Path}:{place.Line}";

    private static string Why(LocatedCandidate place)
    {
        var reasons = place.Candidate.Clues
            .GroupBy(clue => clue.Kind)
            .OrderByDescending(group => group.Sum(clue => clue.Weight))
            .Take(3)
            .Select(group => Reason(group.Key, [.. group.OrderByDescending(clue => clue.Weight).Select(clue => Shown(clue.Text)).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).Take(4)]));
        return string.Join("; ", reasons);
    }

    private static string Reason(ClueKind kind, IReadOnlyList<string> texts)
    {
        var named = texts.Count == 0 ? "" : $" ({string.Join(", ", texts.Select(text => $"`{text}`"))})";
        return kind switch
        {
            ClueKind.Frame => $"a stack frame of the report stands here{named}",
            ClueKind.Mention => $"the report names this file{named}",
            ClueKind.Definition => $"it defines what the report names{named}",
            ClueKind.Message => $"it holds the text of the reported message{named}",
            ClueKind.Use => $"it uses what the report names{named}",
            ClueKind.Name => $"its path carries words of the report{named}",
            _ => $"it holds distinctive words of the report{named}",
        };
    }

    private static string Shown(string text)
    {
        var clean = string.Concat(text.Where(letter => !char.IsControl(letter) && letter != '`'));
        return clean.Length > 60 ? clean[..60] : clean;
    }
}
