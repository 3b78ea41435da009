using System.Globalization;
using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>Section 1 on the page: what was agreed on, what was not, who voted how; the positions themselves stand in the findings.</summary>
internal static class HtmlCrossVerification
{
    public static void Write(HtmlPage page, ReportDocument report, ReportTexts texts)
    {
        page.Heading(2, "cross-verification", texts["heading.1"]);
        Table(page, report, texts, "consensus", "1.1", report.ConsensusIds, finding => string.Join(", ", finding.Authors));
        Table(page, report, texts, "differences", "1.2", report.DifferenceIds, finding => finding.Reason);
        HtmlVoteMatrix.Write(page, report, texts);
    }

    private static void Table(HtmlPage page, ReportDocument report, ReportTexts texts, string id, string number, IReadOnlyList<string> ids, Func<ReportFinding, string> last) =>
        HtmlSections.Section(page, id, $"heading.{number}", $"empty.{number}", texts, report.Findings.Where(finding => ids.Contains(finding.Id, StringComparer.Ordinal)).Select(finding => new[]
        {
            HtmlText.Link(finding.Id),
            HtmlText.Escape(string.Join(", ", finding.TicketIds)),
            HtmlBadges.Class(finding.Classification, texts),
            HtmlText.Escape(Tokens.Of(finding.Severity)),
            HtmlPage.Number(finding.Confidence.ToString("0.00", CultureInfo.InvariantCulture)),
            HtmlText.Prose(finding.Title),
            FindingPlaces.Primary(finding) is { } evidence ? HtmlText.Code(FindingPlaces.Of(evidence)) : "",
            HtmlText.Prose(last(finding)),
        }), level: 3);
}
