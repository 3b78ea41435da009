using Okstra.Core.FollowUps;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;

namespace Okstra.Core.Validation;

/// <summary>Rules about the report data alone, whatever the task type.</summary>
internal static class DataRules
{
    private const string Writer = "Report writer worker";
    private const string Lead = "Claude lead";
    private static readonly string[] Statuses = ["open", "resolved", "obsolete"];

    public static void Check(ReportDocument report, ValidationInputs inputs, Verdicts verdicts)
    {
        var file = inputs.ReportData.Path;
        void Fail(Rule rule, string message, string pointer) => verdicts.Add(rule, message, file, pointer);

        Identity(report, inputs, Fail);
        if (report.TaskType == TaskType.ReleaseHandoff ? report.Author != Lead : report.Author is not (Writer or Lead))
        {
            Fail(Rules.AuthorOfType, $"'{report.Author}' does not write a report of {report.TaskType.Token()}", "/author");
        }

        if (report.ProblemSummary.Count is < 3 or > 5)
        {
            Fail(Rules.ProblemRows, $"the problem summary has {report.ProblemSummary.Count} rows; three to five are valid", "/problemSummary");
        }

        if (!DirectionTokens.All.Contains(report.FinalVerdict.Direction, StringComparer.Ordinal))
        {
            Fail(Rules.Direction, $"direction '{report.FinalVerdict.Direction}' is not a direction token", "/finalVerdict/direction");
        }

        if (!Routing.IsAllowed(report.TaskType, report.Routing))
        {
            Fail(Rules.Routing, $"routing '{report.Routing}' is not allowed after {report.TaskType.Token()}; valid: {string.Join(", ", Routing.AllowedAfter(report.TaskType))}", "/routing");
        }

        OwnParts(report, Fail);
        RowIdRules.Check(report, file, verdicts);
        WordRules.Check(report, file, verdicts);
        Requests(report, Fail);
        FollowUps(report, inputs.TaskKey.Task, Fail);
        VerificationRules.Check(report, Fail);
        ImplementationRules.Check(report, Fail);
        HandOffRules.Check(report, Fail);
        PlanRules.Check(report, Fail);
    }

    private static void Identity(ReportDocument report, ValidationInputs inputs, Action<Rule, string, string> fail)
    {
        var pointer = report.TaskKey != inputs.TaskKey.ToString() ? "/taskKey" : report.TaskType != inputs.TaskType ? "/taskType" : report.Seq != inputs.Seq ? "/seq" : null;
        if (pointer is not null)
        {
            fail(Rules.Identity, $"the report is of {report.TaskKey} {report.TaskType.Token()} {report.Seq}, the run is {inputs.TaskKey} {inputs.TaskType.Token()} {inputs.Seq}", pointer);
        }
    }

    // R-REP-10: 4.5 and 4.6 are there for their task type and omitted otherwise.
    private static void OwnParts(ReportDocument report, Action<Rule, string, string> fail)
    {
        void Part(bool isThere, TaskType owner, string pointer)
        {
            if (isThere != (report.TaskType == owner))
            {
                fail(Rules.SectionsOfType, isThere ? $"only a report of {owner.Token()} has this part" : $"a report of {owner.Token()} has to have this part", pointer);
            }
        }

        Part(report.Plan is not null, TaskType.ImplementationPlanning, "/plan");
        Part(report.Implementation is not null, TaskType.Implementation, "/implementation");
        Part(report.Verification is not null, TaskType.FinalVerification, "/verification");
        Part(report.HandOff is not null, TaskType.ReleaseHandoff, "/handOff");
    }

    private static void Requests(ReportDocument report, Action<Rule, string, string> fail)
    {
        WordRules.Each(report.Materials, "/materials", (row, pointer) =>
        {
            if (IsBlank(row.Request, row.Why, row.WhereToFind, row.WhereToPut) || !Statuses.Contains(row.Status, StringComparer.Ordinal))
            {
                fail(Rules.Clarification, $"{row.Id} must say what is needed, why, where to find it, where to put it, and have a status of: {string.Join(", ", Statuses)}", pointer);
            }
        });
        WordRules.Each(report.Questions, "/questions", (row, pointer) =>
        {
            if (IsBlank(row.Question, row.Why, row.AnswerShape) || !Statuses.Contains(row.Status, StringComparer.Ordinal))
            {
                fail(Rules.Clarification, $"{row.Id} must say what is asked, why, how to answer, and have a status of: {string.Join(", ", Statuses)}", pointer);
            }
        });
        WordRules.Each(report.CarryIn, "/carryIn", (row, pointer) =>
        {
            if (!RowIds.IsRowId(row.Id) || !Statuses.Contains(row.Status, StringComparer.Ordinal) || (row.Status != "open" && IsBlank(row.Evidence)))
            {
                fail(Rules.Clarification, $"{row.Id} of section 0 must have a status of: {string.Join(", ", Statuses)}, and evidence when it is settled", pointer);
            }
        });
    }

    private static void FollowUps(ReportDocument report, string task, Action<Rule, string, string> fail)
    {
        var lines = report.FollowUps.Select((row, index) => new FollowUpLine(index + 1, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = row.Id,
            ["origin"] = row.Origin,
            ["newTaskId"] = row.NewTaskId,
            ["title"] = row.Title.Trim(),
            ["suggested"] = row.SuggestedTaskType,
            ["scope"] = row.Scope,
            ["whyDeferred"] = row.Reason.Trim(),
            ["priority"] = row.Priority,
            ["autoSpawn"] = row.AutoSpawn ? "yes" : "no",
        }, FollowUpTable.Width)).ToList();
        foreach (var (row, mistake) in FollowUpRules.Mistakes(lines, task))
        {
            fail(Rules.FollowUps, $"{row.Id}: {mistake}", $"/followUps/{row.Number - 1}");
        }

        foreach (var row in lines.Where(row => IsBlank(row["scope"])))
        {
            fail(Rules.FollowUps, $"{row.Id}: Scope names no file and no area", $"/followUps/{row.Number - 1}/scope");
        }
    }

    internal static bool IsBlank(params string?[] texts) => Array.Exists(texts, string.IsNullOrWhiteSpace);
}
