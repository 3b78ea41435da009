using System.Globalization;
using Okstra.Core.Planning;
using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>Rows of the plan-side notes below 4.5.8 as plain text, for both renderings to escape.</summary>
internal static class PlanNotes
{
    public static IEnumerable<IReadOnlyList<string>> Proposals(PlanSection plan, ReportTexts texts) => plan.Proposals.Select(row => (IReadOnlyList<string>)
    [
        row.Worker, row.Recommended, Number(row.ConfirmedClaims), Number(row.OpenClaims), Number(row.Blocking), Number(row.Remarks), YesNo(row.Used, texts),
    ]);

    public static IEnumerable<IReadOnlyList<string>> Review(PlanSection plan, ReportTexts texts) => plan.Review.Select(flaw => (IReadOnlyList<string>)
    [
        flaw.Rule, texts[$"check.plan.{PlanRule.All.FirstOrDefault(rule => rule.Id == flaw.Rule)?.Check.ToString().ToLowerInvariant() ?? "other"}"], flaw.Place, flaw.Message, YesNo(flaw.Blocking, texts),
    ]);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string YesNo(bool holds, ReportTexts texts) => texts[holds ? "value.yes" : "value.no"];
}
