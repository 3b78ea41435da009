using Okstra.Core.Validation;

namespace Okstra.Core.Phases;

/// <summary>The <c>Verdict Token</c> row of a final-verification report (R-PHS-092).</summary>
public static class VerdictRow
{
    private const string Label = "Verdict Token";

    // ## 2. Final Verdict
    // | 항목 | 값 |
    // |---|---|
    // | Verdict Token | `accepted` |
    /// <summary>The token as written, without code marks; null when the section or the row is missing, or there are two rows.</summary>
    public static string? Token(string markdown)
    {
        var outline = MarkdownOutline.Parse(markdown);
        var heading = outline.Headings.FirstOrDefault(heading => heading.Level == 2 && heading.Text.StartsWith("2. Final Verdict", StringComparison.OrdinalIgnoreCase));
        return heading is not null && outline.Rows(heading).Where(row => row is [Label, _, ..]).ToList() is [var row] ? row[1].Trim().Trim('`') : null;
    }
}
