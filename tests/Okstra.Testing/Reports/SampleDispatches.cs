using System.Text.Json;
using Okstra.Core.Findings;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Usage;
using Okstra.Core.Workers;

namespace Okstra.Testing.Reports;

/// <summary>Dispatch documents of <see cref="SampleRun"/>.</summary>
internal static class SampleDispatches
{
    private const string Plan = """
        {
          "options": [{ "name": "Option A", "summary": "Add the fee after the loop", "files": ["src/Cart/Totals.cs"] }, { "name": "Option B", "summary": "Move the fee to the order", "files": ["src/Orders/Order.cs"] }],
          "tradeOffs": [{ "option": "Option A", "complexity": "low", "risk": "low", "blastRadius": "one file", "testability": "unit test", "effort": "1 h" }],
          "recommended": { "option": "Option A", "reason": "Smallest change that removes the cause", "basis": "4.5.2 row Option A", "rejected": "Option B touches the order schema" },
          "steps": [{ "ticketIds": ["DEV-9436"], "action": "Write the failing test", "files": ["tests/TotalsTests.cs"], "command": "dotnet test tests/Cart", "expected": "1 failed" }],
          "dependencies": [{ "kind": "order", "item": "Totals before invoices", "impact": "Invoices read totals", "mitigation": "Release together" }],
          "checks": [{ "phase": "post", "command": "dotnet test", "expected": "all green" }],
          "rollback": [{ "step": "1", "action": "git revert <commit>", "trigger": "totals differ", "verify": "dotnet test tests/Cart" }],
          "openQuestions": [{ "question": "Do old orders need a refund?", "blocking": true, "answerShape": "yes/no" }],
          "stages": [{ "title": "Totals", "dependsOn": [], "steps": ["1"], "files": ["src/Cart/Totals.cs"], "conformance": "requires: api" }]
        }
        """;

    public static IReadOnlyList<DispatchDocument> All(TaskType type) =>
    [
        Analysis(type, "claude", 0, Answer("Shipping is added inside the loop.", [SampleFindings.LoopOf("C1"), SampleFindings.DiscountFinding], type == TaskType.ImplementationPlanning ? Plan : null)),
        Analysis(type, "codex", 1, Answer("The total loop adds the fee per line.", [SampleFindings.LoopOf("X1"), SampleFindings.RetryFinding], null)),
        Analysis(type, "gemini", 2, Answer("The fee cache may play a part.", [SampleFindings.CacheFinding, SampleFindings.RoundingFinding], null)) with { Usage = null },
        Reverify(type, "claude", 0, 1, Vote("F-002", Okstra.Core.Findings.Vote.Agree, "The retry is visible in the loop of attempts.", SampleFindings.Retry),
            Vote("F-003", Okstra.Core.Findings.Vote.Unverifiable, "Nothing in the repository shows tenants."),
            Vote("F-005", Okstra.Core.Findings.Vote.Unverifiable, "I found no rounding.")),
        Reverify(type, "codex", 1, 1, Vote("F-003", Okstra.Core.Findings.Vote.Unverifiable, "I cannot tell how many tenants there are."),
            Vote("F-004", Okstra.Core.Findings.Vote.Disagree, "There is no such line; the fee is only added in Totals.cs.", SampleFindings.Loop),
            Vote("F-005", Okstra.Core.Findings.Vote.Disagree, "The cache stores the fee unrounded.", SampleFindings.Cache)),
        Document(type, "gemini", 2, 1) with { Status = WorkerStatus.Timeout, Reason = "no answer within 600 s", FindingIds = ["F-001", "F-002", "F-004"], Usage = null },
        Reverify(type, "claude", 0, 2, Vote("F-003", Okstra.Core.Findings.Vote.Unverifiable, "Still nothing about tenants."),
            Vote("F-004", Okstra.Core.Findings.Vote.Maintain, "The discount code path is generated at build time."),
            Vote("F-005", Okstra.Core.Findings.Vote.Unverifiable, "I found no rounding.")),
        Reverify(type, "codex", 1, 2, Vote("F-003", Okstra.Core.Findings.Vote.Unverifiable, "I cannot tell."),
            Vote("F-004", Okstra.Core.Findings.Vote.Disagree, "Generated or not, the quote does not exist.", SampleFindings.Loop)),
        Reverify(type, "gemini", 2, 2, Vote("F-001", Okstra.Core.Findings.Vote.Agree, "Two lines, two fees: the loop adds it per line.", SampleFindings.Loop),
            Vote("F-004", Okstra.Core.Findings.Vote.Disagree, "I don't see it either."),
            Vote("F-005", Okstra.Core.Findings.Vote.Withdraw, "The cache line shows an unrounded value.")),
        Document(type, "report-writer", 3, -1),
    ];

    private static DispatchDocument Analysis(TaskType type, string worker, int index, WorkerAnswer answer) => Document(type, worker, index, 0) with { Answer = answer };

    private static DispatchDocument Reverify(TaskType type, string worker, int index, int round, params VoteAnswer[] votes) => Document(type, worker, index, round) with
    {
        FindingIds = [.. votes.Select(vote => vote.FindingId)],
        Votes = new ReverifyAnswer { Votes = votes },
    };

    private static DispatchDocument Document(TaskType type, string worker, int index, int round)
    {
        var entry = SampleRun.Roster[index];
        return new DispatchDocument
        {
            TaskKey = SampleRun.Key.ToString(),
            TaskType = type.Token(),
            Seq = "001",
            Worker = worker,
            Role = entry.Role,
            Driver = entry.Driver,
            Vendor = entry.Vendor,
            Round = round,
            Batch = 1,
            AgentName = entry.AgentName,
            Model = entry.Model,
            Status = WorkerStatus.Completed,
            Reason = null,
            StartedAt = "2026-11-20T21:50:00Z",
            EndedAt = "2026-11-20T21:51:12Z",
            PromptSha256 = new string('b', 64),
            PromptPath = $"prompts/{worker}-r{round}.md",
            Narrative = round == -1 ? NarrativeFields.Empty : null,
            Usage = new TokenUsage { Input = 1200 + index, Output = 340, CacheRead = 9000, Total = 10540 + index, CostUsd = index == 0 ? 0.0123m : null },
        };
    }

    private static WorkerAnswer Answer(string keyFinding, IReadOnlyList<Finding> findings, string? plan) => new()
    {
        Summary = "Read the totals, the checkout and their history.",
        KeyFinding = keyFinding,
        Findings = findings,
        Questions =
        [
            new Question { Kind = "material", Text = "Please attach the log of one order that was charged twice.", Why = "It shows whether the retry took part.", Where = "The log folder of the checkout service" },
            new Question { Kind = "decision", Text = "Do discounts apply to shipping?", Why = "If so, the expected total changes.", Options = ["yes", "no"], AnswerShape = "one of the choices" },
        ],
        Plan = plan is null ? null : JsonDocument.Parse(plan).RootElement,
    };

    private static VoteAnswer Vote(string finding, Vote vote, string reason, params Citation[] citations) => new() { FindingId = finding, Vote = vote, Reason = reason, Citations = citations };
}
