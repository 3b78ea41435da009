using System.Text.Json;
using System.Text.Json.Nodes;
using Okstra.Cli.Tests.Phases;
using Okstra.Cli.Tests.Support;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Workers;
using Okstra.Testing;
using Okstra.Testing.Reports;

namespace Okstra.Cli.Tests.Billing;

/// <summary>An implementation run that a session leads: a team of four, its report with the template's token table, and a home for session logs.</summary>
internal sealed class TeamProject : IDisposable
{
    public const string Lead = "5b1c9a52-0d3e-4f6a-9b7c-112233445566";

    private readonly PlannedProject _planned;

    private TeamProject(PlannedProject planned) => (_planned, Logs) = (planned, new SessionLogFiles(planned.Project.Home));

    public SessionLogFiles Logs { get; }

    public string Root => _planned.Project.Root;

    public string Run => Path.Combine(_planned.Task, "runs", "implementation", "stage-1");

    public string TeamState => Path.Combine(Run, "state", "team-state-implementation-001.json");

    public string Report => Path.Combine(Run, "reports", "final-report-implementation-001.md");

    public string OkstraHome => _planned.Project.OkstraHome;

    public string Worktree => Path.Combine(_planned.Project.OkstraHome, "worktrees", "shop", "g", "t-1-stage-1");

    public string LeadPrompt => File.ReadAllText(Path.Combine(Run, "instruction-set-001", "claude-execution-prompt.md"));

    public string TeamName => Team["teamName"]!.GetValue<string>();

    public JsonNode Team => JsonNode.Parse(File.ReadAllText(TeamState))!;

    public static async Task<TeamProject> CreateAsync()
    {
        var planned = await PlannedProject.CreateAsync();
        var prepared = await planned.ImplementAsync("--stage", "1");
        Assert.True(prepared.ExitCode == 0, prepared.Error);
        var project = new TeamProject(planned);
        project.Edit(team =>
        {
            team["lead"]!["sessionId"] = Lead;
            foreach (var worker in team["workers"]!.AsArray())
            {
                worker!["status"] = "completed";
                worker["startedAt"] = "2026-11-26T10:00:00Z";
                worker["endedAt"] = "2026-11-26T10:10:00Z";
            }
        });
        return project;
    }

    public Task<OkstraEnding> DoAsync(params IEnumerable<string> arguments) => _planned.DoAsync(arguments);

    public Task<OkstraEnding> CollectAsync(params IEnumerable<string> more) => DoAsync(["token-usage", TeamState, "--write-team-state", "--substitute-final-report", .. more]);

    public void Edit(Action<JsonNode> change)
    {
        var team = Team;
        change(team);
        File.WriteAllText(TeamState, team.ToJsonString());
    }

    /// <summary>Every session of the team, one for each worker's wrapper, and the CLIs behind them.</summary>
    public void WriteLogs()
    {
        Logs.Claude(Lead, Root, output: 1000, team: TeamName);
        foreach (var agent in Agents.Where(agent => agent.Provider == "claude"))
        {
            Logs.Claude($"c-{agent.AgentName}", Worktree, output: 500, team: TeamName, agent: agent.AgentName);
        }

        foreach (var agent in Agents.Where(agent => agent.Provider != "claude"))
        {
            Logs.Claude($"w-{agent.AgentName}", Worktree, output: 3, team: TeamName, agent: agent.AgentName);
        }

        Logs.Codex("01a1f8bb-394c-7501-a8a4-693be777a678", Worktree, input: 3000, cached: 1000);
        Logs.Gemini("22222201-2222-4222-8222-222222222201", Worktree, input: 400);
    }

    public IReadOnlyList<(string WorkerId, string AgentName, string Provider)> Agents =>
        [.. Team["workers"]!.AsArray().Select(worker => (worker!["workerId"]!.GetValue<string>(), worker["agentName"]!.GetValue<string>(), worker["provider"]!.GetValue<string>()))];

    public JsonNode Worker(string provider) => Team["workers"]!.AsArray().Single(worker => worker!["provider"]!.GetValue<string>() == provider)!;

    /// <summary>The report as a session writes it from the template: the token table still has its placeholders.</summary>
    public string WriteReport(string lineEnd = "\n", bool followUps = false)
    {
        var head = new TestRepository(Worktree).Commit("feat: prices", ("src/price.py", "x = 1\n"));
        var sample = SampleReports.Of(TaskType.Implementation, ReportLanguage.English);
        var work = sample.Implementation!;
        var roster = JsonDocument.Parse(File.ReadAllText(Directory.GetFiles(Path.Combine(Run, "manifests"), "run-manifest-*.json").Single())).RootElement.GetProperty("roster").EnumerateArray().ToList();
        var report = sample with
        {
            TaskKey = "shop:g:t-1",
            Header = sample.Header with { ProjectId = "shop", TaskGroup = "g", TaskId = "t-1" },
            Commits = [head],
            ExecutionStatus = [.. roster.Select(entry => sample.ExecutionStatus[0] with { Worker = entry.GetProperty("worker").GetString()!, Role = entry.GetProperty("role").GetString()!, Status = WorkerStatus.Completed, Reason = null })],
            FollowUps = followUps ? [.. sample.FollowUps.Take(1).Select(row => row with { AutoSpawn = true })] : sample.FollowUps,
            Implementation = work with
            {
                Commits = [work.Commits[0] with { Sha = head }],
                Diff = [work.Diff[0] with { Path = "src/price.py" }],
                Steps = [.. work.Steps.Select(step => step.Commit is null ? step : step with { Commit = head })],
            },
        };
        var template = File.ReadAllText(Directory.GetFiles(Path.Combine(Run, "instruction-set-001"), "final-report-template.md").Single());
        var text = ReplaceTable(MarkdownReport.Render(report), template[template.IndexOf("## Token Usage Summary", StringComparison.Ordinal)..template.IndexOf("## 1. ", StringComparison.Ordinal)]);
        File.WriteAllText(Report, text.ReplaceLineEndings(lineEnd));
        foreach (var entry in roster)
        {
            File.WriteAllText(Path.Combine(Run, "worker-results", $"{entry.GetProperty("worker").GetString()}-implementation-001.md"), "# done\n");
        }

        return File.ReadAllText(Report);
    }

    public void Dispose() => _planned.Dispose();

    private static string ReplaceTable(string report, string section)
    {
        var start = report.IndexOf("## Token Usage Summary", StringComparison.Ordinal);
        return report[..start] + section + report[report.IndexOf("\n## ", start + 1, StringComparison.Ordinal)..].TrimStart('\n');
    }
}
