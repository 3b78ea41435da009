using System.Text;
using System.Text.Json.Nodes;
using Okstra.Cli.Tests.Support;
using Okstra.Core.Tasks;

namespace Okstra.Cli.Tests.FollowingUp;

/// <summary>Section 7 of a report becomes tasks, through the real process.</summary>
public sealed class SpawnFollowUpsTests : IDisposable
{
    private const string Head = "# Report\n\n## 6. Recommended Next Steps\n\n- x\n\n## 7. Follow-up Tasks (후속 작업)\n\n| ID | Origin | New Task ID | Title | Suggested task-type | Scope (files/areas) | Reason / Why deferred | Priority (P0/P1/P2) | Auto-spawn? |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
    private const string Logs = "| FU-001 | out-of-plan | 8852-followup-logs | Rotate \\| logs | implementation-planning | src/log, a\\|b | The log grows without a bound; the plan does not touch it. | P1 | yes |\n";
    private const string Docs = "| FU-002 | manual | docs | Write docs | requirements-discovery | | The wording must come from the support team. | P2 | no |\n";

    private readonly SampleProject _project = SampleProject.Committed();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Tasks => Path.Combine(_project.StateRoot, "tasks", "g");

    [Fact]
    [Trait("Req", "R-CLI-082")]
    [Trait("Req", "R-CLI-084")]
    [Trait("Req", "R-REP-60")]
    [Trait("Req", "R-REP-62")]
    public async Task Rows_become_tasks_once_and_are_listed_line_by_line()
    {
        await RegisteredAsync();

        var ending = await SpawnAsync(Head + Logs + Docs);

        Assert.True(ending.ExitCode == 0, ending.Error);
        var lines = ending.Output.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(["id", "status", "taskKey", "path"], lines[0].AsObject().Select(member => member.Key));
        Assert.Equal(["FU-001 created shop:g:8852-followup-logs", "FU-002 skipped shop:g:docs"], lines.Select(line => $"{(string)line["id"]!} {(string)line["status"]!} {(string)line["taskKey"]!}"));
        Assert.False(Directory.Exists(Path.Combine(Tasks, "docs")));
        Assert.Contains("- Follow-up: `g/8852-followup-logs` — `okstra --task-key g/8852-followup-logs --task-type implementation-planning`", ending.Error, StringComparison.Ordinal);
        Assert.Contains("`docs`", ending.Error, StringComparison.Ordinal);

        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Tasks, "8852-followup-logs", "task-manifest.json"), Token))!;
        Assert.Equal(
            "todo shop:g:t-1 out-of-plan Rotate | logs P1 implementation-planning",
            string.Join(' ', new[] { "workStatus", "parentTaskKey", "followUpOrigin", "title", "priority", "suggestedTaskType" }.Select(name => (string)manifest[name]!)));
        var brief = await File.ReadAllTextAsync((string)manifest["briefPath"]!, Token);
        var parsed = BriefParser.Parse(brief, "brief.md");
        Assert.Equal("g 8852-followup-logs shop:g:t-1", $"{parsed.TaskGroup} {parsed.TaskId} {string.Join(',', parsed.RelatedTasks)}");
        foreach (var part in (string[])["# Rotate | logs", "src/log, a|b", "The log grows without a bound", "report.md"])
        {
            Assert.Contains(part, brief, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync((string)manifest["briefPath"]!, "mine", Token);
        var again = await SpawnAsync(Head + Logs + Docs);
        Assert.Contains("\"existing\"", again.Output, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync((string)manifest["briefPath"]!, Token));
    }

    [Fact]
    public async Task Stubs_are_seen_by_status_and_can_be_run()
    {
        await RegisteredAsync();
        await SpawnAsync(Head + Logs);

        var status = JsonNode.Parse((await _project.Okstra.RunAsync("status", "--json")).Output)!["data"]!["tasks"]!.AsArray();
        Assert.Equal("shop:g:8852-followup-logs todo implementation-planning", $"{(string)status[0]!["taskKey"]!} {(string)status[0]!["workStatus"]!} {(string)status[0]!["next"]!}");
        Assert.Equal(0, (await _project.Okstra.RunAsync("show", "g/8852-followup-logs")).ExitCode);
        var list = await File.ReadAllTextAsync(Path.Combine(_project.StateRoot, "discovery", "tasks.json"), Token);
        Assert.Contains("8852-followup-logs", list, StringComparison.Ordinal);

        var run = await _project.Okstra.RunAsync(
            "run", "--task-type", "error-analysis", "--brief", Path.Combine(Tasks, "8852-followup-logs", "brief.md"), "--workers", "auditor", "--render-only", "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal("shop:g:8852-followup-logs", (string)JsonNode.Parse(run.Output)!["data"]!["taskKey"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- 후속 작업 없음.\n")]
    [InlineData("## 8. More\n\n| FU-001 | not | in | section | seven | at | all | P9 | x |\n")]
    public async Task Without_rows_there_is_nothing_to_do(string rest)
    {
        await RegisteredAsync();

        var ending = await SpawnAsync($"# Report\n\n## 7. Follow-up Tasks\n\n{rest}");

        Assert.True(ending.ExitCode == 0, ending.Error);
        Assert.Empty(ending.Output);
        Assert.Equal(0, (await SpawnAsync("# Report without such a section\n")).ExitCode);
    }

    [Theory]
    [InlineData("out-of-plan", "somewhere", "Origin 'somewhere'")]
    [InlineData("implementation-planning", "planning", "Suggested task-type 'planning'")]
    [InlineData("Rotate \\| logs", " ", "Title is missing")]
    [InlineData("The log grows without a bound; the plan does not touch it.", "", "Reason / Why deferred is missing")]
    [InlineData("The log grows without a bound; the plan does not touch it.", "Lack of time.", "names no ground")]
    [InlineData("The log grows without a bound; the plan does not touch it.", "시간이 부족하여 추후 진행", "names no ground")]
    [InlineData("8852-followup-logs", "", "New Task ID ''")]
    [InlineData("8852-followup-logs", "logs/../x", "New Task ID 'logs/../x'")]
    [InlineData("8852-followup-logs", "T-1", "is the task itself")]
    [InlineData("| P1 |", "| high |", "Priority 'high'")]
    [InlineData("| yes |", "| maybe |", "Auto-spawn? 'maybe'")]
    [InlineData("FU-001", "FU-002", "'FU-002' occurs more than once")]
    [InlineData("8852-followup-logs", "DOCS", "New Task ID 'DOCS' occurs more than once")]
    [InlineData("Rotate \\| logs", "<title>", "placeholder")]
    [InlineData("Rotate \\| logs", "Rotate | logs", "10 cells")]
    [Trait("Req", "R-REP-64")]
    public async Task One_invalid_row_and_nothing_is_made(string from, string to, string why)
    {
        await RegisteredAsync();

        var ending = await SpawnAsync(Head + "| FU-009 | manual | fine | Fine | implementation | src | It needs the schema of the next release. | P0 | yes |\n" + Logs.Replace(from, to, StringComparison.Ordinal) + Docs);

        Assert.Equal(1, ending.ExitCode);
        Assert.Empty(ending.Output);
        Assert.Contains(why, ending.Error, StringComparison.Ordinal);
        Assert.Contains("row 2", ending.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Tasks));
    }

    [Fact]
    [Trait("Req", "R-CLI-083")]
    public async Task Exit_codes_tell_done_from_an_invalid_row()
    {
        await RegisteredAsync();
        Assert.Equal(0, (await SpawnAsync(Head + Logs)).ExitCode);
        Assert.Equal(0, (await SpawnAsync("# No section 7\n")).ExitCode);
        Assert.Equal(0, (await SpawnAsync(Head)).ExitCode);
        (string From, string To)[] mistakes = [("out-of-plan", "nowhere"), ("implementation-planning", "planning"), ("Rotate \\| logs", ""), ("The log grows without a bound; the plan does not touch it.", "")];
        foreach (var (from, to) in mistakes)
        {
            Assert.Equal(1, (await SpawnAsync(Head + Logs.Replace(from, to, StringComparison.Ordinal))).ExitCode);
        }
    }

    [Fact]
    public async Task Byte_order_mark_carriage_returns_and_tabs_change_nothing()
    {
        await RegisteredAsync();

        var ending = await SpawnAsync("\uFEFF" + (Head + Logs.Replace(" | ", "\t|\t", StringComparison.Ordinal).TrimEnd('\n', '|')).ReplaceLineEndings("\r\n"));

        Assert.True(ending.ExitCode == 0, ending.Error);
        Assert.Contains("\"created\"", ending.Output, StringComparison.Ordinal);
        Assert.Equal("Rotate | logs", (string)JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Tasks, "8852-followup-logs", "task-manifest.json"), Token))!["title"]!);
    }

    [Fact]
    public async Task Five_thousand_rows_are_read_and_one_bad_one_among_them_is_found()
    {
        await RegisteredAsync();
        var rows = new StringBuilder(Head);
        for (var row = 1; row <= 5000; row++)
        {
            rows.Append(Docs.Replace("FU-002", $"FU-{row:000}", StringComparison.Ordinal).Replace("| docs |", $"| docs-{row} |", StringComparison.Ordinal));
        }

        var fine = await SpawnAsync(rows.ToString());
        Assert.True(fine.ExitCode == 0, fine.Error);
        Assert.Equal(5000, fine.Output.Count(character => character == '\n'));

        var bad = await SpawnAsync(rows.Append(Docs.Replace("FU-002", "FU-4711", StringComparison.Ordinal)).ToString());
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("'FU-4711' occurs more than once", bad.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_at_any_write_the_next_call_makes_whole_tasks()
    {
        var more = Logs.Replace("FU-001", "FU-003", StringComparison.Ordinal).Replace("8852-followup-logs", "other", StringComparison.Ordinal);
        for (var write = 1; write <= 5; write++)
        {
            foreach (var side in (string[])["before", "after"])
            {
                using var test = new SpawnFollowUpsTests();
                await test.RegisteredAsync();
                test._project.Okstra.Environment["OKSTRA_TEST_FAULT"] = $"kill:{write}:{side}";
                Assert.Equal(137, (await test.SpawnAsync(Head + Logs + more)).ExitCode);
                test._project.Okstra.Environment.Remove("OKSTRA_TEST_FAULT");
                Assert.All(Directory.Exists(test.Tasks) ? Directory.GetDirectories(test.Tasks) : [], task => Assert.Equal(2, Directory.GetFiles(task).Length));

                var ending = await test.SpawnAsync(Head + Logs + more);

                Assert.True(ending.ExitCode == 0, ending.Error);
                Assert.Equal(2, Directory.GetDirectories(test.Tasks).Length);
                Assert.All(Directory.GetDirectories(test.Tasks), task => Assert.Equal(["brief.md", "task-manifest.json"], Directory.GetFiles(task).Select(file => Path.GetFileName(file)!).Order()));
                var list = await File.ReadAllTextAsync(Path.Combine(test._project.StateRoot, "discovery", "tasks.json"), Token);
                Assert.Contains("8852-followup-logs", list, StringComparison.Ordinal);
                Assert.Contains("g:other", list, StringComparison.Ordinal);
            }
        }
    }

    public void Dispose() => _project.Dispose();

    private async Task RegisteredAsync()
    {
        var setup = await _project.Okstra.RunAsync("setup", "--yes");
        Assert.True(setup.ExitCode == 0, setup.Error);
    }

    private Task<OkstraEnding> SpawnAsync(string report) => _project.Okstra.RunAsync(
        "spawn-followups", _project.Write("report.md", report), "--project-root", _project.Root, "--task-group", "g", "--parent-task-key", "shop:g:t-1");
}
