using Okstra.Core.FollowUps;
using Okstra.Core.Markdown;
using Okstra.Core.Tasks;

namespace Okstra.Core.Reports.Importing;

/// <summary>Sections 5 to 7.</summary>
internal static class ImportClosing
{
    public static IReadOnlyList<MaterialRow> Materials(ImportScan scan) => [.. scan.Rows("heading.5.1", "empty.5").Select(row => new MaterialRow
    {
        Id = scan.Id(row, "A"),
        TicketIds = row.Items("ticket", ','),
        Request = row.Text("material"),
        Why = row.Text("reason"),
        WhereToFind = row.Text("whereToFind"),
        WhereToPut = row.Text("whereToPut"),
        Status = row.Token("status", ImportOverview.Statuses),
    })];

    public static IReadOnlyList<QuestionRow> Questions(ImportScan scan) => [.. scan.Rows("heading.5.2", "empty.5").Select(row => new QuestionRow
    {
        Id = scan.Id(row, "Q"),
        TicketIds = row.Items("ticket", ','),
        Question = row.Text("question"),
        Why = row.Text("reason"),
        AnswerShape = row.Text("answerShape"),
        Options = row.Items("options", '\n'),
        Answer = row.Text("answer"),
        Status = row.Token("status", ImportOverview.Statuses),
    })];

    public static IReadOnlyList<string> NextSteps(ImportScan scan)
    {
        if (scan.Require("heading.6") is not { } section)
        {
            return [];
        }

        if (section.Blocks.Count == 0)
        {
            scan.Problems.Add("OKS0845", section, $"section '{section.Title}' is empty and does not say so", $"write the line '{Wording.Languages[1]["empty.6"]}', or the next steps as a list");
        }

        foreach (var table in section.Tables)
        {
            scan.Problems.Add("OKS0844", table, $"section '{section.Title}' is a table where its list belongs", "write one line '- …' for each next step");
        }

        return section is { Blocks: [MarkdownItem only] } && Wording.Is(only.Raw, "empty.6", '-') ? [] : [.. section.Blocks.Select(block => block switch
        {
            MarkdownItem item => item.Text,
            MarkdownParagraph paragraph => paragraph.Text,
            _ => null,
        }).OfType<string>()];
    }

    public static IReadOnlyList<FollowUpRow> FollowUps(ImportScan scan) => scan.Type.IsAnalysis() && scan.Find("heading.7") is null ? [] : [.. scan.Rows("heading.7", "empty.7").Select(row => new FollowUpRow
    {
        Id = scan.Id(row, "FU"),
        Origin = row.Token("origin", FollowUpTokens.Origins),
        NewTaskId = row.Text("newTaskId").Trim('`'),
        Title = row.Text("title"),
        SuggestedTaskType = row.Token("suggested", [.. TaskTypes.All.Select(TaskTypes.Token)]),
        Scope = row.Text("scope"),
        Reason = row.Text("whyDeferred"),
        Priority = row.Token("priority", FollowUpTokens.Priorities),
        AutoSpawn = YesOrNo(row, "autoSpawn"),
    })];

    /// <summary>Yes or no, in either language.</summary>
    internal static bool YesOrNo(ReportRow row, string key) =>
        Wording.Is(row.Text(key), "value.yes") || (!Wording.Is(row.Text(key), "value.no") && row.Token(key, ["yes", "no"]) == "yes");
}
