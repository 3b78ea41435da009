using System.Text.Json;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Running;

/// <summary><c>--grouping lead</c> through the real command: asked once, obeyed within the rules, and never missed when it fails.</summary>
public sealed class LeadGroupingTests
{
    private const int Killed = 137;
    private const string Line4 = """{ "kind": "file", "path": "shop/cart.py", "startLine": 4, "endLine": 4, "quote": "result = item.price" }""";
    private const string Line2 = """{ "kind": "file", "path": "shop/cart.py", "startLine": 2, "endLine": 2, "quote": "result = 0" }""";
    private const string Joins = """{ "answer": { "schemaVersion": 1, "groups": [[{ "match": "overwritten" }, { "match": "Customers" }]] } }""";

    private static readonly string Cause = Scenarios.Finding("a1", "The total is overwritten in the loop", "cart.py assigns the price instead of adding it.", Line4);
    private static readonly string Effect = Scenarios.Finding("b1", "Customers pay too little", "Every basket costs what its last article costs.", Line2);

    [Fact]
    public async Task Lead_joins_two_findings_the_rules_keep_apart_and_is_no_worker()
    {
        using var project = SampleProject.Committed();

        var byRules = await RunAsync(project, Play(Joins), "t-1");
        var byLead = await RunAsync(project, Play(Joins), "t-2", "--grouping", "lead");

        Assert.Equal(2, byRules.Findings.Count);
        Assert.Equal("rules", byRules.Grouping.GetProperty("mode").GetString());
        Assert.False(File.Exists(Path.Combine(byRules.Folder, "worker-results", "lead-error-analysis-001.json")));
        Assert.Equal(["ada/a1", "bob/b1"], Assert.Single(byLead.Findings).GetProperty("sources").EnumerateArray().Select(source => source.GetString()));
        Assert.Equal(("lead", false, null), Outcome(byLead));
        Assert.Contains("grouping=lead", byLead.Report, StringComparison.Ordinal);
        Assert.Equal(["ada", "bob"], byLead.State.GetProperty("voters").EnumerateArray().Select(voter => voter.GetProperty("worker").GetString()));
        var prompt = File.ReadAllText(Path.Combine(byLead.Folder, "prompts", "lead-error-analysis-001.md"));
        Assert.Contains("Customers pay too little", prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", prompt, StringComparison.Ordinal);
        Assert.Equal("opus", JsonDocument.Parse(File.ReadAllText(Path.Combine(byLead.Folder, "state", "team-state-error-analysis-001.json"))).RootElement.GetProperty("lead").GetProperty("model").GetString());
    }

    [Theory]
    [InlineData("""{ "fails": "timeout" }""", "scripted timeout")]
    [InlineData("""{ "fails": "error" }""", "scripted error")]
    [InlineData("""{ "fails": "not-run" }""", "scripted not-run")]
    [InlineData("""{ "text": "They all look alike to me." }""", "contract-violation: the answer holds no JSON object")]
    [InlineData("""{ "answer": { "schemaVersion": 1, "groups": [["N-001", "N-003"]] } }""", "none of the ids asked about")]
    [InlineData("""{ "answer": { "schemaVersion": 1, "groups": [["N-001", "N-002"], ["N-002", "N-001"]] } }""", "is used twice")]
    [InlineData(null, "the scenario has no turn for lead in round -2")]
    public async Task Rules_group_and_the_reason_is_recorded_when_the_lead_fails(string? turn, string reason)
    {
        using var project = SampleProject.Committed();

        var run = await RunAsync(project, Play(turn), "t-1", "--grouping", "lead");

        Assert.Equal(2, run.Findings.Count);
        var (mode, usedFallback, recorded) = Outcome(run);
        Assert.Equal(("lead", true), (mode, usedFallback));
        Assert.Contains(reason, recorded, StringComparison.Ordinal);
        Assert.Contains("grouped by okstra's rules instead of by the lead", run.Report, StringComparison.Ordinal);
        var error = Assert.Single(File.ReadAllLines(Path.Combine(run.Folder, "state", "error-log-error-analysis-001.jsonl")), line => line.Contains("\"lead\"", StringComparison.Ordinal));
        Assert.Contains(reason, JsonDocument.Parse(error).RootElement.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Malformed_groups_are_repaired_once()
    {
        using var project = SampleProject.Committed();

        var run = await RunAsync(project, Play("""{ "text": "N-001 and N-002 are one.", "repairText": "{\"schemaVersion\":1,\"groups\":[[\"N-001\",\"N-002\"]]}" }"""), "t-1", "--grouping", "lead");

        Assert.Single(run.Findings);
        Assert.Equal(("lead", false, null), Outcome(run));
    }

    [Theory]
    [InlineData("lead-error-analysis-001.json", "after", 1)]
    [InlineData("findings-error-analysis-001.json", "before", 1)]
    [InlineData("findings-error-analysis-001.json", "after", 1)]
    [InlineData("lead-error-analysis-001.json", "before", 2)]
    public async Task Resumed_run_does_not_ask_the_lead_again(string file, string when, int starts)
    {
        using var reference = SampleProject.Committed();
        var trace = Path.Combine(reference.TempPath, "writes.txt");
        reference.Okstra.Environment["OKSTRA_TEST_FAULT"] = $"trace:{trace}";
        await RunAsync(reference, Play(Joins), "t-1", "--grouping", "lead");
        var write = File.ReadAllLines(trace).Single(line => line.EndsWith($" {file}", StringComparison.Ordinal)).Split(' ')[0];
        using var project = SampleProject.Committed();
        project.Okstra.Environment["OKSTRA_TEST_FAULT"] = $"kill:{write}:{when}";
        Assert.Equal(Killed, (await project.Okstra.RunAsync(Arguments(project, Play(Joins), "t-1", "--grouping", "lead"))).ExitCode);
        project.Okstra.Environment.Remove("OKSTRA_TEST_FAULT");

        var resumed = await project.Okstra.RunAsync("resume");

        Assert.True(resumed.ExitCode == 0, resumed.Error);
        var run = Read(project, "t-1");
        Assert.Single(run.Findings);
        Assert.Equal(("lead", false, null), Outcome(run));
        var journal = File.ReadAllLines(Path.Combine(run.Folder, "state", "journal-error-analysis-001.jsonl"));
        Assert.Equal(starts, journal.Count(line => line.Contains("dispatch-started", StringComparison.Ordinal) && line.Contains("\"worker\":\"lead\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Unknown_grouping_is_refused_with_the_valid_ones()
    {
        using var project = SampleProject.Committed();

        var ending = await project.Okstra.RunAsync(project.Run("--workers", "auditor", "--grouping", "cluster"));

        Assert.Equal(1, ending.ExitCode);
        Assert.Contains("convergence.grouping is 'cluster'; valid: rules, lead", ending.Error, StringComparison.Ordinal);
    }

    private static string Play(string? lead)
    {
        string[] others = lead is null ? [] : [$$"""{ "name": "lead", "rounds": { "-2": {{lead}} } }"""];
        return Actor.Play([new Actor("ada", "one", [Cause], [], []), new Actor("bob", "two", [Effect], [], [])], others);
    }

    private static IEnumerable<string> Arguments(SampleProject project, string scenario, string id, params string[] more) =>
        project.Run(["--task-group", "g", "--task-id", id, "--lang", "en", "--workers", $"scripted:{project.Write($"scenario-{id}.json", scenario)}", "--json", .. more]);

    private static async Task<GroupedRun> RunAsync(SampleProject project, string scenario, string id, params string[] more)
    {
        var ending = await project.Okstra.RunAsync(Arguments(project, scenario, id, more));
        Assert.True(ending.ExitCode == 0, ending.Error);
        return Read(project, id);
    }

    private static GroupedRun Read(SampleProject project, string id)
    {
        var folder = Path.Combine(project.StateRoot, "tasks", "g", id, "runs", "error-analysis");
        var findings = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "state", "findings-error-analysis-001.json"))).RootElement;
        var state = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "state", "convergence-error-analysis-001.json"))).RootElement;
        return new GroupedRun(folder, [.. findings.GetProperty("findings").EnumerateArray()], findings.GetProperty("grouping"), state, File.ReadAllText(Path.Combine(folder, "reports", "final-report-error-analysis-001.md")));
    }

    private static (string? Mode, bool UsedFallback, string? Reason) Outcome(GroupedRun run) =>
        (run.Grouping.GetProperty("mode").GetString(), run.Grouping.GetProperty("usedFallback").GetBoolean(), run.Grouping.GetProperty("reason").GetString());

    private sealed record GroupedRun(string Folder, IReadOnlyList<JsonElement> Findings, JsonElement Grouping, JsonElement State, string Report);
}
