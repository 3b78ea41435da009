namespace Okstra.Core.Reports;

/// <summary>The problem summary: three to five rows, each saying where it comes from (R-REP-13).</summary>
internal static class ProblemRows
{
    public const int Minimum = 3;
    public const int Maximum = 5;

    private static readonly string[] Origins = ["brief", "source", "worker"];

    public static IReadOnlyList<ProblemRow> Compose(ReportMaterial material, IReadOnlyList<string> written, IReadOnlyList<string> own)
    {
        var lines = written.Take(Maximum).ToList();
        lines.AddRange(own.Where(line => !lines.Contains(line, StringComparer.Ordinal)).Take(Math.Max(0, (lines.Count == 0 ? Maximum : Minimum) - lines.Count)));
        return [.. lines.Select((line, index) =>
        {
            var (source, summary) = Split(line);
            return new ProblemRow(RowIds.Numbered("P", index + 1), material.TicketIds, summary, source);
        })];
    }

    // "worker claude: the cache is never invalidated" names its source before the first colon.
    private static (string Source, string Summary) Split(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && Array.Exists(Origins, origin => line.StartsWith(origin, StringComparison.OrdinalIgnoreCase)
            && (colon == origin.Length || line[origin.Length] == ' ') && colon <= 60))
        {
            return (line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        return ("worker", line);
    }
}
