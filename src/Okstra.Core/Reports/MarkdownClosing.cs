using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>Sections 5 to 7: what is asked of the user, what to do next, which tasks follow.</summary>
internal static class MarkdownClosing
{
    public static void Write(MarkdownPage page, ReportDocument report, ReportTexts texts)
    {
        page.Heading(2, texts["heading.5"]);
        page.Heading(3, texts["heading.5.1"]);
        page.TableOr(texts["empty.5"], ReportColumns.Of("heading.5.1", texts), [.. report.Materials.Select(row =>
            MarkdownOverview.Cells(row.Id, string.Join(", ", row.TicketIds), row.Request, row.Why, row.WhereToFind, row.WhereToPut, row.Status))]);
        page.Heading(3, texts["heading.5.2"]);
        page.TableOr(texts["empty.5"], ReportColumns.Of("heading.5.2", texts), [.. report.Questions.Select(row =>
            MarkdownOverview.Cells(row.Id, string.Join(", ", row.TicketIds), row.Question, row.Why, row.AnswerShape, string.Join('\n', row.Options), row.Answer, row.Status))]);

        page.Heading(2, texts["heading.6"]);
        page.Lines(report.NextSteps.Count == 0 ? [texts["empty.6"]] : report.NextSteps.Select(step => $"- {MarkdownText.Line(step)}"));

        page.Heading(2, texts["heading.7"]);
        page.TableOr(texts["empty.7"], ReportColumns.Of("heading.7", texts), [.. report.FollowUps.Select(row => MarkdownOverview.Cells(
            row.Id,
            row.Origin,
            row.NewTaskId,
            row.Title,
            row.SuggestedTaskType,
            row.Scope,
            row.Reason,
            row.Priority,
            row.AutoSpawn ? "yes" : "no"))]);
    }
}
