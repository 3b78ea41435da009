using Okstra.Processes.Agents;

namespace Okstra.Processes.Tests.Agents;

public sealed class ClaudeVendorTests
{
    private readonly ClaudeVendor _claude = new();

    [Fact]
    public void Claude_runs_headless_with_reading_tools_only()
    {
        var process = _claude.BuildProcess(Invocations.For(_claude));

        Assert.Contains("-p", process.Spec.Arguments);
        Assert.Contains("--verbose", process.Spec.Arguments);
        Assert.Equal("stream-json", process.After("--output-format"));
        Assert.Equal("dontAsk", process.After("--permission-mode"));
        Assert.Equal("Read,Grep,Glob", process.After("--tools"));
        Assert.Equal("11111111-1111-4111-8111-111111111101", process.After("--session-id"));
        Assert.Equal("/srv/tree", process.Spec.WorkingDirectory);
        Assert.Equal(2, process.Spec.StopSignal);
    }

    [Fact]
    public void Claude_takes_neither_hooks_nor_servers_from_the_repository_it_reads()
    {
        var process = _claude.BuildProcess(Invocations.For(_claude));

        Assert.Equal("user", process.After("--setting-sources"));
        Assert.Contains("--strict-mcp-config", process.Spec.Arguments);
    }

    [Fact]
    public void Claude_gets_the_schema_without_its_dialect_unless_it_would_not_fit_one_argument()
    {
        var fitting = _claude.BuildProcess(Invocations.For(_claude) with { AnswerSchema = """{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"a":{"type":"string"}}}""" });
        var oversized = _claude.BuildProcess(Invocations.For(_claude) with { AnswerSchema = $$"""{"type":"object","properties":{},"description":"{{new string('x', 131_072)}}"}""" });

        Assert.Equal("""{"type":"object","properties":{"a":{"type":["string","null"]}},"required":["a"],"additionalProperties":false}""", fitting.After("--json-schema"));
        Assert.Null(oversized.After("--json-schema"));
        Assert.All(oversized.Spec.Arguments, argument => Assert.True(argument.Length < 131_072));
    }

    [Fact]
    public void Claude_keeps_the_retries_a_user_has_set()
    {
        var invocation = Invocations.For(_claude);
        var own = new Dictionary<string, string>(invocation.Environment, StringComparer.Ordinal) { ["CLAUDE_CODE_MAX_RETRIES"] = "1" };

        Assert.Equal("6", _claude.BuildProcess(invocation).Spec.Environment["CLAUDE_CODE_MAX_RETRIES"]);
        Assert.Equal("1", _claude.BuildProcess(invocation with { Environment = own }).Spec.Environment["CLAUDE_CODE_MAX_RETRIES"]);
        Assert.Equal("1", _claude.BuildProcess(invocation).Spec.Environment["DISABLE_AUTOUPDATER"]);
    }

    [Theory]
    [InlineData("structured-answer", """{"schemaVersion":1,"summary":"s","keyFinding":"k"}""")]
    [InlineData("tools-and-a-denied-write", "all done")]
    [InlineData("prose-despite-schema", "more prose")]
    [InlineData("retried", "recovered")]
    [InlineData("two-results", "main after notification")]
    public void Claude_answers_with_its_last_result(string recorded, string expected)
    {
        var answer = _claude.ReadAnswer(Recorded.Output("claude", recorded, 0));

        Assert.True(answer.Succeeded, answer.Failure);
        Assert.Equal(expected, answer.Text);
        Assert.NotNull(answer.SessionId);
    }

    [Theory]
    [InlineData("subscription-limit", 1, "HTTP 429, usage limit until 2026-11-20T18:40:00Z: You've hit your limit · resets 6:40pm (UTC)")]
    [InlineData("wrong-key", 1, "HTTP 401: Invalid API key · Fix external API key")]
    [InlineData("slash-command", 0, "no model was asked: Unknown command: /word")]
    [InlineData("empty-answer", 0, "finished with an empty answer")]
    [InlineData("killed-by-sigterm", 143, "ended without a result (exit 143)")]
    [InlineData("stopped-by-sigint", 1, "error_during_execution: [ede_diagnostic] result_type=user last_content_type=n/a stop_reason=tool_use")]
    public void Claude_failures_name_their_reason(string recorded, int exitCode, string expected)
    {
        var answer = _claude.ReadAnswer(Recorded.Output("claude", recorded, exitCode));

        Assert.False(answer.Succeeded);
        Assert.Equal(expected, answer.Failure);
        Assert.Equal("", answer.Text);
        Assert.NotNull(answer.SessionId);
    }

    [Fact]
    public void Claude_server_error_is_a_failure_although_the_subtype_says_success()
    {
        var answer = _claude.ReadAnswer(Recorded.Output("claude", "server-error", 1));

        Assert.False(answer.Succeeded);
        Assert.StartsWith("HTTP 500: API Error: 500 Internal server error.", answer.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Claude_refused_arguments_are_explained_by_its_standard_error()
    {
        var answer = _claude.ReadAnswer(Recorded.Text("", 1, "Error: Session ID 1 is already in use.\n"));

        Assert.Equal("ended without a result (exit 1): Error: Session ID 1 is already in use.", answer.Failure);
    }

    [Fact]
    public void Claude_result_before_a_crash_is_no_success()
    {
        Assert.Equal("reported a result, then exited with 1", _claude.ReadAnswer(Recorded.Output("claude", "retried", 1)).Failure);
    }

    [Fact]
    public void Claude_usage_includes_sub_agents_and_the_cost_it_states()
    {
        var usage = _claude.ReadUsage(Recorded.Output("claude", "sub-agents", 0));

        Assert.NotNull(usage);
        Assert.Equal((7300, 730, 900, 0), (usage.Input, usage.Output, usage.CacheRead, usage.CacheWrite));
        Assert.True(usage.CostUsd > 0);
    }

    [Theory]
    [InlineData(30, 30, 20, 20)]
    [InlineData(30, 10, 5, null)]
    [InlineData(0, 0, 0, 0)]
    public void Claude_cache_writes_of_an_hour_are_known_only_when_the_last_turn_wrote_them_all(int all, int turn, int hour, int? known)
    {
        var line = $$$$"""{"type":"result","usage":{"cache_creation_input_tokens":{{{{turn}}}},"cache_creation":{"ephemeral_1h_input_tokens":{{{{hour}}}},"ephemeral_5m_input_tokens":{{{{turn - hour}}}}}},"modelUsage":{"claude-opus-4-8":{"inputTokens":1,"outputTokens":1,"cacheReadInputTokens":0,"cacheCreationInputTokens":{{{{all}}}}}}}""";

        var usage = _claude.ReadUsage(Recorded.Text(line, 0, ""));

        Assert.Equal((all, known), ((int?)usage?.CacheWrite, (int?)usage?.CacheWrite1h));
    }

    [Fact]
    public void Claude_usage_is_that_of_the_last_result_when_there_are_two()
    {
        var usage = _claude.ReadUsage(Recorded.Output("claude", "two-results", 0));

        Assert.Equal((3600, 360, 0.027m), (usage?.Input, usage?.Output, usage?.CostUsd));
    }

    [Fact]
    public void Claude_usage_is_absent_when_no_model_answered()
    {
        Assert.Null(_claude.ReadUsage(Recorded.Output("claude", "wrong-key", 1)));
        Assert.Null(_claude.ReadUsage(Recorded.Output("claude", "killed-by-sigterm", 143)));
    }
}
