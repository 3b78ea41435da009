using Okstra.Core.Approvals;
using Okstra.Core.Reports;
using Okstra.Core.Stages;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Core.Validation;

/// <summary>Planning headings and the one approval mark (R-REP-11, R-REP-39); marks that disagree.</summary>
internal static class ApprovalRules
{
    // R-OPN-74: substrings looked for in headings, whatever the language.
    private static readonly string[] PlanningHeadings =
    [
        "Option Candidates", "Trade-off Matrix", "Recommended Option", "Stepwise Execution Order", "Dependency / Migration Risk",
        "Validation Checklist", "Rollback Strategy", "User Approval Request", "Open Questions",
    ];

    public static void Check(ReportDocument report, ReportPage page, Verdicts verdicts)
    {
        var marks = ExactLines.Of(page.Text).Select((line, index) => (line.Text, Place: new TextPlace(index + 1, line.Text.Length - line.Text.TrimStart().Length + 1)))
            .Where(line => line.Text.TrimStart() is ['-' or '*' or '+', ..] && ApprovalLines.IsBox(line.Text))
            .ToList();
        if (report.TaskType != TaskType.ImplementationPlanning)
        {
            if (marks.Count > 0)
            {
                verdicts.At(Rules.ApprovalBlock, "only a planning report has an approval mark", page.File, marks[^1].Place, "remove it; nothing but a plan is approved");
            }

            return;
        }

        foreach (var name in PlanningHeadings.Where(name => !page.Document.Sections.Any(section => section.Raw.Contains(name, StringComparison.Ordinal))))
        {
            verdicts.At(Rules.PlanningHeadings, $"no heading contains '{name}'", page.File, page.PlaceOf("heading.4.5"), $"write the heading '{name}', with its number if it has one");
        }

        var top = page.Sections.Find("heading.0")?.Line ?? int.MaxValue;
        if (marks.Count != 1 || marks[0].Place.Line > top)
        {
            var differ = marks.Select(mark => ApprovalLines.IsTicked(mark.Text)).Distinct().Count() > 1;
            verdicts.At(Rules.ApprovalBlock, $"{(differ ? "approval marks disagree: " : "")}{marks.Count} approval marks; exactly one above section 0 is valid", page.File, marks.Count == 0 ? page.PlaceOf("heading.approval") : marks[^1].Place);
        }

        if (PlanApproval.Read(page.Text, rendered: null).Contradiction is { } contradiction)
        {
            var place = page.Document.FrontMatter.FirstOrDefault(entry => entry.Key == "approved") is { } entry ? new TextPlace(entry.Line, 1) : TextPlace.Top;
            verdicts.At(Rules.ApprovalsAgree, contradiction, page.File, place);
        }
    }
}
