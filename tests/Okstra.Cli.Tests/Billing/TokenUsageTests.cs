using System.Text.Json.Nodes;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Billing;

/// <summary><c>okstra token-usage</c> on a run that a session led.</summary>
public sealed class TokenUsageTests : IAsyncLifetime
{
    private TeamProject _project = null!;

    public async ValueTask InitializeAsync() => _project = await TeamProject.CreateAsync();

    public ValueTask DisposeAsync()
    {
        _project.Dispose();
        return ValueTask.CompletedTask;
    }

    private static void Done(OkstraEnding ending) => Assert.True(ending.ExitCode == 0, ending.Error + ending.Output);

    private static void Refused(OkstraEnding ending, string because)
    {
        Assert.True(ending.ExitCode == 1, ending.Output);
        Assert.Contains(because, ending.Error, StringComparison.Ordinal);
        Assert.Contains("hint: ", ending.Error, StringComparison.Ordinal);
    }

    private static long? Total(JsonNode? usage) => usage?["total"]?.GetValue<long>();

    private string[] Section()
    {
        var text = File.ReadAllText(_project.Report);
        var start = text.IndexOf("## Token Usage Summary", StringComparison.Ordinal);
        return text[start..text.IndexOf("## ", start + 3, StringComparison.Ordinal)].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    [Trait("Req", "R-CLI-078")]
    [Trait("Req", "R-REP-75")]
    public async Task One_call_fills_the_team_state_and_the_report_and_leaving_the_report_out_is_a_named_mistake()
    {
        Assert.Contains($"`okstra token-usage {_project.TeamState} --write-team-state --substitute-final-report`", _project.LeadPrompt, StringComparison.Ordinal);
        _project.WriteLogs();
        var report = _project.WriteReport();
        var before = await File.ReadAllTextAsync(_project.TeamState, TestContext.Current.CancellationToken);

        Refused(await _project.DoAsync("token-usage", _project.TeamState, "--write-team-state"), "--substitute-final-report is missing");
        Refused(await _project.DoAsync("token-usage", _project.TeamState, "--substitute-final-report"), "needs --write-team-state");
        Assert.Equal(before, await File.ReadAllTextAsync(_project.TeamState, TestContext.Current.CancellationToken));
        Assert.Equal(report, await File.ReadAllTextAsync(_project.Report, TestContext.Current.CancellationToken));

        // At the start of phase 7: nothing of it goes on before.
        Refused(await _project.DoAsync("spawn-followups", _project.Report, "--task-group", "g", "--parent-task-key", "shop:g:t-1"), "the token usage of this run is not collected");
        Refused(await _project.DoAsync("finish", _project.Report, "--lead-session", TeamProject.Lead), "the token usage of this run is not collected");

        Done(await _project.CollectAsync());
        Assert.DoesNotContain("{{", await File.ReadAllTextAsync(_project.Report, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(1117, Total(_project.Team["lead"]!["usage"]));
        Assert.True(_project.Team["usageSummary"]!["totalTokens"]!.GetValue<long>() > 1117);
        var finished = await _project.DoAsync("finish", _project.Report, "--lead-session", TeamProject.Lead);
        Assert.True(finished.ExitCode == 0, finished.Output + finished.Error);
    }

    [Fact]
    [Trait("Req", "R-REP-78")]
    public async Task Collector_then_spawner_then_section_6_then_everything_else()
    {
        string[] spawn = ["spawn-followups", _project.Report, "--project-root", _project.Root, "--task-group", "g", "--parent-task-key", "shop:g:t-1"];
        string[] finish = ["finish", _project.Report, "--lead-session", TeamProject.Lead];
        _project.WriteLogs();
        _project.WriteReport(followUps: true);

        Refused(await _project.DoAsync(spawn), "the token usage of this run is not collected");
        Refused(await _project.DoAsync(finish), "the token usage of this run is not collected");
        Done(await _project.CollectAsync());
        Refused(await _project.DoAsync(finish), "it was not made yet");
        var spawned = await _project.DoAsync(spawn);
        Done(spawned);
        Refused(await _project.DoAsync(finish), "section 6 of");
        var line = spawned.Error.Split('\n').Single(text => text.StartsWith("- Follow-up: ", StringComparison.Ordinal)).Trim();
        var report = await File.ReadAllTextAsync(_project.Report, TestContext.Current.CancellationToken);
        var section = report.IndexOf("\n## 6. ", StringComparison.Ordinal);
        var at = report.IndexOf("\n- ", section, StringComparison.Ordinal);
        await File.WriteAllTextAsync(_project.Report, report.Insert(at + 1, $"{line}\n"), TestContext.Current.CancellationToken);

        var finished = await _project.DoAsync(finish);
        Assert.True(finished.ExitCode == 0, finished.Output + finished.Error);
    }

    [Fact]
    [Trait("Req", "R-CLI-080")]
    public async Task An_empty_lead_session_is_refused_in_the_known_words()
    {
        _project.WriteLogs();
        _project.WriteReport();
        _project.Edit(team => team["lead"]!["sessionId"] = "");

        Refused(await _project.CollectAsync(), "lead jsonl not found (sessionId=)");

        Done(await _project.CollectAsync("--lead-session", TeamProject.Lead));
        Assert.Equal(TeamProject.Lead, _project.Team["lead"]!["sessionId"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_lead_whose_log_is_gone_is_refused_by_its_id()
    {
        _project.WriteReport();

        Refused(await _project.CollectAsync(), $"lead jsonl not found (sessionId={TeamProject.Lead})");
    }

    [Fact]
    [Trait("Req", "R-REP-76")]
    public async Task Lead_wrappers_and_the_clis_behind_them_are_found_by_their_marks()
    {
        _project.WriteLogs();
        _project.WriteReport();

        // What looks alike and is somebody else's: another team, another folder, another time.
        _project.Logs.Claude("stranger-1", _project.Worktree, output: 90_000, team: "another-team", agent: _project.Agents[0].AgentName);
        _project.Logs.Codex("11a1f8bb-394c-7501-a8a4-693be777a678", _project.Root + "/elsewhere", input: 90_000, cached: 0);
        _project.Logs.Codex("21a1f8bb-394c-7501-a8a4-693be777a678", _project.Worktree, input: 90_000, cached: 0, from: "2026-11-26T08:00:00", to: "2026-11-26T08:10:00");

        Done(await _project.CollectAsync());

        Assert.Equal(1117, Total(_project.Team["lead"]!["usage"]));
        Assert.Contains("claude", _project.Agents.Select(agent => agent.Provider));
        foreach (var worker in _project.Team["workers"]!.AsArray())
        {
            // A claude wrapper of 120 tokens; codex: the last cumulative total, 3050; gemini: two messages of 425.
            var expected = worker!["provider"]!.GetValue<string>() switch { "claude" => 617, "codex" => 120 + 3050, "gemini" => 120 + 850, var other => throw new InvalidOperationException(other) };
            Assert.Equal(expected, Total(worker["usage"]));
            Assert.Equal("log", worker["usageSource"]!.GetValue<string>());
        }

        Assert.Empty(_project.Team["usageSummary"]!["unattributedTeamSessions"]!.AsArray());
    }

    [Fact]
    [Trait("Req", "R-REP-77")]
    [Trait("Req", "R-WRK-61")]
    public async Task Sessions_of_the_team_that_name_nobody_are_listed_and_their_worker_is_unavailable()
    {
        var claude = _project.Agents.First(agent => agent.Provider == "claude");
        _project.Logs.Claude(TeamProject.Lead, _project.Root, output: 1000, team: _project.TeamName);
        _project.Logs.Claude("nameless-1", _project.Worktree, output: 500, team: _project.TeamName);
        _project.Logs.Claude("nameless-2", _project.Worktree, output: 500, team: _project.TeamName, agent: "");
        _project.WriteReport();

        var ending = await _project.CollectAsync();

        Done(ending);
        Assert.Equal(["nameless-1", "nameless-2"], _project.Team["usageSummary"]!["unattributedTeamSessions"]!.AsArray().Select(session => session!.GetValue<string>()));
        Assert.All(_project.Team["workers"]!.AsArray(), worker =>
        {
            Assert.Null(worker!["usage"]);
            Assert.Equal("unavailable", worker["usageSource"]!.GetValue<string>());
        });
        Assert.Contains(Section(), line => line.StartsWith($"| {claude.AgentName} | ", StringComparison.Ordinal) && line.EndsWith(" | 1 (0) | unavailable | unavailable | unavailable | unavailable | unavailable | unavailable |", StringComparison.Ordinal));
        Assert.Contains("session nameless-1 of this run is nobody's for certain", ending.Output, StringComparison.Ordinal);
        Assert.Equal(1117, _project.Team["usageSummary"]!["totalTokens"]!.GetValue<long>());
    }

    [Fact]
    [Trait("Req", "R-OPN-45")]
    public async Task The_three_placeholders_are_filled_in_the_report_that_is_named()
    {
        _project.WriteReport("\r\n");
        Refused(await _project.CollectAsync(), $"lead jsonl not found (sessionId={TeamProject.Lead})");
        _project.WriteLogs();
        Assert.Contains("{{TOKEN_USAGE_ROWS}}", (await _project.DoAsync("report", "import", _project.Report)).Output, StringComparison.Ordinal);

        Refused(await _project.DoAsync("token-usage", _project.TeamState, "--write", "--substitute-final-report", _project.TeamState), "is not the report of run 001");
        Done(await _project.DoAsync("token-usage", _project.TeamState, "--write", "--substitute-final-report", _project.Report));

        var section = Section();
        Assert.Contains("| lead | claude-opus-4-8 | 1 | 10 | 1,000 | 100 | 7 | 1,117 | unavailable |", section);
        Assert.Equal(_project.Agents.Count + 3, section.Count(line => line.StartsWith("| ", StringComparison.Ordinal)));
        Assert.Contains($"- Total: {_project.Team["usageSummary"]!["totalTokens"]!.GetValue<long>():N0}", section);
        Assert.Contains($"- Collected at: {_project.Team["usageSummary"]!["collectedAt"]!.GetValue<string>()}", section);
        Assert.DoesNotContain('\n', File.ReadAllText(_project.Report).Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_call_leaves_the_same_bytes_and_one_killed_in_between_is_finished_by_the_next()
    {
        _project.WriteLogs();
        var report = _project.WriteReport();
        Done(await _project.CollectAsync());
        var (team, filled) = (await File.ReadAllTextAsync(_project.TeamState, TestContext.Current.CancellationToken), await File.ReadAllTextAsync(_project.Report, TestContext.Current.CancellationToken));

        Done(await _project.CollectAsync());
        Assert.Equal((team, filled), (await File.ReadAllTextAsync(_project.TeamState, TestContext.Current.CancellationToken), await File.ReadAllTextAsync(_project.Report, TestContext.Current.CancellationToken)));

        // Killed after the team state was written: the report is filled with the same figures and the same time.
        await File.WriteAllTextAsync(_project.Report, report, TestContext.Current.CancellationToken);
        Done(await _project.CollectAsync());
        Assert.Equal((team, filled), (await File.ReadAllTextAsync(_project.TeamState, TestContext.Current.CancellationToken), await File.ReadAllTextAsync(_project.Report, TestContext.Current.CancellationToken)));
    }

    [Fact]
    [Trait("Req", "R-CLI-079")]
    public async Task The_command_collects_by_itself_whatever_helpers_an_older_installation_left()
    {
        _project.WriteLogs();
        _project.WriteReport();
        var trace = Path.Combine(_project.OkstraHome, "helper-ran");
        foreach (var name in new[] { "okstra-token-usage", "okstra-token-usage.py", "token-usage" })
        {
            var helper = Path.Combine(_project.OkstraHome, "bin", name);
            Directory.CreateDirectory(Path.GetDirectoryName(helper)!);
            await File.WriteAllTextAsync(helper, $"#!/bin/sh\ntouch '{trace}'\nexit 3\n", TestContext.Current.CancellationToken);
            File.SetUnixFileMode(helper, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Done(await _project.CollectAsync());

        Assert.Equal(1117, Total(_project.Team["lead"]!["usage"]));
        Assert.False(File.Exists(trace));
    }

    [Fact]
    public async Task Without_the_flags_it_only_looks()
    {
        _project.WriteLogs();
        var report = _project.WriteReport();
        var team = await File.ReadAllTextAsync(_project.TeamState, TestContext.Current.CancellationToken);

        var ending = await _project.DoAsync("token-usage", _project.TeamState, "--json");

        Done(ending);
        var data = JsonNode.Parse(ending.Output)!["data"]!;
        Assert.Equal(("session", false, false), (data["lead"]!.GetValue<string>(), data["teamStateChanged"]!.GetValue<bool>(), data["reportChanged"]!.GetValue<bool>()));
        Assert.Equal(3, data["openPlaceholders"]!.AsArray().Count);
        Assert.Equal((team, report), (await File.ReadAllTextAsync(_project.TeamState, TestContext.Current.CancellationToken), await File.ReadAllTextAsync(_project.Report, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task What_was_collected_is_on_the_bill_of_the_task()
    {
        _project.WriteLogs();
        _project.WriteReport();
        Assert.Contains("nothing was charged", (await _project.DoAsync("usage", "--task", "g/t-1")).Output, StringComparison.Ordinal);
        Done(await _project.CollectAsync());

        var ending = await _project.DoAsync("usage", "--task", "g/t-1", "--by", "worker", "--json");

        Done(ending);
        var bill = JsonNode.Parse(ending.Output)!["data"]!["bill"]!;
        Assert.Equal(_project.Agents.Select(agent => agent.WorkerId).Append("lead").Order(StringComparer.Ordinal), bill["rows"]!.AsArray().Select(row => row!["key"]!.GetValue<string>()));
        Assert.Equal(_project.Team["usageSummary"]!["totalTokens"]!.GetValue<long>(), Total(bill["sum"]!["usage"]));
        var lead = bill["rows"]!.AsArray().Single(row => row!["key"]!.GetValue<string>() == "lead")!;
        Assert.True(lead["costUsd"]!.GetValue<decimal>() > 0);
    }

    [Theory]
    [InlineData("nowhere.json")]
    [InlineData("README.md")]
    [InlineData(".okstra/project.json")]
    public async Task What_is_no_team_state_is_refused(string path) => Refused(await _project.DoAsync("token-usage", path, "--write"), "is no team state of a run");

    [Fact]
    [Trait("Req", "R-OPN-24")]
    public async Task The_team_state_has_the_known_members()
    {
        _project.WriteLogs();
        _project.WriteReport();
        Done(await _project.CollectAsync());

        var team = _project.Team.AsObject();
        Assert.Superset(Names("taskKey taskType seq teamName teamCreate lead workers worktree usageSummary"), team.Select(member => member.Key).ToHashSet());
        Assert.Superset(Names("sessionId model usage"), team["lead"]!.AsObject().Select(member => member.Key).ToHashSet());
        Assert.All(team["workers"]!.AsArray(), worker => Assert.Superset(Names("workerId role agentName provider modelDisplay modelExecutionValue status startedAt endedAt promptPath resultPath errorPath usage keyFinding"), worker!.AsObject().Select(member => member.Key).ToHashSet()));
        Assert.Superset(Names("path branch baseRef status note"), team["worktree"]!.AsObject().Select(member => member.Key).ToHashSet());
        Assert.Superset(Names("totalTokens byAgent unattributedTeamSessions"), team["usageSummary"]!.AsObject().Select(member => member.Key).ToHashSet());
        Assert.Equal(_project.Agents.Select(agent => agent.AgentName).Prepend("lead").Order(), team["usageSummary"]!["byAgent"]!.AsObject().Select(member => member.Key).Order());
    }

    private static HashSet<string> Names(string names) => [.. names.Split(' ')];
}
