namespace Okstra.Core.Reports;

/// <summary>The final report as one self-contained page, rendered from the document, never from the Markdown.</summary>
public static class HtmlReport
{
    public static string Render(ReportDocument report)
    {
        ArgumentNullException.ThrowIfNull(report);
        throw new NotSupportedException("renderer follows");
    }
}
