using System.Text.Json;
using Okstra.Cli.Tests.Support;
using Okstra.Testing;

namespace Okstra.Cli.Tests.Running;

public sealed class WholeRunTests
{
    private const string Writer = """{ "name": "report-writer", "vendor": "one", "rounds": { "-1": { "fails": "error" } } }""";

    [Fact]
    [Trait("Req", "R-CON-16")]
    [Trait("Req", "R-LAY-34")]
    [Trait("Req", "R-LAY-35")]
    [Trait("Req", "R-LAY-36")]
    [Trait("Req", "R-LAY-37")]
    [Trait("Req", "R-LAY-38")]
    [Trait("Req", "R-LAY-39")]
    [Trait("Req", "R-LAY-41")]
    [Trait("Req", "R-LAY-42")]
    [Trait("Req", "R-LAY-43")]
    [Trait("Req", "R-CVG-23")]
    [Trait("Req", "R-REP-01")]
    public async Task A_run_leaves_every_artifact_in_its_directory_and_touches_nothing_else()
    {
        using var project = SampleProject.Committed();
        var scenario = project.Write("scenario.json", Scenarios.ThreeWorkersTwoRounds);

        var ending = await project.Okstra.RunAsync(project.Run("--task-group", "g", "--task-id", "t-1", "--workers", $"scripted:{scenario}", "--json"));

        Assert.True(ending.ExitCode == 0, ending.Error);
        var run = Path.Combine(project.StateRoot, "tasks", "g", "t-1", "runs", "error-analysis");
        string[] artifacts =
        [
            "reports/final-report-error-analysis-001.md", "reports/final-report-error-analysis-001.data.json",
            "state/team-state-error-analysis-001.json", "state/convergence-error-analysis-001.json", "status/final-error-analysis-001.status",
            "manifests/run-context-error-analysis-001.json", "manifests/run-inputs-error-analysis-001.json", "sessions/claude-resume-error-analysis-001.sh",
            .. ((string[])["ada", "bob", "cyd"]).SelectMany(worker => (string[])[$"prompts/{worker}-error-analysis-001.md", $"worker-results/{worker}-error-analysis-001.json"]),
        ];
        Assert.All(artifacts, artifact => Assert.True(new FileInfo(Path.Combine(run, artifact)) is { Exists: true, Length: > 0 }, artifact));
        Assert.Single(Directory.GetFiles(project.StateRoot, "final-report-error-analysis-*.md", SearchOption.AllDirectories));
        Assert.Contains("\n## 0. Clarification Response Carried In\n", File.ReadAllText(Path.Combine(run, artifacts[0])), StringComparison.Ordinal);
        Assert.Equal("", new TestRepository(project.Root).Git("status", "--porcelain"));
    }

    [Fact]
    [Trait("Req", "R-LAY-44")]
    [Trait("Req", "R-WRK-57")]
    public async Task Each_worker_records_its_failures_by_category_in_a_sidecar_of_its_own()
    {
        using var project = SampleProject.Committed();
        var failing = $$"""
            { "workers": [
              { "name": "ada", "vendor": "one", "rounds": { "0": { "answer": {{Scenarios.Answer("ada")}} } } },
              { "name": "bob", "vendor": "two", "rounds": { "0": { "fails": "timeout" } } },
              { "name": "cyd", "vendor": "three", "rounds": { "0": { "answer": { "findings": 7 } } } },
              {{Writer}} ] }
            """;

        var ending = await project.Okstra.RunAsync(project.Run("--workers", $"scripted:{project.Write("scenario.json", failing)}", "--json"));

        Assert.True(ending.ExitCode == 0, ending.Error);
        Assert.Equal("cli-failure", Category(project, "bob"));
        Assert.Equal("contract-violation", Category(project, "cyd"));
        Assert.Equal("tool-failure", Category(project, "report-writer"));
        Assert.Empty(Directory.GetFiles(project.StateRoot, "ada-errors-*.json", SearchOption.AllDirectories));
    }

    [Fact]
    [Trait("Req", "R-CON-45")]
    [Trait("Req", "R-CON-83")]
    public async Task Nobody_votes_before_every_analyst_has_ended_and_nobody_writes_before_every_vote()
    {
        using var project = SampleProject.Committed();
        var scenario = Scenarios.ThreeWorkersTwoRounds.TrimEnd()[..^1].TrimEnd()[..^1] + $", {{ \"name\": \"dee\", \"vendor\": \"four\", \"rounds\": {{ \"0\": {{ \"fails\": \"error\" }} }} }}, {Writer} ] }}";

        var ending = await project.Okstra.RunAsync(project.Run("--workers", $"scripted:{project.Write("scenario.json", scenario)}", "--json"));

        Assert.True(ending.ExitCode == 0, ending.Error);
        var events = Directory.GetFiles(project.StateRoot, "journal-*.jsonl", SearchOption.AllDirectories).SelectMany(File.ReadAllLines)
            .Select(line => JsonElement.Parse(line))
            .Where(entry => entry.TryGetProperty("dispatchId", out _))
            .ToList();
        var starts = events.Where(entry => entry.GetProperty("kind").GetString() == "dispatch-started").ToDictionary(entry => entry.GetProperty("dispatchId").GetString()!, StringComparer.Ordinal);
        Assert.Equal(["ada", "bob", "cyd", "dee"], starts.Values.Where(start => start.GetProperty("round").GetInt32() == 0).Select(start => start.GetProperty("worker").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(2 * starts.Count, events.Count);
        // Starts and ends of the analysis, then of the votes round by round, then of the report writer: never mixed.
        var stages = events.Select(entry => starts[entry.GetProperty("dispatchId").GetString()!].GetProperty("round").GetInt32()).ToList();
        Assert.Equal([0, 1, 2, -1], stages.Distinct());
        Assert.Equal(stages, stages.OrderBy(stage => stage < 0 ? int.MaxValue : stage));
        using var answer = JsonDocument.Parse(ending.Output);
        Assert.Contains(answer.RootElement.GetProperty("data").GetProperty("workers").EnumerateArray(), worker => worker.GetProperty("id").GetString() == "dee" && worker.GetProperty("status").GetString() == "error");
    }

    [Fact]
    [Trait("Req", "R-CLI-026")]
    public async Task Render_only_prepares_and_starts_nobody()
    {
        using var project = SampleProject.Committed();
        var scenario = project.Write("scenario.json", Scenarios.ThreeWorkersTwoRounds);

        var ending = await project.Okstra.RunAsync(project.Run("--workers", $"scripted:{scenario}", "--render-only"));

        Assert.True(ending.ExitCode == 0, ending.Error);
        Assert.StartsWith("okstra task root: ", ending.Output, StringComparison.Ordinal);
        Assert.Contains("You are `Claude lead` of an okstra run.", ending.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(project.StateRoot, "journal-*", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFiles(project.StateRoot, "ada-*.json", SearchOption.AllDirectories));
        Assert.Contains("\"status\":\"prepared\"", Assert.Single(File.ReadAllLines(Path.Combine(project.OkstraHome, "recent.jsonl"))), StringComparison.Ordinal);
    }

    private static string? Category(SampleProject project, string worker)
    {
        using var sidecar = JsonDocument.Parse(File.ReadAllText(Directory.GetFiles(project.StateRoot, $"{worker}-errors-*.json", SearchOption.AllDirectories).Single()));
        return sidecar.RootElement.EnumerateArray().Select(error => error.GetProperty("category").GetString()).Distinct().Single();
    }
}
