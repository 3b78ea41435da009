using System.Text.Json;
using System.Text.Json.Nodes;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Planning;
using Okstra.Core.Reports;
using Okstra.Core.Reports.Deliverables;
using Okstra.Core.Tasks;
using Okstra.Core.Workers;

namespace Okstra.Testing.Reports;

/// <summary>Turns an ordinary report into one that strains whoever shows it.</summary>
internal static class StrainedReports
{
    // Members that hold what somebody wrote; all others are ids, tokens and numbers.
    private static readonly HashSet<string> Written = new(StringComparer.Ordinal)
    {
        "title", "summary", "keyFinding", "claim", "recommendation", "reason", "note", "quote", "conclusion", "rationale", "item", "impact", "request", "answer", "evidence", "why", "whereToFind", "whereToPut",
        "question", "answerShape", "options", "detailedAnalysis", "nextSteps", "scope", "name", "risk", "complexity", "blastRadius", "testability", "effort", "basis", "rejected", "action", "command", "expected",
        "mitigation", "trigger", "verify", "conformance", "files", "path", "source", "worktreeNote", "conditions", "logTail", "planPath", "approvalEvidence", "message", "change", "skipReason", "result", "failing", "passing",
        "tddExemptions", "verdict", "routingReason", "worktree", "subject", "mitigationOwner", "escalationTrigger", "requirement", "artifact", "verdictRow", "branch", "workingTree", "difference", "url", "base", "reEntryAdvice", "recommended",
    };

    /// <summary>The frame of a report without anything in it.</summary>
    public static ReportDocument Empty(ReportDocument report) => report with
    {
        CarryIn = [],
        ProblemSummary = [],
        TicketCoverage = [],
        ExecutionStatus = [],
        TokenUsage = [],
        Findings = [],
        ConsensusIds = [],
        DifferenceIds = [],
        RoundHistory = [],
        SkippedWorkers = [],
        FinalClassificationCounts = report.FinalClassificationCounts.ToDictionary(count => count.Key, _ => 0, StringComparer.Ordinal),
        FinalVerdict = report.FinalVerdict with { BasisIds = [] },
        DetailedAnalysis = [],
        Risks = [],
        Blockers = [],
        Conditions = [],
        Implementation = report.Implementation is null ? null : report.Implementation with { Commits = [], Diff = [], Steps = [], Validation = [], Tdd = [], TddExemptions = [], OutOfPlanEdits = [], Rollback = [], Verifiers = [] },
        Verification = report.Verification is null ? null : report.Verification with { Commits = [], Diff = [], ResidualRisks = [], Evidence = [], Commands = [] },
        HandOff = report.HandOff is null ? null : report.HandOff with { WorkingTree = "", Selections = [], Commands = [], Commits = [], PullRequest = new PullRequestOutcome.NotRequested(), ReEntryAdvice = "" },
        Plan = report.Plan is null ? null : report.Plan with { Options = [], TradeOffs = [], Recommended = null, Steps = [], Stages = [], Dependencies = [], Checks = [], Rollback = [], OpenQuestions = [] },
        Materials = [],
        Questions = [],
        NextSteps = [],
        FollowUps = [],
        Commits = [],
    };

    /// <summary>Everything many times over, tables of two hundred rows.</summary>
    public static ReportDocument Heavy(ReportDocument report)
    {
        var findings = Enumerable.Range(1, 60).Select(number => Numbered(report.Findings[number % report.Findings.Count], number)).OrderBy(finding => finding.Classification).ToList();
        var ids = findings.Select(finding => finding.Id).ToList();
        return report with
        {
            Findings = findings,
            ConsensusIds = [.. findings.Where(finding => finding.Classification is FindingClass.FullConsensus or FindingClass.PartialConsensus).Select(finding => finding.Id)],
            DifferenceIds = [.. findings.Where(finding => finding.Classification > FindingClass.PartialConsensus).Select(finding => finding.Id)],
            FinalClassificationCounts = SampleConvergence.Counts(findings.Select(finding => finding.Classification)),
            RoundHistory = [.. report.RoundHistory.Select(round => round with { QueueBefore = ids, QueueAfter = [.. ids.Take(20)] })],
            Risks = [.. Enumerable.Range(1, 200).Select(number => report.Risks[number % report.Risks.Count] with { Id = $"M-{number:000}" })],
            ProblemSummary = [.. Enumerable.Range(1, 40).Select(number => report.ProblemSummary[number % report.ProblemSummary.Count] with { Id = $"P-{number:000}" })],
            CarryIn = [.. Enumerable.Range(1, 60).Select(number => new CarryInRow($"Q{number}", "Do discounts apply to shipping?", "no", "resolved", "Q1, src/Cart/Totals.cs:42"))],
            Implementation = report.Implementation is not { } implementation ? null : implementation with { Validation = [.. Enumerable.Range(0, 200).Select(number => implementation.Validation[number % 2])] },
            Plan = report.Plan is not { } plan ? null : plan with
            {
                Steps = [.. Enumerable.Range(1, 200).Select(number => plan.Steps[0] with { Step = $"{number}", Files = [.. Enumerable.Range(1, 6).Select(file => $"src/Cart/Part{number}/File{file}.cs")] })],
                Stages = [.. Enumerable.Range(1, 12).Select(number => plan.Stages[0] with { Stage = number, DependsOn = [.. Enumerable.Range(1, number - 1)] })],
            },
        };
    }

    /// <summary>Each text that somebody wrote replaced by the next of the list, so that each of the list comes into a row of a table, a heading, a list and a paragraph.</summary>
    public static ReportDocument Spoiled(ReportDocument report, IReadOnlyList<string> texts)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        var finding = report.Findings is [var first, ..] ? first : ReportComposer.Compose(SampleRun.Inputs(TaskType.ErrorAnalysis, report.Language)).Findings[0];
        var full = report with
        {
            Findings = [.. report.Findings, .. texts.Select((_, index) => Numbered(finding with { Classification = FindingClass.Contested, Settlement = Settlement() }, 100 + index))],
            DifferenceIds = [.. report.DifferenceIds, .. texts.Select((_, index) => $"F-{100 + index}")],
            Risks = [.. texts.Select((_, index) => new RiskRow($"M-{index + 1:000}", ["DEV-9436"], "risk", "", ""))],
            CarryIn = [new CarryInRow("Q1", "x", "x", "open", "x")],
            Questions = [.. report.Questions, new QuestionRow { Id = "Q9", TicketIds = [], Question = "x", Why = "x", AnswerShape = "x", Options = [.. texts], Answer = "x", Status = "open" }],
            FollowUps = [.. texts.Select((_, index) => new FollowUpRow { Id = $"FU-{index + 1:000}", Origin = "manual", NewTaskId = $"t-{index}", Title = "x", SuggestedTaskType = "error-analysis", Scope = "x", Reason = "x", Priority = "P1", AutoSpawn = index % 2 == 0 })],
            Blockers = [new BlockerRow("B-001", "critical", "x", "error-analysis")],
            DetailedAnalysis = [.. texts],
            NextSteps = [.. texts],
            Plan = report.Plan is not { } plan ? null : plan with
            {
                Proposals = [.. texts.Select((_, index) => new PlanProposal("claude", "x", 1, 2, 0, 1, index == 0))],
                Review = [.. texts.Select((_, index) => new PlanFlaw($"PLN-{index:000}", "4.5.4 step 2", "x", index == 0))],
            },
            SkippedWorkers = [new SkippedWorker("gemini", 1, WorkerStatus.Timeout, "x")],
            Grouping = GroupingOutcome.Fallback("x"),
        };
        var root = JsonNode.Parse(ReportText.Write(full))!;
        Replace(root, member: "");
        return ReportText.TryRead(root.ToJsonString(), out var spoiled, out var problem, out _) ? spoiled : throw new InvalidOperationException(problem.Message);

        void Replace(JsonNode node, string member)
        {
            if (node is JsonObject record)
            {
                foreach (var (name, value) in record.ToList())
                {
                    if (value is not null)
                    {
                        Replace(value, name);
                    }
                }
            }
            else if (node is JsonArray list)
            {
                foreach (var item in list.ToList())
                {
                    Replace(item!, member);
                }
            }
            else if (Written.Contains(member) && node.GetValueKind() == JsonValueKind.String)
            {
                var next = used.GetValueOrDefault(member);
                used[member] = next + 1;
                node.ReplaceWith(JsonValue.Create(texts[next % texts.Count]));
            }
        }
    }

    private static ReportFinding Numbered(ReportFinding finding, int number) => finding with
    {
        Id = $"F-{number:000}",
        Votes = [.. finding.Votes, .. Enumerable.Range(1, 2).SelectMany(round => new[] { "claude", "codex", "gemini" }.Select((worker, index) => new CastVote
        {
            Round = round,
            Worker = worker,
            Vote = (Vote)((number + index + round) % 4),
            Counted = index == 0 ? Vote.Unverifiable : (Vote)((number + index + round) % 4),
            Reason = "The loop adds it per line | the cache stores it unrounded, and nobody has seen a second place.",
            Citations = [finding.Evidence[0]],
        }))],
        Settlement = number % 7 == 0 ? Settlement() : finding.Settlement,
    };

    private static SettlementResult Settlement() => new()
    {
        Outcome = SettlementOutcome.Reproduced,
        Argv = ["dotnet", "test", "tests/Cart", "--filter", "Name=Two lines | one fee"],
        CitedExitCode = 1,
        ExitCode = 1,
        Runs = 1,
        LogTail = "Failed Two_lines_pay_one_fee\n  Expected: 5\n  Actual:   10",
        LogPath = "state/settlement/F-001.log",
        Reason = "The cited exit code came out again.",
    };
}
