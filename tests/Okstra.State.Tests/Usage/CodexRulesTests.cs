using static Okstra.State.Tests.Usage.CodexText;

namespace Okstra.State.Tests.Usage;

/// <summary>Each rule of how codex's logs are counted; docs/usage.md has them as a table.</summary>
public sealed class CodexRulesTests : IDisposable
{
    private readonly LogHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void A_response_with_a_record_and_a_step_of_the_counters_counts_once()
    {
        _home.Codex("t1", Meta("t1"), Model("gpt-5.5"), Record("r1", Used(100, 10, 40, 5)), Count(Used(100, 10, 40, 5), Used(100, 10, 40, 5)));

        Assert.Equal(["t1 gpt-5.5 2026-01-02 main responses=1 input=100 cached_input=40 output=10 reasoning=5 total=110"], _home.Rows("codex"));
    }

    [Fact]
    public void A_run_that_was_killed_while_a_tool_ran_has_only_the_record()
    {
        _home.Codex("t1", Meta("t1"), Model("gpt-5.5"), Record("r1", Used(100, 10)));

        Assert.Equal(110, _home.Sum("codex", "total"));
    }

    [Fact]
    public void Older_logs_have_only_the_counters()
    {
        _home.Codex("t1", Meta("t1"), Model("gpt-5.5"), Count(Used(100, 10), Used(100, 10)), Count(Used(300, 30), Used(200, 20)));

        Assert.Equal((2, 330), (_home.Sum("codex", "responses"), _home.Sum("codex", "total")));
    }

    [Fact]
    public void Records_and_steps_are_matched_one_to_one()
    {
        _home.Codex("t1", Meta("t1"), Record("r1", Used(5, 5)), Count(Used(5, 5), Used(5, 5)), Count(Used(10, 10), Used(5, 5)));

        Assert.Equal(2, _home.Sum("codex", "responses"));
    }

    [Fact]
    public void Counters_that_are_written_again_unchanged_are_no_response()
    {
        _home.Codex("t1", Meta("t1"), Count(Used(100, 10), Used(100, 10)), Count(Used(100, 10), Used(100, 10), "2026-01-02T05:00:00.000Z"));

        Assert.Equal(1, _home.Sum("codex", "responses"));
    }

    [Fact]
    public void Without_the_last_usage_the_difference_of_the_totals_counts()
    {
        _home.Codex("t1", Meta("t1"), Count(Used(100, 10), null), Count(Used(150, 30), null));

        Assert.Equal((2, 150, 30), (_home.Sum("codex", "responses"), _home.Sum("codex", "input"), _home.Sum("codex", "output")));
    }

    [Fact]
    public void Totals_that_fall_began_anew()
    {
        _home.Codex("t1", Meta("t1"), Count(Used(100, 10), null), Count(Used(30, 3), null));

        Assert.Equal((130, 13), (_home.Sum("codex", "input"), _home.Sum("codex", "output")));
    }

    [Fact]
    public void A_fork_with_totals_only_begins_at_its_parents_total()
    {
        _home.Codex("t1", Meta("t1"), Count(Used(100, 10), null, "2026-01-02T03:30:00.000Z"), Count(Used(900, 90), null, "2026-01-02T09:00:00.000Z"));
        _home.Codex("t2", Meta("t2", "\"forked_from_id\":\"t1\",", "2026-01-02T04:00:00.000Z"), Count(Used(1000, 110), null));

        Assert.Equal([900L, 900L], _home.Of("codex").Rows.Select(row => row.Values[1]));
    }

    [Fact]
    public void The_lines_of_a_parent_that_a_fork_begins_with_do_not_count_again()
    {
        _home.Codex("t1", Meta("t1"), Count(Used(100, 10), Used(100, 10)), Count(Used(300, 30), Used(200, 20)), Count(Used(600, 60), Used(300, 30)));
        _home.Codex("t2", SubagentMeta("t2", "t1"), Meta("t1"), Count(Used(100, 10), Used(100, 10), "2026-01-02T06:00:00.000Z"), Count(Used(300, 30), Used(200, 20), "2026-01-02T06:00:00.000Z"), Count(Used(350, 35), Used(50, 5), "2026-01-02T06:00:01.000Z"));

        Assert.Equal(["t1 unknown 2026-01-02 main responses=3 input=600 output=60 total=660", "t2 unknown 2026-01-02 subagent responses=1 input=50 output=5 total=55"], _home.Rows("codex"));
    }

    [Fact]
    public void A_sub_agents_own_first_response_counts_however_soon_it_comes()
    {
        _home.Codex("t1", Meta("t1"), Count(Used(100, 10), Used(100, 10)));
        _home.Codex("t2", SubagentMeta("t2", "t1"), Count(Used(7, 1), Used(7, 1), "2026-01-02T04:00:00.001Z"), Count(Used(14, 2), Used(7, 1), "2026-01-02T04:00:00.002Z"));

        Assert.Equal(2, _home.Of("codex").Rows.Single(row => row.Session == "t2").Values[0]);
    }

    [Fact]
    public void Two_forks_of_a_parent_that_is_gone_count_its_lines_once()
    {
        string[] copied = [Count(Used(100, 10), Used(100, 10)), Count(Used(300, 30), Used(200, 20))];
        _home.Codex("t2", [Meta("t2", "\"forked_from_id\":\"gone\","), .. copied, Count(Used(301, 31), Used(1, 1))]);
        _home.Codex("t3", [Meta("t3", "\"forked_from_id\":\"gone\","), .. copied, Count(Used(302, 32), Used(2, 2))]);

        Assert.Equal(303, _home.Sum("codex", "input"));
    }

    [Fact]
    public void A_thread_that_is_active_and_archived_counts_once()
    {
        string[] lines = [Meta("t1"), Count(Used(100, 10), Used(100, 10))];
        _home.Codex("t1", lines);
        _home.Log(".codex/archived_sessions/rollout-2026-01-02T03-04-05-t1.jsonl", lines);
        _home.Log(".codex/archived_sessions/rollout-2026-01-02T03-04-05-t2.jsonl", Meta("t2"), Count(Used(5, 5), Used(5, 5)));

        Assert.Equal(["t1", "t2"], _home.Of("codex").Rows.Select(row => row.Session));
        Assert.Equal(2, _home.Sum("codex", "responses"));
    }

    [Fact]
    public void A_response_counts_for_the_model_named_last()
    {
        _home.Codex("t1", Meta("t1"), Count(Used(1, 1), Used(1, 1)), Model("gpt-5.4"), Model("gpt-5.5"), Count(Used(3, 3), Used(2, 2)));

        Assert.Equal([("gpt-5.5", 2L), ("unknown", 1L)], _home.Of("codex").Rows.Select(row => (row.Model, row.Values[1])));
    }

    [Fact]
    public void A_record_that_is_written_twice_counts_once_and_for_its_own_thread()
    {
        _home.Codex("t1", Meta("t1"), Record("r1", Used(5, 5)), Record("r1", Used(5, 5)));
        _home.Codex("t2", Meta("t2"), Record("r1", Used(5, 5), "t1"), Record("r1", Used(9, 9), "t2"));

        Assert.Equal([("t1", 5L), ("t2", 9L)], _home.Of("codex").Rows.Select(row => (row.Session, row.Values[1])));
    }

    [Fact]
    public void A_compaction_and_an_overflowing_window_are_no_responses()
    {
        _home.Codex("t1", Meta("t1"), Count(Used(100, 10), Used(100, 10)), Count(Used(100, 10), Used(0, 0, total: 9000)), Count(Used(0, 0, total: 258400), Used(0, 0, total: 5)), Count(null, null), Count(Used(8, 1, total: 258409), Used(8, 1)));

        Assert.Equal((2, 108), (_home.Sum("codex", "responses"), _home.Sum("codex", "input")));
    }

    [Fact]
    public void Cached_tokens_are_part_of_the_input_and_reasoning_is_part_of_the_output()
    {
        _home.Codex("t1", Meta("t1"), Record("r1", Used(100, 50, 120, 30)));

        var used = Assert.Single(_home.Of("codex").Rows).Usage;
        Assert.Equal((0L, 100L, 50L, 30L, 150L), (used.Input, used.CacheRead, used.Output, used.Reasoning, used.Total));
    }

    [Fact]
    public void White_space_between_members_does_no_harm_and_neither_does_their_order()
    {
        _home.Codex("t1", Meta("t1"), """{ "payload" : { "info" : { "last_token_usage" : { "input_tokens" : 7 } } , "type" : "token_count" } , "type" : "event_msg" , "timestamp" : "2026-01-02T04:00:00.000Z" }""");

        Assert.Equal(7, _home.Sum("codex", "input"));
    }

    [Fact]
    public void A_thread_is_known_by_its_folder_and_its_parent()
    {
        _home.Codex("t1", Meta("t1"), Count(Used(1, 1), Used(1, 1)));
        _home.Codex("t2", SubagentMeta("t2", "t1"));
        _home.Codex("t3", Meta("t3", "\"forked_from_id\":\"t1\","));

        Assert.Equal([("t1", null, "/srv/x"), ("t2", "t1", "/srv/x"), ("t3", "t1", "/srv/x")], _home.Of("codex").Sessions.Select(session => (session.Id, session.Parent, session.Cwd)));
    }

    [Fact]
    public void A_compressed_log_and_an_unknown_record_with_tokens_are_reported()
    {
        _home.Codex("t1", Meta("t1"), Line("response_summary", """{"usage":{"input_tokens":5}}"""), Line("response_item", """{"type":"message","content":"input_tokens"}"""));
        _home.Log(".codex/sessions/2026/01/02/rollout-2026-01-02T03-04-05-t9.jsonl.zst", "x");

        var notes = _home.Of("codex").Notes.Select(note => note.Text).ToList();
        Assert.Equal(2, notes.Count);
        Assert.Contains(notes, note => note.Contains("compressed", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.Contains("response_summary", StringComparison.Ordinal));
    }

    [Fact]
    public void The_folder_is_the_named_one()
    {
        _home.Codex("t1", Meta("t1"), Count(Used(1, 1), Used(1, 1)));
        _home.Log("other/sessions/rollout-t2.jsonl", Meta("t2"), Count(Used(1, 1), Used(1, 1)));
        _home.Variables["CODEX_HOME"] = _home.At("other");

        Assert.Equal("t2", Assert.Single(_home.Of("codex").Rows).Session);
    }
}
