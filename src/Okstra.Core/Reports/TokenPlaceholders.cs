namespace Okstra.Core.Reports;

/// <summary>The three places of a session's report that <c>okstra token-usage</c> fills (R-OPN-45).</summary>
public static class TokenPlaceholders
{
    public const string Rows = "{{TOKEN_USAGE_ROWS}}";
    public const string Total = "{{TOKEN_USAGE_TOTAL}}";
    public const string CollectedAt = "{{TOKEN_USAGE_COLLECTED_AT}}";

    private static readonly string[] All = [Rows, Total, CollectedAt];

    /// <summary>Which of them nobody replaced yet; code fences quote and are passed over.</summary>
    public static IReadOnlyList<string> In(string markdown)
    {
        var open = new List<string>();
        _ = PerLine(markdown, line =>
        {
            open.AddRange(All.Where(placeholder => line.Contains(placeholder, StringComparison.Ordinal)));
            return line;
        });
        return [.. open.Distinct()];
    }

    /// <summary>Every other byte stays; a text without placeholders comes back as it is.</summary>
    /// <param name="markdown">The report.</param>
    /// <param name="rows">Lines of the table, without line ends.</param>
    /// <param name="total">Text of the sum.</param>
    /// <param name="collectedAt">UTC, ISO-8601.</param>
    public static string Replace(string markdown, IReadOnlyList<string> rows, string total, string collectedAt)
    {
        var lineEnd = markdown.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        return PerLine(markdown, line => line
            .Replace(Rows, string.Join(lineEnd, rows), StringComparison.Ordinal)
            .Replace(Total, total, StringComparison.Ordinal)
            .Replace(CollectedAt, collectedAt, StringComparison.Ordinal));
    }

    private static string PerLine(string markdown, Func<string, string> change)
    {
        var lines = markdown.Split('\n');
        string? fence = null;
        for (var index = 0; index < lines.Length; index++)
        {
            var text = lines[index].TrimStart();
            if (fence is null && (text.StartsWith("```", StringComparison.Ordinal) || text.StartsWith("~~~", StringComparison.Ordinal)))
            {
                fence = text[..3];
            }
            else if (fence is not null)
            {
                fence = text.StartsWith(fence, StringComparison.Ordinal) ? null : fence;
            }
            else
            {
                lines[index] = change(lines[index]);
            }
        }

        return string.Join('\n', lines);
    }
}
