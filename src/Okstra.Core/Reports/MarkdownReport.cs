namespace Okstra.Core.Reports;

/// <summary>The final report as Markdown, rendered from the document alone (R-REP-01).</summary>
public static class MarkdownReport
{
    public static string Render(ReportDocument report)
    {
        ArgumentNullException.ThrowIfNull(report);
        throw new NotSupportedException("renderer follows");
    }
}
