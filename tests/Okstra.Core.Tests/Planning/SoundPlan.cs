using Okstra.Core.Reports;

namespace Okstra.Core.Tests.Planning;

/// <summary>A plan in which the self-review finds nothing; tests break one thing at a time.</summary>
internal static class SoundPlan
{
    public static IReadOnlyList<string> Tickets { get; } = ["DEV-1"];

    public static IReadOnlySet<string> Files { get; } = new HashSet<string>(StringComparer.Ordinal) { "src/totals.py", "src/api.py", "tests/test_api.py" };

    public static PlanSection Of() => new()
    {
        ProposedBy = "claude",
        Options =
        [
            new PlanOption("Guard", "Check the fee where it is added.", ["src/totals.py", "tests/test_totals.py (new)"]),
            new PlanOption("Rewrite", "A new class for totals.", ["src/api.py"]),
        ],
        TradeOffs = [Row("Guard"), Row("Rewrite")],
        Recommended = new PlanRecommendation("Guard", "It is small.", "4.5.2", "Rewrite touches every caller."),
        Steps =
        [
            Step("1", "Write a failing test.", "tests/test_totals.py (new)"),
            Step("2", "Guard the second addition.", "src/totals.py"),
        ],
        Stages = [Stage(1, [], ["1"], "tests/test_totals.py"), Stage(2, [1], ["2"], "src/totals.py")],
        Dependencies = [new PlanDependency { Id = "DM-001", Kind = "order", Item = "the test first", Impact = "none", Mitigation = "stage 1" }],
        Checks = [new PlanCheck("V-001", "pre", "`pytest -q`", "passes"), new PlanCheck("V-002", "mid", "`pytest tests/test_totals.py`", "fails"), new PlanCheck("V-003", "post", "`pytest -q`", "passes")],
        Rollback = [new PlanRollback { Id = "RB-001", Step = "1", Action = "revert the commit", Trigger = "error rate above 1 %", Verify = "`pytest -q`" }],
        OpenQuestions = [],
    };

    public static PlanStep Step(string step, string action, params string[] files) =>
        new() { Step = step, TicketIds = ["DEV-1"], Action = action, Files = files, Command = "`pytest -q`", Expected = "as the action says" };

    public static PlanStage Stage(int stage, int[] dependsOn, string[] steps, params string[] files) =>
        new() { Stage = stage, Title = $"Part {stage}", DependsOn = dependsOn, Steps = steps, Files = files, Conformance = "unit" };

    public static PlanTradeOff Row(string option) =>
        new() { Option = option, Complexity = "low", Risk = "low", BlastRadius = "one function", Testability = "high", Effort = "20 minutes" };

    public static PlanOpenQuestion Question(string id, bool blocking, string status) =>
        new() { Id = id, TicketIds = ["DEV-1"], Question = "Which rounding?", Blocking = blocking, AnswerShape = "a mode", Status = status };
}
