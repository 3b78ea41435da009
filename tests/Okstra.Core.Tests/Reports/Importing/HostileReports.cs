using System.Text.Json.Nodes;
using Okstra.Core.Reports;
using Okstra.Core.Reports.Deliverables;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Reports.Importing;

/// <summary>Reports in which every free text is hostile; ids, tokens and names stay what they are.</summary>
internal static class HostileReports
{
    private static readonly string[] Pieces =
    [
        "|", "\\", "\\|", "`", "``", "```", "```x```", "`a | b`", "`a\\|b`", "\n", "\r\n", "\n\n", "\t", "  ", "# ", "#", " ##", "## 2. Final Verdict", "- [x] Approved", "- ", "+ ", "1. ", "12) ", "> ", "---", "<br>", "`<br>`",
        "<script>alert(1)</script>", "<!-- ", "-->", "&lt;", "&amp;", "&", "<", ">", "](http://e.invalid)", "![a](b)", "\u001b[31m", "\u0000", "\u202e", "\u00a0", "\u3000", "| a | b |", "{{TOKEN}}", "가나다", "\ud83d", "😀", "*y*", "_x_", "__", "a_b", "~~", "=",
        ":", " — ", " (x)", ")", "(", ", ", "null", "none", "word", "Skipped: ", "TDD exemption: ", "F-001", "- 후속 작업 없음.", "clean", "Total", " Log: `x`.", ":12-14", "(exit 3)", "a.b: c", "0", "7",
    ];

    private static readonly HashSet<string> Free = new(StringComparer.Ordinal)
    {
        "title", "conclusion", "rationale", "summary", "source", "request", "answer", "why", "whereToFind", "whereToPut", "question", "answerShape", "item", "impact", "keyFinding", "reason", "claim", "recommendation", "note", "quote",
        "action", "expected", "message", "subject", "change", "failing", "passing", "artifact", "result", "evidence", "approvalEvidence", "routingReason", "risk", "mitigationOwner", "escalationTrigger", "worktree", "workingTree", "verdictRow",
        "branch", "difference", "reEntryAdvice", "scope", "complexity", "blastRadius", "testability", "effort", "mitigation", "trigger", "verify", "basis", "rejected", "conformance", "skipReason", "verdict", "planPath", "base", "model",
        "detailedAnalysis", "nextSteps", "options", "tddExemptions", "logPath", "argv", "generatedAt", "worktreeNote", "author", "recommended", "place", "message",
    };

    // A row of a table without ids has one of these, and a row of nothing is none.
    private static readonly HashSet<string> NeverBlank = new(StringComparer.Ordinal) { "command", "path", "sha", "step", "option", "name", "requirement", "prompt", "verifier", "conditions", "files", "shortSha", "commit" };

    public static ReportDocument Of(TaskType type, ReportLanguage language, int seed)
    {
        var random = new Random(seed);
        var report = Vary(SampleReports.Of(type, language), random);
        var node = JsonNode.Parse(ReportText.Write(report))!;
        Spoil(node, "", random);
        Assert.True(ReportText.TryRead(node.ToJsonString(), out var hostile, out var problem, out var pointer), $"{pointer}: {problem.Message}");
        return hostile;
    }

    private static ReportDocument Vary(ReportDocument report, Random random)
    {
        T Or<T>(T full, T empty) => random.Next(4) == 0 ? empty : full;
        var plan = report.Plan;
        return report with
        {
            Risks = Or(report.Risks, []),
            Blockers = Or(report.Blockers, []),
            Conditions = Or(report.Conditions, []),
            NextSteps = Or(report.NextSteps, []),
            FollowUps = Or<IReadOnlyList<FollowUpRow>>([SampleReports.FollowUp, SampleReports.FollowUp with { Id = "FU-002", AutoSpawn = true }], []),
            Materials = Or(report.Materials, []),
            Questions = Or(report.Questions, []),
            CarryIn = Or<IReadOnlyList<CarryInRow>>([new("Q1", "x", "y", "resolved", "z"), new("A1", "x", "", "open", "")], []),
            DifferenceIds = Or(report.DifferenceIds, []),
            Stage = Or<int?>(report.Stage, 3),
            BaseSha = Or(report.BaseSha, null),
            Header = report.Header with { WorktreeStatus = Or("created", ""), WorktreeNote = Or<string?>("n", null), UncommittedFiles = random.Next(3), ReducedConfidence = random.Next(2) == 0 },
            Plan = plan is null ? null : plan with { Options = Or(plan.Options, []), Recommended = Or(plan.Recommended, null), Stages = Or(plan.Stages, []), OpenQuestions = Or(plan.OpenQuestions, []), Proposals = Or(plan.Proposals, []), Review = Or(plan.Review, []) },
            Implementation = report.Implementation is { } work ? work with { Tdd = Or(work.Tdd, []), TddExemptions = Or(work.TddExemptions, []), Commits = Or(work.Commits, []), Diff = Or(work.Diff, []), Rollback = Or(work.Rollback, []) } : null,
            Verification = report.Verification is { } check ? check with { ResidualRisks = Or(check.ResidualRisks, []), Evidence = Or(check.Evidence, []), Commits = Or(check.Commits, []) } : null,
            HandOff = report.HandOff is { } handOff ? handOff with
            {
                Commands = Or(handOff.Commands, []),
                Commits = Or(handOff.Commits, []),
                WorkingTree = Or("", " M a.cs"),
                PullRequest = random.Next(4) switch { 0 => new PullRequestOutcome.NotRequested(), 1 => new PullRequestOutcome.Reused("https://e.invalid/1_2"), 2 => new PullRequestOutcome.Skipped("x"), _ => handOff.PullRequest },
            } : null,
        };
    }

    private static void Spoil(JsonNode node, string name, Random random)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (key, value) in members.Select(pair => (pair.Key, pair.Value)).ToList())
                {
                    if (value is JsonValue && value.GetValueKind() == System.Text.Json.JsonValueKind.String && (Free.Contains(key) || NeverBlank.Contains(key)) && random.Next(3) > 0)
                    {
                        members[key] = Text(key, random);
                    }
                    else if (value is not null and not JsonValue && key != "roundHistory" && key != "ticketIds")
                    {
                        Spoil(value, key, random);
                    }
                }

                break;
            case JsonArray items:
                for (var index = 0; index < items.Count; index++)
                {
                    if (items[index] is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String && (Free.Contains(name) || NeverBlank.Contains(name)) && random.Next(3) > 0)
                    {
                        items[index] = Text(name, random);
                    }
                    else if (items[index] is { } item and not JsonValue)
                    {
                        Spoil(item, name, random);
                    }
                }

                break;
        }
    }

    private static string Text(string name, Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Pieces[random.Next(Pieces.Length)]).Prepend(NeverBlank.Contains(name) ? "k" : ""));
}
