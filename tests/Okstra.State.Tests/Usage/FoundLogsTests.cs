using static Okstra.State.Tests.Usage.ClaudeText;

namespace Okstra.State.Tests.Usage;

/// <summary>Which files are read, and what cannot be.</summary>
public sealed class FoundLogsTests : IDisposable
{
    private readonly LogHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Without_any_logs_every_agent_has_nothing()
    {
        Assert.Equal(["claude", "codex", "gemini"], _home.Scan().Agents.Select(agent => agent.Agent));
        Assert.All(_home.Scan().Agents, agent => Assert.Empty(agent.Rows));
    }

    [Fact]
    public void A_project_that_is_reached_through_a_link_counts_once_and_a_circle_ends()
    {
        _home.Claude("s1", Assistant(null));
        Directory.CreateSymbolicLink(_home.At(".claude/projects/-again"), _home.At(".claude/projects/-srv-x"));
        Directory.CreateSymbolicLink(_home.At(".claude/projects/-srv-x/circle"), _home.At(".claude/projects"));
        File.CreateSymbolicLink(_home.At(".claude/projects/-srv-x/s2.jsonl"), _home.At(".claude/projects/-srv-x/s1.jsonl"));

        Assert.Equal(1, _home.Sum("claude", "messages"));
    }

    [Fact]
    public void A_project_that_is_only_there_through_a_link_counts()
    {
        _home.Log("elsewhere/s1.jsonl", Assistant(null));
        Directory.CreateDirectory(_home.At(".claude/projects"));
        Directory.CreateSymbolicLink(_home.At(".claude/projects/-srv-x"), _home.At("elsewhere"));

        Assert.Equal(1, _home.Sum("claude", "messages"));
    }

    [Fact]
    public void Two_homes_that_are_the_same_count_once()
    {
        _home.Claude("s1", Assistant(null));
        Directory.CreateSymbolicLink(_home.At("other"), _home.At(".claude"));
        _home.Variables["CLAUDE_CONFIG_DIR"] = $"{_home.At(".claude")},{_home.At("other")},{_home.At(".claude")}/";

        Assert.Equal(1, _home.Sum("claude", "messages"));
    }

    [Fact]
    public void What_has_a_logs_name_and_is_no_file_is_reported_and_the_rest_counts()
    {
        _home.Claude("s1", Assistant("m1"));
        _home.Log(".claude/projects/-srv-x/folder.jsonl/s3.jsonl", Assistant("m2"));
        File.CreateSymbolicLink(_home.At(".claude/projects/-srv-x/s2.jsonl"), _home.At("nowhere"));

        var usage = _home.Of("claude");
        Assert.Equal(2, Assert.Single(usage.Rows).Values[0]);
        Assert.Equal(_home.At(".claude/projects/-srv-x/s2.jsonl"), Assert.Single(usage.Notes).Path);
    }

    [Fact]
    public void A_pipe_is_not_waited_for()
    {
        _home.Claude("s1", Assistant("m1"));
        using var made = System.Diagnostics.Process.Start("mkfifo", _home.At(".claude/projects/-srv-x/s2.jsonl"));
        made.WaitForExit();

        Assert.Contains("no regular file", Assert.Single(_home.Of("claude").Notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_in_the_future_and_one_before_its_fork_count_as_they_stand()
    {
        _home.Claude("s1", Assistant("m1", time: "2099-12-31T23:59:59.999Z"), Assistant("m2", time: "1971-01-01T00:00:00.000Z"));

        Assert.Equal(["1971-01-01", "2099-12-31"], _home.Of("claude").Rows.Select(row => row.Date));
    }

    [Fact]
    [Trait("Req", "R-LAY-12")]
    public void Nothing_below_the_teams_of_claude_is_written_moved_or_deleted()
    {
        _home.Claude("s1", Assistant("m1"));
        var team = _home.Log(".claude/teams/okstra-t1/config.json", "{\"name\":\"okstra-t1\",\"usage\":{\"input_tokens\":5}}");
        var empty = Directory.CreateDirectory(_home.At(".claude/teams/finished")).FullName;
        var before = Tree(_home.At(".claude/teams"));

        _home.Scan();
        _home.Scan();

        Assert.Equal(before, Tree(_home.At(".claude/teams")));
        Assert.True(File.Exists(team) && Directory.Exists(empty));
        Assert.Equal(1, _home.Sum("claude", "messages"));
    }

    [Fact]
    [Trait("Req", "R-LAY-13")]
    public void Codex_sessions_are_found_by_year_month_and_day()
    {
        _home.Codex("t1", CodexText.Meta("t1"), CodexText.Record("r1", CodexText.Used(5, 1)));
        _home.Log(".codex/sessions/2026/01/02/notes.jsonl", CodexText.Meta("t2"), CodexText.Record("r2", CodexText.Used(5, 1), "t2"));

        Assert.Equal("t1", Assert.Single(_home.Of("codex").Rows).Session);
    }

    [Fact]
    [Trait("Req", "R-LAY-14")]
    public void Gemini_sessions_are_found_by_project()
    {
        _home.Log(".gemini/tmp/okstra/chats/session-2026-01-02T03-04-abc.json", """{"sessionId":"s1","messages":[{"id":"m1","timestamp":"2026-01-02T03:04:05Z","type":"gemini","tokens":{"input":5}}]}""");

        Assert.Equal("s1", Assert.Single(_home.Of("gemini").Rows).Session);
    }

    private static List<string> Tree(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => $"{path} {File.GetLastWriteTimeUtc(path):O} {(File.Exists(path) ? File.ReadAllText(path) : "")}")];
}
