using System.Globalization;
using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>Section 4.5 of a planning report.</summary>
internal static class MarkdownPlan
{
    public static void Write(MarkdownPage page, PlanSection plan, ReportTexts texts)
    {
        page.Heading(2, texts["heading.4.5"]);
        void Section(string number, IEnumerable<IReadOnlyList<string>> rows)
        {
            page.Heading(3, texts[$"heading.{number}"]);
            page.TableOr(texts[$"empty.{number}"], ReportColumns.Of($"heading.{number}", texts), [.. rows]);
        }

        Section("4.5.1", plan.Options.Select(row => MarkdownOverview.Cells(row.Name, row.Summary, string.Join('\n', row.Files))));
        Section("4.5.2", plan.TradeOffs.Select(row => MarkdownOverview.Cells(row.Option, row.Complexity, row.Risk, row.BlastRadius, row.Testability, row.Effort)));
        Section("4.5.3", plan.Recommended is not { } choice ? [] :
        [
            MarkdownOverview.Cells(texts["row.recommendedOption"], choice.Option),
            MarkdownOverview.Cells(texts["row.coreReason"], choice.Reason),
            MarkdownOverview.Cells(texts["row.optionBasis"], choice.Basis),
            MarkdownOverview.Cells(texts["row.rejected"], choice.Rejected),
        ]);
        Section("4.5.4", plan.Steps.Select(row => MarkdownOverview.Cells(row.Step, string.Join(", ", row.TicketIds), row.Action, string.Join('\n', row.Files), row.Command, row.Expected)));
        page.Heading(4, texts["heading.stages"]);
        page.TableOr(texts["empty.stages"], ReportColumns.Of("heading.stages", texts), [.. plan.Stages.Select(row => MarkdownOverview.Cells(
            row.Stage.ToString(CultureInfo.InvariantCulture),
            row.Title,
            string.Join(", ", row.DependsOn),
            string.Join(", ", row.Steps),
            string.Join('\n', row.Files),
            row.Conformance))]);
        Section("4.5.5", plan.Dependencies.Select(row => MarkdownOverview.Cells(row.Id, row.Kind, row.Item, row.Impact, row.Mitigation)));
        Section("4.5.6", plan.Checks.Select(row => MarkdownOverview.Cells(row.Id, row.Phase, row.Command, row.Expected)));
        Section("4.5.7", plan.Rollback.Select(row => MarkdownOverview.Cells(row.Id, row.Step, row.Action, row.Trigger, row.Verify)));
        page.Heading(3, texts["heading.4.5.8"]);
        page.Raw(texts["empty.4.5.8"]);
        Notes(page, plan, texts);
        Section("4.5.9", plan.OpenQuestions.Select(row => MarkdownOverview.Cells(
            row.Id,
            string.Join(", ", row.TicketIds),
            row.Question,
            texts[row.Blocking ? "value.yes" : "value.no"],
            row.AnswerShape,
            row.Status)));
    }

    // Plan-side notes: how the proposals fared, and what the self-review found in the one that is used.
    private static void Notes(MarkdownPage page, PlanSection plan, ReportTexts texts)
    {
        if (!plan.HasNotes)
        {
            return;
        }

        page.Heading(4, texts["heading.proposals"]);
        page.TableOr(texts["empty.proposals"], ReportColumns.Of("heading.proposals", texts), [.. PlanNotes.Proposals(plan, texts).Select(row => MarkdownOverview.Cells([.. row]))]);
        page.Heading(4, texts["heading.review"]);
        page.TableOr(texts["empty.review"], ReportColumns.Of("heading.review", texts), [.. PlanNotes.Review(plan, texts).Select(row => MarkdownOverview.Cells([.. row]))]);
    }
}
