using Okstra.Core.Grouping;
using Okstra.Core.Text;

namespace Okstra.Engine.Prompts;

/// <summary>One finding of the grouping question.</summary>
internal static class GroupingBlock
{
    // A claim says what it claims in its first sentences; 400 of these stay within what a model reads with care.
    private const int LongestTitle = 200;
    private const int LongestClaim = 800;
    private const int MostPlaces = 3;

    public static string Render(GroupingItem item)
    {
        var finding = item.Finding.Finding;
        var places = item.Finding.Evidence
            .Where(evidence => evidence.Path is not null)
            .OrderBy(evidence => evidence.Carries ? 0 : 1)
            .Take(MostPlaces)
            .Select(evidence => $"`{DataFence.Line(evidence.Path!)}` lines {evidence.StartLine}-{evidence.EndLine}")
            .ToList();
        var text = $"{SafeText.Cut(finding.Title, LongestTitle, SafeText.TruncationMark)}\n\n{SafeText.Cut(finding.Claim, LongestClaim, SafeText.TruncationMark)}";
        return $"### {item.Id}\n\nCited: {(places.Count == 0 ? "no file" : string.Join("; ", places))}\n\n{DataFence.Around("finding", text)}";
    }
}
