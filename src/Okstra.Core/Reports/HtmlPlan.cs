using System.Globalization;
using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>Section 4.5 of a planning report on the page.</summary>
internal static class HtmlPlan
{
    public static void Write(HtmlPage page, PlanSection plan, ReportTexts texts)
    {
        page.Heading(2, "plan", texts["heading.4.5"]);
        void Section(string number, IEnumerable<IReadOnlyList<string>> rows) =>
            HtmlSections.Section(page, $"plan-{number[^1]}", $"heading.{number}", $"empty.{number}", texts, rows, level: 3);

        Section("4.5.1", plan.Options.Select(row => HtmlSections.Cells(row.Name, row.Summary, string.Join('\n', row.Files))));
        Section("4.5.2", plan.TradeOffs.Select(row => HtmlSections.Cells(row.Option, row.Complexity, row.Risk, row.BlastRadius, row.Testability, row.Effort)));
        Section("4.5.3", plan.Recommended is not { } choice ? [] :
        [
            HtmlSections.Cells(texts["row.recommendedOption"], choice.Option),
            HtmlSections.Cells(texts["row.coreReason"], choice.Reason),
            HtmlSections.Cells(texts["row.optionBasis"], choice.Basis),
            HtmlSections.Cells(texts["row.rejected"], choice.Rejected),
        ]);
        Section("4.5.4", plan.Steps.Select(row => HtmlSections.Cells(row.Step, string.Join(", ", row.TicketIds), row.Action, string.Join('\n', row.Files), row.Command, row.Expected)));
        HtmlSections.Section(page, "plan-stages", "heading.stages", "empty.stages", texts, plan.Stages.Select(row => HtmlSections.Cells(
            row.Stage.ToString(CultureInfo.InvariantCulture),
            row.Title,
            string.Join(", ", row.DependsOn),
            string.Join(", ", row.Steps),
            string.Join('\n', row.Files),
            row.Conformance)), level: 3);
        Section("4.5.5", plan.Dependencies.Select(row => HtmlSections.Cells(row.Id, row.Kind, row.Item, row.Impact, row.Mitigation)));
        Section("4.5.6", plan.Checks.Select(row => HtmlSections.Cells(row.Id, row.Phase, row.Command, row.Expected)));
        Section("4.5.7", plan.Rollback.Select(row => HtmlSections.Cells(row.Id, row.Step, row.Action, row.Trigger, row.Verify)));
        page.Heading(3, "plan-8", texts["heading.4.5.8"]);
        page.Raw($"<p class=\"empty\">{HtmlText.Escape(texts["empty.4.5.8"].TrimStart('-', ' '))}</p>");
        if (plan.HasNotes)
        {
            HtmlSections.Section(page, "plan-proposals", "heading.proposals", "empty.proposals", texts, PlanNotes.Proposals(plan, texts).Select(row => HtmlSections.Cells([.. row])), level: 3);
            HtmlSections.Section(page, "plan-review", "heading.review", "empty.review", texts, PlanNotes.Review(plan, texts).Select(row => HtmlSections.Cells([.. row])), level: 3);
        }

        Section("4.5.9", plan.OpenQuestions.Select(row => HtmlSections.Cells(
            row.Id,
            string.Join(", ", row.TicketIds),
            row.Question,
            texts[row.Blocking ? "value.yes" : "value.no"],
            row.AnswerShape,
            row.Status)));
    }
}
