using Okstra.Processes.Agents;

namespace Okstra.Processes.Tests.Agents;

public sealed class CodexVendorTests
{
    private readonly CodexVendor _codex = new();

    [Fact]
    public void Codex_runs_in_its_read_only_sandbox_without_rules_that_could_leave_it()
    {
        var process = _codex.BuildProcess(Invocations.For(_codex));

        Assert.Equal("exec", process.Spec.Arguments[0]);
        Assert.Equal("-", process.Spec.Arguments[^1]);
        Assert.Contains("--json", process.Spec.Arguments);
        Assert.Contains("--ignore-rules", process.Spec.Arguments);
        Assert.Equal("read-only", process.After("-s"));
        Assert.Equal("/srv/tree", process.After("-C"));
        Assert.Equal("/srv/run/support/last-message.txt", process.After("-o"));
        Assert.Equal("last-message.txt", process.LastMessageFile);
    }

    [Fact]
    public void Codex_gets_the_schema_as_a_strict_support_file()
    {
        var process = _codex.BuildProcess(Invocations.For(_codex));

        Assert.Equal("/srv/run/support/answer-schema.json", process.After("--output-schema"));
        Assert.Equal(
            """{"type":"object","properties":{"summary":{"type":"string"},"note":{"type":["string","null"]}},"required":["summary","note"],"additionalProperties":false}""",
            process.SupportFiles["answer-schema.json"]);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Codex_skips_its_repository_check_only_outside_git(bool insideGit, bool skips)
    {
        var process = _codex.BuildProcess(Invocations.For(_codex) with { InsideGit = insideGit });

        Assert.Equal(skips, process.Spec.Arguments.Contains("--skip-git-repo-check"));
    }

    [Theory]
    [InlineData("/g/lib/node_modules/@openai/codex/node_modules/@openai/codex-linux-x64/vendor/x86_64-unknown-linux-musl/bin/codex")]
    [InlineData("/g/lib/node_modules/@openai/codex-linux-x64/vendor/x86_64-unknown-linux-musl/bin/codex")]
    [InlineData("/g/lib/node_modules/@openai/codex-linux-arm64/vendor/aarch64-unknown-linux-musl/bin/codex")]
    [InlineData("/g/lib/node_modules/@openai/codex/vendor/x86_64-unknown-linux-musl/codex/codex")]
    public void Codex_is_started_as_the_native_program_behind_its_launcher(string native)
    {
        Assert.Equal(native, _codex.ResolveExecutable("/g/lib/node_modules/@openai/codex/bin/codex.js", path => Path.GetFullPath(path) == native));
    }

    [Fact]
    public void Codex_is_started_as_found_when_it_is_native_or_nothing_is_behind_it()
    {
        Assert.Equal("/usr/bin/codex", _codex.ResolveExecutable("/usr/bin/codex", _ => true));
        Assert.Equal("/x/bin/codex.js", _codex.ResolveExecutable("/x/bin/codex.js", _ => false));
    }

    [Theory]
    [InlineData("structured-answer", """{"schemaVersion":1,"summary":"s","keyFinding":"k"}""")]
    [InlineData("tools", "final answer")]
    [InlineData("warning-and-sub-agent", "main final")]
    [InlineData("denied-write", "could not write")]
    public void Codex_answers_with_its_last_message(string recorded, string expected)
    {
        var answer = _codex.ReadAnswer(Recorded.Output("codex", recorded, 0));

        Assert.True(answer.Succeeded, answer.Failure);
        Assert.Equal(expected, answer.Text);
        Assert.StartsWith("01a1f", answer.SessionId, StringComparison.Ordinal);
    }

    [Fact]
    public void Codex_answer_comes_from_the_last_message_file_when_the_stream_has_none()
    {
        var answer = _codex.ReadAnswer(Recorded.Text("""{"type":"turn.completed","usage":{}}""", lastMessage: "from the file"));

        Assert.Equal("from the file", answer.Text);
    }

    [Theory]
    [InlineData("rate-limit", 1, "turn failed: exceeded retry limit, last status: 429 Too Many Requests")]
    [InlineData("server-error", 1, "turn failed: We’re currently experiencing high demand, which may cause temporary errors.")]
    [InlineData("empty-answer", 0, "finished with an empty answer")]
    [InlineData("killed-by-sigterm", 143, "ended without a result (exit 143)")]
    [InlineData("stopped-by-sigint", 1, "ended without a result (exit 1)")]
    public void Codex_failures_name_their_reason(string recorded, int exitCode, string expected)
    {
        var answer = _codex.ReadAnswer(Recorded.Output("codex", recorded, exitCode));

        Assert.False(answer.Succeeded);
        Assert.Equal(expected, answer.Failure);
    }

    [Theory]
    [InlineData("usage-limit", "turn failed: You’ve hit your usage limit.")]
    [InlineData("wrong-key", "turn failed: unexpected status 401 Unauthorized")]
    public void Codex_failures_keep_limit_and_status(string recorded, string expected)
    {
        Assert.StartsWith(expected, _codex.ReadAnswer(Recorded.Output("codex", recorded, 1)).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Codex_reconnecting_is_a_warning_and_no_ending()
    {
        const string Warned = """
            {"type":"error","message":"Reconnecting... 1/5"}
            {"type":"item.completed","item":{"type":"agent_message","text":"answer"}}
            {"type":"turn.completed","usage":{}}
            """;

        Assert.True(_codex.ReadAnswer(Recorded.Text(Warned)).Succeeded);
        Assert.Equal("ended without a result (exit 137): Reconnecting... 1/5", _codex.ReadAnswer(Recorded.Text(Warned.Split('\n')[0], 137)).Failure);
    }

    [Fact]
    public void Codex_usage_takes_cached_tokens_out_of_the_input()
    {
        var usage = _codex.ReadUsage(Recorded.Output("codex", "tools", 0));

        Assert.NotNull(usage);
        Assert.Equal((3100, 2900, 0, 200, 50), (usage.Input, usage.CacheRead, usage.CacheWrite, usage.Output, usage.Reasoning));
    }

    [Fact]
    public void Codex_usage_is_absent_without_a_completed_turn()
    {
        Assert.Null(_codex.ReadUsage(Recorded.Output("codex", "usage-limit", 1)));
    }
}
