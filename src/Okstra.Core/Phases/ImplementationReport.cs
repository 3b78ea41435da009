using System.Text.RegularExpressions;
using Okstra.Core.Validation;

namespace Okstra.Core.Phases;

/// <summary>What a verification takes from the report of an implementation run (R-PHS-079).</summary>
/// <param name="MissingParts">Parts it has to have and has not.</param>
/// <param name="Commits">Ids of its commit list as written, 7 to 40 hex digits, in their order.</param>
/// <param name="Files">Paths of its diff summary.</param>
public sealed partial record ImplementationReport(IReadOnlyList<string> MissingParts, IReadOnlyList<string> Commits, IReadOnlyList<string> Files)
{
    private const string CommitList = "Commit list";
    private const string DiffSummary = "Diff summary";

    public static IReadOnlyList<string> Parts { get; } = ["Plan link & approval evidence", CommitList, DiffSummary, "Validation evidence", "Routing recommendation for final-verification"];

    // ## Commit list                       ## Diff summary
    // - `5f2a9c1` feat(cart): add up       | Path | Change |
    // | 91d0be7 | test(cart): totals |     |---|---|
    //                                      | `shop/cart.py` | +2 -1 |
    public static ImplementationReport Parse(string markdown)
    {
        var outline = MarkdownOutline.Parse(markdown);
        return new ImplementationReport(
            [.. Parts.Where(part => !ReportPart.Exists(outline, part))],
            [.. ReportPart.Lines(outline, CommitList).Select(line => CommitAtStart().Match(line)).Where(match => match.Success).Select(match => match.Groups["id"].Value).Distinct(StringComparer.Ordinal)],
            [.. PathCells(ReportPart.Lines(outline, DiffSummary)).Distinct(StringComparer.Ordinal)]);
    }

    // The first cell of every row below a delimiter row.
    private static IEnumerable<string> PathCells(IReadOnlyList<string> lines)
    {
        var inTable = false;
        foreach (var line in lines.Select(line => line.Trim()))
        {
            if (!line.StartsWith('|'))
            {
                inTable = false;
            }
            else if (line.All(character => character is '|' or '-' or ':' or ' '))
            {
                inTable = true;
            }
            else if (inTable && line.TrimStart('|').Split('|')[0].Trim().Trim('`') is { Length: > 0 } path)
            {
                yield return path;
            }
        }
    }

    [GeneratedRegex(@"^[\s|*>`\-]*(?<id>[0-9a-f]{7,40})\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CommitAtStart();
}
