using Okstra.Core.Convergence;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;

namespace Okstra.Core.Validation;

/// <summary>Rules about the report data alone.</summary>
internal static class DataRules
{
    private static readonly string[] Statuses = ["open", "resolved", "obsolete"];
    private static readonly string[] Origins = ["out-of-plan", "verifier-concern", "scope-boundary", "open-question", "manual"];
    private static readonly string[] Priorities = ["P0", "P1", "P2"];
    private static readonly string[] Scopes = ["whole-task", "single-stage"];

    public static void Check(ReportDocument report, ValidationInputs inputs, Verdicts verdicts)
    {
        var file = inputs.ReportData.Path;
        void Fail(Rule rule, string message, string pointer) => verdicts.Add(rule, message, file, pointer);

        if (!string.Equals(report.TaskKey, inputs.TaskKey.ToString(), StringComparison.Ordinal) || report.TaskType != inputs.TaskType || !string.Equals(report.Seq, inputs.Seq, StringComparison.Ordinal))
        {
            Fail(Rules.Identity, $"the report is of {report.TaskKey} {report.TaskType.Token()} {report.Seq}, the run is {inputs.TaskKey} {inputs.TaskType.Token()} {inputs.Seq}", "/taskKey");
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

        var verifies = report.TaskType == TaskType.FinalVerification;
        if (verifies ? !DirectionTokens.Verdicts.Contains(report.VerdictToken, StringComparer.Ordinal) : report.VerdictToken is not null)
        {
            Fail(Rules.Verdict, $"verdict token '{report.VerdictToken}' does not fit {report.TaskType.Token()}", "/verdictToken");
        }

        if (verifies ? !Scopes.Contains(report.VerificationScope, StringComparer.Ordinal) : report.VerificationScope is not null)
        {
            Fail(Rules.Verdict, $"verification scope '{report.VerificationScope}' does not fit {report.TaskType.Token()}; valid: {string.Join(", ", Scopes)}", "/verificationScope");
        }

        Ids(report, Fail);
        Requests(report, Fail);
        Rows(report, Fail);
    }

    private static void Ids(ReportDocument report, Action<Rule, string, string> fail)
    {
        var ids = RowIds.Of(report).ToList();
        foreach (var id in ids.Where(id => !RowIds.IsRowId(id)).Distinct(StringComparer.Ordinal))
        {
            fail(Rules.RowIdUnique, $"'{id}' is not a row id", "");
        }

        foreach (var group in ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            fail(Rules.RowIdUnique, $"row id {group.Key} occurs {group.Count()} times", "");
        }

        var known = ids.ToHashSet(StringComparer.Ordinal);
        void Resolve(IEnumerable<string> references, string pointer, bool sections)
        {
            foreach (var id in references.Where(id => !known.Contains(id) && !(sections && RowIds.IsSection(id))))
            {
                fail(Rules.RowIdResolves, $"'{id}' names no row of this report", pointer);
            }
        }

        Resolve(report.FinalVerdict.BasisIds, "/finalVerdict/basisIds", sections: true);
        Resolve(report.ConsensusIds, "/consensusIds", sections: false);
        Resolve(report.DifferenceIds, "/differenceIds", sections: false);
        for (var row = 0; row < report.TicketCoverage.Count; row++)
        {
            Resolve(report.TicketCoverage[row].RelatedIds, $"/ticketCoverage/{row}/relatedIds", sections: true);
        }

        var shown = report.ConsensusIds.Concat(report.DifferenceIds).ToHashSet(StringComparer.Ordinal);
        foreach (var finding in report.Findings.Where(finding => !shown.Contains(finding.Id)))
        {
            fail(Rules.Categories, $"{finding.Id} ({finding.Classification.Token()}) is shown neither under consensus nor under differences", "/findings");
        }
    }

    private static void Requests(ReportDocument report, Action<Rule, string, string> fail)
    {
        for (var row = 0; row < report.Materials.Count; row++)
        {
            var material = report.Materials[row];
            if (string.IsNullOrWhiteSpace(material.Request) || string.IsNullOrWhiteSpace(material.Why) || string.IsNullOrWhiteSpace(material.WhereToFind)
                || string.IsNullOrWhiteSpace(material.WhereToPut) || !Statuses.Contains(material.Status, StringComparer.Ordinal))
            {
                fail(Rules.Clarification, $"{material.Id} must say what is needed, why, where to find it, where to put it, and have a status of: {string.Join(", ", Statuses)}", $"/materials/{row}");
            }
        }

        for (var row = 0; row < report.Questions.Count; row++)
        {
            var question = report.Questions[row];
            if (string.IsNullOrWhiteSpace(question.Question) || string.IsNullOrWhiteSpace(question.Why) || string.IsNullOrWhiteSpace(question.AnswerShape)
                || !Statuses.Contains(question.Status, StringComparer.Ordinal))
            {
                fail(Rules.Clarification, $"{question.Id} must say what is asked, why, how to answer, and have a status of: {string.Join(", ", Statuses)}", $"/questions/{row}");
            }
        }

        for (var row = 0; row < report.CarryIn.Count; row++)
        {
            var earlier = report.CarryIn[row];
            if (!RowIds.IsRowId(earlier.Id) || !Statuses.Contains(earlier.Status, StringComparer.Ordinal) || (earlier.Status != "open" && string.IsNullOrWhiteSpace(earlier.Evidence)))
            {
                fail(Rules.Clarification, $"{earlier.Id} of section 0 must have a status of: {string.Join(", ", Statuses)}, and evidence when it is settled", $"/carryIn/{row}");
            }
        }
    }

    private static void Rows(ReportDocument report, Action<Rule, string, string> fail)
    {
        for (var row = 0; row < report.FollowUps.Count; row++)
        {
            var task = report.FollowUps[row];
            if (!Origins.Contains(task.Origin, StringComparer.Ordinal)
                || !Priorities.Contains(task.Priority, StringComparer.Ordinal)
                || !TaskTypes.TryParse(task.SuggestedTaskType, out _, out _)
                || task.NewTaskId.Length == 0 || !task.NewTaskId.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')
                || string.IsNullOrWhiteSpace(task.Reason))
            {
                fail(Rules.FollowUps, $"{task.Id}: origin, new task id, task type, priority or reason is not valid", $"/followUps/{row}");
            }
        }
    }
}
