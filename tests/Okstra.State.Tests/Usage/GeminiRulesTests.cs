using System.Text;

namespace Okstra.State.Tests.Usage;

/// <summary>Each rule of how gemini's logs are counted; docs/usage.md has them as a table.</summary>
public sealed class GeminiRulesTests : IDisposable
{
    private readonly LogHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void A_message_that_is_written_again_counts_once_with_its_last_tokens()
    {
        _home.Gemini("session-a.jsonl", Head("s1"), Message("m1", Tokens(1, 1)), Message("m2", Tokens(5, 5)), Message("m1", Tokens(100, 10, 40, 7, 3)));

        Assert.Equal(["s1 gemini-2.5-pro 2026-01-02 main messages=2 input=108 cached_input=40 output=15 thoughts=7 tool=3 total=130"], _home.Rows("gemini"));
    }

    [Fact]
    public void A_version_without_tokens_takes_none_away()
    {
        _home.Gemini("session-a.jsonl", Head("s1"), Message("m1", "null"), Message("m1", Tokens(9, 1)), Message("m1", "null"), """{"$set":{"messages":[{"id":"m1","type":"gemini","content":"x"}]}}""");

        Assert.Equal((1, 9), (_home.Sum("gemini", "messages"), _home.Sum("gemini", "input")));
    }

    [Fact]
    public void An_older_file_and_the_newer_one_it_was_carried_over_into_count_once()
    {
        _home.Gemini("session-a.json", $$"""
            {
              "sessionId": "s1",
              "messages": [
                {{Message("m1", Tokens(9, 1))}},
                { "id": "u", "type": "user", "content": "tokens" },
                {{Message("m2", Tokens(4, 1))}}
              ]
            }
            """);
        Assert.Equal((2, 13), (_home.Sum("gemini", "messages"), _home.Sum("gemini", "input")));

        _home.Gemini("session-a.jsonl", Head("s1"), Message("m1", Tokens(9, 1)), Message("m2", Tokens(4, 1)), Message("m3", Tokens(2, 1)));
        Assert.Equal((3, 15), (_home.Sum("gemini", "messages"), _home.Sum("gemini", "input")));
    }

    [Fact]
    public void Messages_of_two_sessions_in_one_file_stay_apart()
    {
        _home.Gemini("session-a.jsonl", Head("s1"), Message("m1", Tokens(9, 1)), Head("s2"), Message("m1", Tokens(4, 1)));

        Assert.Equal([("s1", 9L), ("s2", 4L)], _home.Of("gemini").Rows.Select(row => (row.Session, row.Values[1])));
    }

    [Fact]
    public void A_message_that_only_a_later_patch_has_counts()
    {
        _home.Gemini("session-a.jsonl", Head("s1"), $$$"""{"$set":{"lastUpdated":"x","messages":[{{{Message("m1", Tokens(9, 1))}}}]}}""");

        Assert.Equal(9, _home.Sum("gemini", "input"));
    }

    [Fact]
    public void A_message_that_was_taken_back_was_used_all_the_same()
    {
        _home.Gemini("session-a.jsonl", Head("s1"), Message("m1", Tokens(9, 1)), """{"$rewindTo":"m1"}""");

        Assert.Equal(1, _home.Sum("gemini", "messages"));
    }

    [Fact]
    public void Without_a_model_it_counts_for_the_unknown_one()
    {
        _home.Gemini("session-a.jsonl", Head("s1"), Message("m1", Tokens(9, 1)).Replace(",\"model\":\"gemini-2.5-pro\"", "", StringComparison.Ordinal));

        Assert.Equal("unknown", Assert.Single(_home.Of("gemini").Rows).Model);
    }

    [Fact]
    public void A_sub_agent_has_its_own_session_and_a_parent()
    {
        _home.Gemini("s1/s2.jsonl", Head("s2", "subagent"), Message("m1", Tokens(9, 1)));

        Assert.Equal("subagent", Assert.Single(_home.Of("gemini").Rows).Kind);
        Assert.Equal("s1", Assert.Single(_home.Of("gemini").Sessions).Parent);
    }

    [Fact]
    public void A_session_is_known_by_the_folder_its_project_names_and_by_its_times()
    {
        _home.Log(".gemini/tmp/x/.project_root", "/srv/x [y]");
        _home.Gemini("session-a.jsonl", Head("s1"), Message("m1", Tokens(9, 1)));
        _home.Log(".gemini/tmp/z/chats/session-b.jsonl", Head("s2"), Message("m1", Tokens(9, 1)));

        Assert.Equal([("s1", "/srv/x [y]"), ("s2", null)], _home.Of("gemini").Sessions.Select(session => (session.Id, session.Cwd)));
        Assert.Equal(DateTimeOffset.Parse("2026-01-02T03:04:05Z"), _home.Of("gemini").Sessions[0].Last);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_do_no_harm_in_either_form()
    {
        var line = Message("m1", Tokens(9, 1));
        _home.Bytes(".gemini/tmp/x/chats/session-a.jsonl", Broken($"{Head("s1")}\n{line}\n"));
        _home.Bytes(".gemini/tmp/x/chats/session-b.json", Broken($$"""{"sessionId":"s2","messages":[{{line}}]}"""));

        Assert.Equal(2, _home.Sum("gemini", "messages"));

        static byte[] Broken(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text.Replace("hello", "#", StringComparison.Ordinal));
            bytes[Array.IndexOf(bytes, (byte)'#')] = 0xFF;
            return bytes;
        }
    }

    [Fact]
    public void The_prompt_holds_what_was_cached_and_thoughts_are_output()
    {
        _home.Gemini("session-a.jsonl", Head("s1"), Message("m1", Tokens(100, 10, 40, 7, 3)));

        var used = Assert.Single(_home.Of("gemini").Rows).Usage;
        Assert.Equal((63L, 40L, 17L, 7L, 120L), (used.Input, used.CacheRead, used.Output, used.Reasoning, used.Total));
    }

    [Fact]
    public void Only_chats_are_read_from_the_named_folder()
    {
        _home.Log(".gemini/tmp/x/logs.json", $"[{Message("m1", Tokens(9, 1))}]");
        _home.Log(".gemini/tmp/x/checkpoints/a.json", Message("m1", Tokens(9, 1)));
        Assert.Empty(_home.Rows("gemini"));

        _home.Log("other/tmp/x/chats/session-a.jsonl", Head("s1"), Message("m1", Tokens(9, 1)));
        _home.Variables["GEMINI_DATA_DIR"] = _home.At("other");
        Assert.Equal(1, _home.Sum("gemini", "messages"));
    }

    [Fact]
    public void A_damaged_older_file_is_reported()
    {
        _home.Gemini("session-a.json", "{ \"sessionId\": \"s1\", \"messages\": [");

        Assert.Single(_home.Of("gemini").Notes);
    }

    private static string Head(string session, string kind = "main") => $$"""{"sessionId":"{{session}}","projectHash":"h","startTime":"2026-01-02T03:00:00.000Z","kind":"{{kind}}"}""";

    private static string Message(string id, string tokens) =>
        $$"""{"id":"{{id}}","timestamp":"2026-01-02T03:04:05.000Z","type":"gemini","content":"hello","tokens":{{tokens}},"model":"gemini-2.5-pro"}""";

    private static string Tokens(long input, long output, long cached = 0, long thoughts = 0, long tool = 0) =>
        $$"""{"input":{{input}},"output":{{output}},"cached":{{cached}},"thoughts":{{thoughts}},"tool":{{tool}},"total":{{input + output + thoughts + tool}}}""";
}
