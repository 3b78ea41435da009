using System.Text.Json.Nodes;
using Okstra.EndToEnd.Tests.Rig;
using Okstra.Testing;

namespace Okstra.EndToEnd.Tests.Runs;

/// <summary>A plan from proposals of real CLIs to the stage somebody begins.</summary>
public sealed class PlanningRunTests
{
    [Fact]
    public async Task Two_proposals_become_one_plan_that_is_approved_and_begun()
    {
        var withoutWayBack = Plan("Half-open range", "shop/checkout.py");
        withoutWayBack["rollback"] = new JsonArray();
        var merged = Plan("Start at 0", "shop/cart.py");
        merged["openQuestions"] = new JsonArray(new JsonObject { ["question"] = "Are stored totals repaired?", ["ticketIds"] = new JsonArray("dev-1"), ["blocking"] = true, ["answerShape"] = "yes or no" });
        await using var clis = await RealClis.StartAsync(Planned(Plan("Start at 0", "shop/cart.py"), withoutWayBack, merged));
        var (repository, brief) = PlantedBug.Create(clis.Root);

        var run = await OkstraRun.PlanAsync(repository.Folder, brief, clis.Environment);

        run.AssertComplete();
        var plan = run.Report.GetProperty("plan");
        Assert.Equal("report-writer", plan.GetProperty("proposedBy").GetString());
        Assert.Equal(
            [("claude", 0), ("codex", 1)],
            plan.GetProperty("proposals").EnumerateArray().Select(proposal => (proposal.GetProperty("worker").GetString()!, proposal.GetProperty("blocking").GetInt32())));
        Assert.Equal(["PLN-042"], plan.GetProperty("review").EnumerateArray().Select(flaw => flaw.GetProperty("rule").GetString()));
        Assert.Equal("full-consensus", run.Finding("loop of total").GetProperty("classification").GetString());
        Assert.Contains("| Start at 0 |", run.Markdown, StringComparison.Ordinal);

        // Nobody approves past an open question that blocks.
        var report = run.Data.GetProperty("report").GetProperty("markdown").GetString()!;
        var early = await OkstraAsync(repository, clis, "approve", report);
        Assert.Equal(1, early.ExitCode);
        Assert.Contains("PLN-042", early.Error, StringComparison.Ordinal);

        await File.WriteAllTextAsync(report, run.Markdown.Replace("| yes or no | open |", "| no | resolved |", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var approved = await OkstraAsync(repository, clis, "approve", report);
        Assert.True(approved.ExitCode == 0, approved.Error);
        var begun = await OkstraAsync(
            repository, clis, "render-bundle", "--task-type", "implementation", "--brief", brief, "--task-key", "shop/orders/dev-1", "--work-category", "bugfix", "--approved-plan", report, "--stage", "auto", "--yes");
        Assert.True(begun.ExitCode == 0, begun.Error);
    }

    [Fact]
    public async Task A_merged_plan_with_a_gap_is_not_taken_and_the_soundest_proposal_is()
    {
        var gap = Plan("Start at 0", "shop/cart.py");
        gap["rollback"]![0]!["trigger"] = "TBD";
        await using var clis = await RealClis.StartAsync(Planned(gap, Plan("Half-open range", "shop/cart.py"), gap));
        var (repository, brief) = PlantedBug.Create(clis.Root);

        var run = await OkstraRun.PlanAsync(repository.Folder, brief, clis.Environment);

        run.AssertComplete();
        Assert.Equal("codex", run.Report.GetProperty("plan").GetProperty("proposedBy").GetString());
        Assert.Contains("| Half-open range |", run.Markdown, StringComparison.Ordinal);
    }

    private static Task<Child> OkstraAsync(TestRepository repository, RealClis clis, params string[] arguments) =>
        Child.RunAsync(BuiltProgram.Okstra, arguments, repository.Folder, OkstraRun.Environment(clis.Environment), TimeSpan.FromMinutes(2));

    private static ScenarioBuilder Planned(JsonObject claude, JsonObject codex, JsonObject merged)
    {
        var scenario = new ScenarioBuilder();
        foreach (var (provider, plan) in ((Provider, JsonObject?)[])[(Provider.Anthropic, claude), (Provider.Openai, codex), (Provider.Gemini, null)])
        {
            var findings = Answers.Findings(PlantedBug.Cause());
            findings["plan"] = plan?.DeepClone();
            var narrative = Answers.Narrative();
            narrative["plan"] = merged.DeepClone();
            scenario.Findings(provider, findings).Votes(provider, PlantedBug.Agree("F-001")).ReportWriter(provider, Turn.Answer(provider, narrative));
        }

        return scenario;
    }

    private static JsonObject Plan(string option, string file) => JsonNode.Parse($$"""
        {
          "options": [{ "name": "{{option}}", "summary": "The loop begins at the first line.", "files": ["{{file}}", "tests/test_cart.py (new)"] }],
          "tradeOffs": [{ "option": "{{option}}", "complexity": "low", "risk": "low", "blastRadius": "one function", "testability": "high", "effort": "10 minutes" }],
          "recommended": { "option": "{{option}}", "reason": "It is the cause.", "basis": "4.5.2", "rejected": "none" },
          "steps": [
            { "step": "1", "ticketIds": ["dev-1"], "action": "Write a failing test.", "files": ["tests/test_cart.py (new)"], "command": "`python3 -m pytest tests`", "expected": "1 failed" },
            { "step": "2", "ticketIds": ["dev-1"], "action": "Start the loop at 0.", "files": ["{{file}}"], "command": "`python3 -m pytest tests`", "expected": "1 passed" }
          ],
          "stages": [{ "title": "Totals", "dependsOn": [], "steps": ["1", "2"], "files": ["{{file}}", "tests/test_cart.py"], "conformance": "unit" }],
          "dependencies": [],
          "checks": [
            { "phase": "pre", "command": "`git status --porcelain`", "expected": "nothing" },
            { "phase": "mid", "command": "`python3 -m pytest tests`", "expected": "1 failed" },
            { "phase": "post", "command": "`python3 -m pytest tests`", "expected": "1 passed" }
          ],
          "rollback": [{ "step": "2", "action": "revert the commit", "trigger": "totals differ from the orders", "verify": "`python3 -m pytest tests`" }],
          "openQuestions": []
        }
        """)!.AsObject();
}
