using Okstra.Core.Convergence;

namespace Okstra.Core.Reports;

/// <summary>Which rows treat which ticket (R-REP-14).</summary>
internal static class CoverageRows
{
    public static IReadOnlyList<TicketCoverageRow> Compose(
        ReportMaterial material,
        IReadOnlyList<ProblemRow> problems,
        IReadOnlyList<RiskRow> risks,
        IReadOnlyList<MaterialRow> materials,
        IReadOnlyList<QuestionRow> questions)
    {
        var tickets = material.TicketIds.Concat(material.Findings.SelectMany(finding => finding.TicketIds)).Distinct(StringComparer.Ordinal);
        return [.. tickets.Select(ticket =>
        {
            bool Concerns(IReadOnlyList<string> ids) => ids.Contains(ticket, StringComparer.Ordinal);
            var findings = material.Findings.Where(finding => Concerns(finding.TicketIds)).ToList();
            string[] related =
            [
                .. problems.Where(row => Concerns(row.TicketIds)).Select(row => row.Id),
                .. findings.Select(row => row.Id),
                .. risks.Where(row => Concerns(row.TicketIds)).Select(row => row.Id),
                .. materials.Where(row => Concerns(row.TicketIds)).Select(row => row.Id),
                .. questions.Where(row => Concerns(row.TicketIds)).Select(row => row.Id),
            ];
            return new TicketCoverageRow(ticket, findings.Count > 0 ? findings[0].Title : material.Inputs.BriefTitle, related, Status(findings));
        })];
    }

    private static string Status(List<ReportFinding> findings) => findings switch
    {
        [] => "not-covered",
        _ when findings.TrueForAll(finding => finding.Classification is FindingClass.Contested or FindingClass.Withdrawn) => "contested",
        _ => "covered",
    };
}
