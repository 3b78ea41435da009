using static Okstra.State.Tests.Usage.ClaudeText;

namespace Okstra.State.Tests.Usage;

/// <summary>Each rule of how claude's logs are counted; docs/usage.md has them as a table.</summary>
public sealed class ClaudeRulesTests : IDisposable
{
    private readonly LogHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void A_response_that_is_written_once_for_each_block_counts_once()
    {
        _home.Claude("s1", Assistant("m1", Tokens(3, 40, 5, 7)), Assistant("m1", Tokens(3, 40, 5, 7)), Assistant("m1", Tokens(3, 40, 5, 7)));

        Assert.Equal(["s1 claude-opus-4-8 2026-01-02 main messages=1 input=3 output=40 cache_creation=5 cache_creation_5m=5 cache_read=7 total=55"], _home.Rows("claude"));
    }

    [Fact]
    public void Of_the_lines_of_a_stream_the_largest_counts_wherever_it_stands()
    {
        _home.Claude("s1", Assistant("m1", Tokens(output: 1)), Assistant("m1", Tokens(output: 90)), Assistant("m1", Tokens(output: 2)));

        Assert.Equal(90, _home.Sum("claude", "output"));
    }

    [Fact]
    public void Copies_far_apart_and_in_other_files_are_one_response()
    {
        _home.Claude("s1", [Assistant("m1"), .. Enumerable.Range(10, 20).Select(number => Assistant($"m{number}")), Assistant("m1")]);
        _home.Claude("s2", Assistant("m1", session: "s2"));

        Assert.Equal(21, _home.Sum("claude", "messages"));
    }

    [Fact]
    public void The_message_id_alone_says_which_response_it_is()
    {
        _home.Claude("s1", Assistant("m1", request: null), Assistant("m1", request: "req_2"), Assistant("m1", request: "req_3"));

        Assert.Equal(1, _home.Sum("claude", "messages"));
    }

    [Fact]
    public void A_response_without_an_id_counts_as_it_stands()
    {
        _home.Claude("s1", Assistant(null), Assistant(null));

        Assert.Equal(2, _home.Sum("claude", "messages"));
    }

    [Fact]
    public void The_main_chain_beats_its_replay_in_a_side_chain_even_when_that_says_more()
    {
        _home.Claude("agent-a1", Assistant("m1", Tokens(output: 99), side: true, request: "req_2"));
        _home.Claude("s1", Assistant("m1", Tokens(output: 10)));

        Assert.Equal(["s1 claude-opus-4-8 2026-01-02 main messages=1 input=1 output=10 total=11"], _home.Rows("claude"));
    }

    [Fact]
    public void A_fork_begins_with_copies_which_count_for_the_session_they_come_from()
    {
        _home.Claude("a-fork", Queued("a-fork", Noon), Assistant("m1", session: "a-fork", time: Morning), Assistant("m2", session: "a-fork", time: "2026-01-02T13:00:00.000Z"));
        _home.Claude("s1", Queued("s1", Morning), Assistant("m1", time: Morning));

        var usage = _home.Of("claude");

        Assert.Equal([("a-fork", 1L), ("s1", 1L)], usage.Rows.Select(row => (row.Session, row.Values[0])));
        Assert.Equal("s1", usage.Sessions.Single(session => session.Id == "a-fork").Parent);
    }

    [Theory]
    [InlineData(70, 0, 0, 70, 0)]
    [InlineData(70, 50, 20, 70, 20)]
    [InlineData(0, 50, 20, 70, 20)]
    [InlineData(100, 0, 20, 100, 20)]
    public void Cache_writes_are_the_larger_of_both_statements_and_the_hour_is_the_breakdowns(long flat, long five, long hour, long written, long writtenForAnHour)
    {
        _home.Claude("s1", Assistant("m1", Tokens(write: flat, more: $$""","cache_creation":{"ephemeral_5m_input_tokens":{{five}},"ephemeral_1h_input_tokens":{{hour}}}""")));

        Assert.Equal((written, writtenForAnHour, written - writtenForAnHour), (_home.Sum("claude", "cache_creation"), _home.Sum("claude", "cache_creation_1h"), _home.Sum("claude", "cache_creation_5m")));
    }

    [Fact]
    public void A_message_the_cli_made_up_itself_does_not_count()
    {
        _home.Claude("s1", Assistant("m1", model: "<synthetic>"));

        Assert.Empty(_home.Rows("claude"));
    }

    [Fact]
    public void A_response_without_a_model_counts_for_the_unknown_model()
    {
        _home.Claude("s1", Assistant("m1").Replace("\"model\":\"claude-opus-4-8\",", "", StringComparison.Ordinal));

        Assert.Equal("unknown", Assert.Single(_home.Of("claude").Rows).Model);
    }

    [Fact]
    public void Absent_and_null_numbers_are_nothing()
    {
        _home.Claude("s1", Assistant("m1", """{"input_tokens":4,"cache_read_input_tokens":null,"cache_creation":null,"iterations":null}"""));

        Assert.Equal(["s1 claude-opus-4-8 2026-01-02 main messages=1 input=4 total=4"], _home.Rows("claude"));
    }

    [Fact]
    public void Null_members_in_what_a_tool_was_given_do_no_harm()
    {
        _home.Claude("s1", Assistant("m1", content: """[{"type":"tool_use","input":{"id":null,"model":null,"cwd":null,"usage":null,"filter":{"version":null}}}]"""));

        Assert.Equal(1, _home.Sum("claude", "messages"));
    }

    [Fact]
    public void Text_that_looks_like_a_response_does_not_count()
    {
        _home.Claude("s1", Assistant("m1", content: """[{"type":"text","text":"{\"type\":\"assistant\",\"message\":{\"id\":\"m2\",\"usage\":{\"input_tokens\":999}}}"}]"""));

        Assert.Equal(1, _home.Sum("claude", "input"));
    }

    [Fact]
    public void Model_calls_made_on_the_side_count_for_their_own_model_and_are_no_messages()
    {
        _home.Claude("s1", Assistant("m1", Tokens(1, 2, more: ""","iterations":[{"type":"message","input_tokens":1,"output_tokens":2},{"type":"advisor_message","model":"claude-opus-4-6","input_tokens":500,"output_tokens":60},{"type":"compaction","input_tokens":7,"output_tokens":8}]""")));

        Assert.Equal(["s1 claude-opus-4-6 2026-01-02 main input=500 output=60 total=560", "s1 claude-opus-4-8 2026-01-02 main messages=1 input=8 output=10 total=18"], _home.Rows("claude"));
    }

    [Fact]
    public void Model_calls_on_the_side_count_once_however_often_their_message_is_written()
    {
        var line = Assistant("m1", Tokens(more: ""","iterations":[{"type":"advisor_message","input_tokens":500,"output_tokens":60}]"""));
        _home.Claude("s1", line, line);

        Assert.Equal(501, _home.Sum("claude", "input"));
    }

    [Fact]
    public void A_progress_line_repeats_a_response_and_never_adds_to_it()
    {
        _home.Claude("s1", Progress("m1", Tokens(output: 10), Morning), Progress("m2", Tokens(output: 5)));
        _home.Claude("zz", Assistant("m1", Tokens(output: 10), side: true, time: "2026-01-03T12:00:00.000Z"));

        Assert.Equal(["s1 claude-opus-4-8 2026-01-02 subagent messages=1 input=1 output=5 total=6", "s1 claude-opus-4-8 2026-01-03 subagent messages=1 input=1 output=10 total=11"], _home.Rows("claude"));
    }

    [Fact]
    public void What_the_caller_was_told_raises_the_output_of_the_agents_last_message_with_the_same_prompt()
    {
        _home.Claude("s1", Assistant("m0"), Result("a1", Tokens(20, 400, 5, 6)));
        _home.Log(".claude/projects/-srv-x/s1/subagents/agent-a1.jsonl", Assistant("m1", Tokens(7, 30), side: true), Assistant("m2", Tokens(20, 1, 5, 6), side: true));

        Assert.Equal(["s1 claude-opus-4-8 2026-01-02 main messages=1 input=1 output=10 total=11", "s1 claude-opus-4-8 2026-01-02 subagent messages=2 input=27 output=430 cache_creation=5 cache_creation_5m=5 cache_read=6 total=468"], _home.Rows("claude"));
    }

    [Theory]
    [InlineData("a1", 21)]
    [InlineData("a2", 20)]
    public void It_raises_nothing_of_another_agent_or_another_prompt(string agent, long input)
    {
        _home.Claude("s1", Result(agent, Tokens(input, 400)));
        _home.Log(".claude/projects/-srv-x/s1/subagents/agent-a1.jsonl", Assistant("m2", Tokens(20, 1), side: true));

        Assert.Equal(1, _home.Sum("claude", "output"));
    }

    [Theory]
    [InlineData("-srv-x/s1/subagents/agent-a1.jsonl", "s1")]
    [InlineData("-srv-x/s1/subagents/workflows/wf_1/agent-a1.jsonl", "s1")]
    [InlineData("-srv-x/agent-a1.jsonl", "s9")]
    public void A_sub_agent_counts_for_the_session_that_called_it(string path, string session)
    {
        _home.Log($".claude/projects/{path}", Assistant("m1", session: "s9", side: true));

        var row = Assert.Single(_home.Of("claude").Rows);
        Assert.Equal((session, "subagent"), (row.Session, row.Kind));
    }

    [Fact]
    public void The_day_is_that_of_the_time_in_UTC()
    {
        _home.Claude("s1", Assistant("m1", time: "2026-01-02T01:30:00+09:00"), Assistant("m2", time: "yesterday"));

        Assert.Equal(["2026-01-01", "unknown"], _home.Of("claude").Rows.Select(row => row.Date));
    }

    [Fact]
    public void A_session_is_known_by_its_folder_team_name_and_times()
    {
        _home.Claude("s1", Assistant("m1", time: Morning).Replace("\"uuid\"", "\"teamName\":\"okstra-t1\",\"agentName\":\"codex-worker\",\"uuid\"", StringComparison.Ordinal), Assistant("m2", time: Noon), """{"type":"last-prompt","timestamp":"2026-01-02T12:30:00.000Z","sessionId":"s1"}""");

        var session = Assert.Single(_home.Of("claude").Sessions);
        Assert.Equal(("s1", "/srv/x", "okstra-t1", "codex-worker"), (session.Id, session.Cwd, session.TeamName, session.AgentName));
        Assert.Equal((DateTimeOffset.Parse(Morning), DateTimeOffset.Parse("2026-01-02T12:30:00Z")), (session.First, session.Last));
    }

    [Fact]
    public void The_config_folders_are_the_named_ones_or_both_usual_ones()
    {
        _home.Log(".claude/projects/x/a.jsonl", Assistant("m1", session: "a"));
        _home.Log(".config/claude/projects/x/b.jsonl", Assistant("m2", session: "b"));
        _home.Log("one/projects/x/c.jsonl", Assistant("m3", session: "c"));
        _home.Log("two/projects/x/d.jsonl", Assistant("m4", session: "d"));

        Assert.Equal(["a", "b"], _home.Of("claude").Rows.Select(row => row.Session));
        _home.Variables["CLAUDE_CONFIG_DIR"] = $"{_home.At("one")}, {_home.At("two")}";
        Assert.Equal(["c", "d"], _home.Of("claude").Rows.Select(row => row.Session));
    }

    [Fact]
    public void A_record_of_a_newer_cli_that_names_tokens_is_reported_and_not_guessed()
    {
        _home.Claude("s1", Assistant("m1"), """{"type":"session_summary","usage":{"input_tokens":5},"sessionId":"s1"}""");

        var usage = _home.Of("claude");
        Assert.Equal(1, Assert.Single(usage.Rows).Values[0]);
        Assert.Contains("session_summary", Assert.Single(usage.Notes).Text, StringComparison.Ordinal);
    }
}
