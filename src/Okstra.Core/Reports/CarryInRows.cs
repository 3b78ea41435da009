using System.Text.RegularExpressions;

namespace Okstra.Core.Reports;

/// <summary>Section 0: earlier requests, what became of them, and what settles or speaks to them (R-REP-12).</summary>
internal static partial class CarryInRows
{
    public static IReadOnlyList<CarryInRow> Compose(ReportMaterial material) => [.. material.Inputs.CarryIn.Select(row => Reconciled(row, material))];

    private static CarryInRow Reconciled(CarryInRow row, ReportMaterial material)
    {
        // A row somebody called settled without saying what settled it is cited as what it is: the user's word.
        var evidence = row.Evidence.Length > 0 ? row.Evidence
            : row.Status == "open" && row.Answer.Length == 0 ? ""
            : $"{row.Id}: {(row.Answer.Length > 0 ? "answered" : $"marked {row.Status}")} by the user in the clarification response";
        var findings = material.Findings.Where(finding => Mentions(finding.Claim, row.Id) && finding.Evidence.Any(cited => cited.Carries)).Select(finding => $"{finding.Id} {FindingPlaces.Of(finding)}").ToList();
        return row with
        {
            Status = row.Status == "open" && row.Answer.Length > 0 ? "resolved" : row.Status,
            Evidence = string.Join("; ", findings.Prepend(evidence).Where(part => part.Length > 0)),
        };
    }

    private static bool Mentions(string claim, string id) => Words().Matches(claim).Any(word => word.Value == id);

    [GeneratedRegex("[A-Za-z0-9_-]+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
