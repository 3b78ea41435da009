using System.Text.Json;
using Okstra.Cli.Tests.Phases;
using Okstra.Cli.Tests.Support;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Workers;
using Okstra.Testing;
using Okstra.Testing.Reports;

namespace Okstra.Cli.Tests.Finishing;

/// <summary>Ending what a session led: the session commits in the stage's worktree and writes a Markdown report; everything else is okstra's.</summary>
public sealed class FinishTests : IAsyncLifetime
{
    private const string Session = "5b1c9a52-0d3e-4f6a-9b7c-112233445566";

    private PlannedProject _planned = null!;

    private string Run => Path.Combine(_planned.Task, "runs", "implementation", "stage-1");

    private string Report => Path.Combine(Run, "reports", "final-report-implementation-001.md");

    private TestRepository Worktree => new(Path.Combine(_planned.Project.OkstraHome, "worktrees", "shop", "g", "t-1-stage-1"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _planned = await PlannedProject.CreateAsync();
        var prepared = await _planned.ImplementAsync("--stage", "1");
        Assert.True(prepared.ExitCode == 0, prepared.Error);
    }

    public ValueTask DisposeAsync()
    {
        _planned.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_valid_report_of_committed_work_ends_the_run_and_records_the_stage_once()
    {
        var head = Commit();
        await WriteAsync(head);

        var first = await _planned.DoAsync("finish", Report, "--lead-session", Session, "--json");
        var events = Events();
        var second = await _planned.DoAsync("finish", "g/t-1", "--json");

        var answer = PlannedProject.Data(first);
        Assert.Equal(("completed", 1, head), (answer.GetProperty("status").GetString(), answer.GetProperty("stage").GetInt32(), answer.GetProperty("headSha").GetString()));
        Assert.True(answer.GetProperty("validation").GetProperty("ok").GetBoolean());
        Assert.Contains($$"""{"event":"done","stage":1,"headSha":"{{head}}",""", events[^1], StringComparison.Ordinal);
        Assert.Equal(0, second.ExitCode);
        Assert.Equal(events, Events());
        var shown = PlannedProject.Data(await _planned.DoAsync("show", "g/t-1", "--json"));
        Assert.Contains("\"implementation\"", shown.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(Session, await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(Run, "state"), "team-state-*.json").Single(), Token), StringComparison.Ordinal);
        var next = await _planned.DoAsync("render-bundle", "--task-type", "final-verification", "--brief", _planned.Project.Brief, "--task-key", "g/t-1", "--source-report", Report, "--verification-scope", "single-stage", "--stage", "1");
        Assert.True(next.ExitCode == 0, next.Error);
    }

    [Fact]
    public async Task What_the_report_claims_and_git_does_not_have_is_refused_and_nothing_is_recorded()
    {
        var head = Commit();
        var events = Events();

        await WriteAsync(new string('a', 40));
        Refused(await _planned.DoAsync("finish", Report, "--lead-session", Session), "the commit list does not match");

        await WriteAsync(head, file: "src/other.py");
        Refused(await _planned.DoAsync("finish", Report, "--lead-session", Session), "the diff summary does not match");

        await WriteAsync(head);
        await File.WriteAllTextAsync(Path.Combine(Worktree.Folder, "left.py"), "x\n", Token);
        Refused(await _planned.DoAsync("finish", Report, "--lead-session", Session), "1 uncommitted file(s): left.py");
        Assert.Equal(events, Events());
    }

    [Fact]
    public async Task A_report_that_breaks_a_rule_ends_the_run_as_contract_violated_until_it_is_mended()
    {
        var head = Commit();
        var events = Events();
        await WriteAsync(head);
        File.Delete(Directory.GetFiles(Path.Combine(Run, "worker-results"), "codex-*")[0]);

        var without = await _planned.DoAsync("finish", Report);

        Assert.Equal(1, without.ExitCode);
        Assert.Contains("ART-001", without.Output, StringComparison.Ordinal);
        Assert.Contains("ART-003", without.Output, StringComparison.Ordinal);
        Assert.Contains("contract-violated", without.Output, StringComparison.Ordinal);
        Assert.Equal(events, Events());
        await File.WriteAllTextAsync(Path.Combine(Run, "worker-results", "codex-implementation-001.md"), "# verified\n", Token);
        Assert.Equal(0, (await _planned.DoAsync("finish", Report, "--lead-session", Session)).ExitCode);
        Assert.NotEqual(events, Events());
    }

    [Fact]
    public async Task A_report_that_cannot_be_read_in_leaves_the_run_open()
    {
        var head = Commit();
        await WriteAsync(head);
        await File.WriteAllTextAsync(Report, (await File.ReadAllTextAsync(Report, Token)).Replace("### Diff summary", "### Differences", StringComparison.Ordinal), Token);

        var ending = await _planned.DoAsync("finish", Report, "--json");

        Assert.Equal(1, ending.ExitCode);
        using var answer = JsonDocument.Parse(ending.Output);
        Assert.Equal(JsonValueKind.Null, answer.RootElement.GetProperty("data").GetProperty("status").ValueKind);
        Assert.Contains("OKS0842", ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_okstra_carries_out_itself_is_not_ended_by_a_session() =>
        Refused(await _planned.DoAsync("finish", _planned.Plan), "is carried out by okstra");

    [Fact]
    public async Task Convergence_verbs_have_no_place_in_it() =>
        Refused(await _planned.DoAsync("converge", "plan", Run), "has no convergence");

    private string Commit() => Worktree.Commit("feat: prices", ("src/price.py", "x = 1\n"));

    private string[] Events() => File.ReadAllLines(Path.Combine(_planned.Task, "runs", "implementation-planning", "consumers.jsonl"));

    /// <summary>The report as the session would write it, and a result of each worker.</summary>
    private async Task WriteAsync(string head, string file = "src/price.py")
    {
        var sample = SampleReports.Of(TaskType.Implementation, ReportLanguage.English);
        var work = sample.Implementation!;
        var roster = JsonDocument.Parse(await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(Run, "manifests"), "run-manifest-*.json").Single(), Token)).RootElement.GetProperty("roster").EnumerateArray().ToList();
        var report = sample with
        {
            TaskKey = "shop:g:t-1",
            Header = sample.Header with { ProjectId = "shop", TaskGroup = "g", TaskId = "t-1" },
            Commits = [head],
            ExecutionStatus = [.. roster.Select(entry => sample.ExecutionStatus[0] with { Worker = entry.GetProperty("worker").GetString()!, Role = entry.GetProperty("role").GetString()!, Status = WorkerStatus.Completed, Reason = null })],
            Implementation = work with
            {
                Commits = [work.Commits[0] with { Sha = head }],
                Diff = [work.Diff[0] with { Path = file }],
                Steps = [.. work.Steps.Select(step => step.Commit is null ? step : step with { Commit = head })],
            },
        };
        await File.WriteAllTextAsync(Report, MarkdownReport.Render(report), Token);
        foreach (var worker in roster.Select(entry => entry.GetProperty("worker").GetString()!))
        {
            await File.WriteAllTextAsync(Path.Combine(Run, "worker-results", $"{worker}-implementation-001.md"), "# done\n", Token);
        }
    }

    private static void Refused(OkstraEnding ending, string because)
    {
        Assert.True(ending.ExitCode == 1, ending.Output);
        Assert.Contains(because, ending.Error, StringComparison.Ordinal);
        Assert.Contains("hint: ", ending.Error, StringComparison.Ordinal);
    }
}
