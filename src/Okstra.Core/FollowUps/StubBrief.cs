using Okstra.Core.Profiles;
using Okstra.Core.Reports;
using Okstra.Core.Text;

namespace Okstra.Core.FollowUps;

/// <summary>The brief a follow-up task begins with (R-OPN-44): enough to start with, and where it comes from.</summary>
public static class StubBrief
{
    private const int LongestTitle = 300;

    /// <param name="row">A checked row.</param>
    /// <param name="taskKey">Key of the new task.</param>
    /// <param name="taskGroup">Its group.</param>
    /// <param name="parentTaskKey">The task it follows.</param>
    /// <param name="reportLink">Path of the parent's report, relative to the brief, with <c>/</c>.</param>
    public static string Render(FollowUpLine row, string taskKey, string taskGroup, string parentTaskKey, string reportLink) => $"""
        ---
        taskKey: {Quoted(taskKey)}
        taskGroup: {Quoted(taskGroup)}
        taskId: {Quoted(row["newTaskId"])}
        relatedTasks: {FrontMatter.Array([parentTaskKey])}
        tags: {FrontMatter.Array(FrontMatter.Tags("task-brief"))}
        ---

        # {MarkdownText.Line(SafeText.OneLine(row["title"], LongestTitle))}

        - Follows: `{parentTaskKey}` ({row["origin"]}, {row.Id}, priority {row["priority"]})
        - Suggested task-type: `{row["suggested"]}`
        - Report of the parent: [{row.Id}](<{reportLink}>)

        ## Scope

        {Paragraph(row["scope"], "Not named; the report of the parent says where it came up.")}

        ## Reason

        {Paragraph(row["whyDeferred"], "")}
        """.ReplaceLineEndings("\n") + "\n";

    private static string Quoted(string text) => FrontMatter.Array([SafeText.OneLine(text, LongestTitle)])[1..^1];

    private static string Paragraph(string text, string otherwise) => MarkdownText.Line(text) is { Length: > 0 } line ? line : otherwise;
}
