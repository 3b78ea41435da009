using System.Text.Json;
using Okstra.Processes.Agents;

namespace Okstra.Processes.Tests.Agents;

public sealed class GeminiVendorTests
{
    private readonly GeminiVendor _gemini = new();

    [Fact]
    public void Gemini_runs_headless_in_default_mode_under_a_policy_that_denies_writing()
    {
        var process = _gemini.BuildProcess(Invocations.For(_gemini));

        Assert.Equal("stream-json", process.After("-o"));
        Assert.Equal("default", process.After("--approval-mode"));
        Assert.Equal("none", process.After("--allowed-mcp-server-names"));
        Assert.Equal("/srv/run/support/gemini-read-only.toml", process.After("--admin-policy"));
        Assert.Contains("--skip-trust", process.Spec.Arguments);
        Assert.Equal("true", process.Spec.Environment["GEMINI_CLI_NO_RELAUNCH"]);
        Assert.All(["write_file", "replace", "run_shell_command"], tool => Assert.Contains($"\"{tool}\"", process.SupportFiles["gemini-read-only.toml"], StringComparison.Ordinal));
    }

    [Fact]
    public void Gemini_retries_a_little_unless_the_user_brings_own_defaults()
    {
        var invocation = Invocations.For(_gemini);
        var own = new Dictionary<string, string>(invocation.Environment, StringComparer.Ordinal) { ["GEMINI_CLI_SYSTEM_DEFAULTS_PATH"] = "/etc/own.json" };

        var process = _gemini.BuildProcess(invocation);
        var untouched = _gemini.BuildProcess(invocation with { Environment = own });

        Assert.Equal("/srv/run/support/gemini-defaults.json", process.Spec.Environment["GEMINI_CLI_SYSTEM_DEFAULTS_PATH"]);
        Assert.Equal(3, JsonElement.Parse(process.SupportFiles["gemini-defaults.json"]).GetProperty("general").GetProperty("maxAttempts").GetInt32());
        Assert.Equal("/etc/own.json", untouched.Spec.Environment["GEMINI_CLI_SYSTEM_DEFAULTS_PATH"]);
        Assert.DoesNotContain("gemini-defaults.json", untouched.SupportFiles.Keys);
    }

    [Fact]
    public void Gemini_keeps_its_error_reports_with_the_dispatch()
    {
        Assert.Equal("/srv/run/support", _gemini.BuildProcess(Invocations.For(_gemini)).Spec.Environment["TMPDIR"]);
    }

    [Theory]
    [InlineData("tools", "final answer")]
    [InlineData("sub-agent", "main final")]
    [InlineData("router", "hi")]
    [InlineData("fenced-answer", "```json\n{\"schemaVersion\":1}\n```")]
    public void Gemini_answers_with_what_it_says_after_its_last_tool(string recorded, string expected)
    {
        var answer = _gemini.ReadAnswer(Recorded.Output("gemini", recorded, 0));

        Assert.True(answer.Succeeded, answer.Failure);
        Assert.Equal(expected, answer.Text);
        Assert.NotNull(answer.SessionId);
    }

    [Theory]
    [InlineData("rate-limit", 173, "HTTP 429: <elided>")]
    [InlineData("empty-answer", 0, "result error: The model returned an empty response with no text or thoughts. This may be a transient API issue; please try again.")]
    [InlineData("killed-by-sigterm", 0, "ended without a result (exit 0)")]
    public void Gemini_failures_name_their_reason(string recorded, int exitCode, string expected)
    {
        var answer = _gemini.ReadAnswer(Recorded.Output("gemini", recorded, exitCode));

        Assert.False(answer.Succeeded);
        Assert.Equal(expected, answer.Failure);
    }

    [Theory]
    [InlineData("server-error", 244, "HTTP 500: [API Error: ")]
    [InlineData("wrong-key", 144, "HTTP 400: [API Error: ")]
    public void Gemini_exit_code_is_the_low_byte_of_the_status(string recorded, int exitCode, string expected)
    {
        Assert.StartsWith(expected, _gemini.ReadAnswer(Recorded.Output("gemini", recorded, exitCode)).Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(41, "not signed in: no API key and no login (exit 41)")]
    [InlineData(55, "folder not trusted (exit 55)")]
    [InlineData(53, "turn limit of the user's settings reached (exit 53)")]
    [InlineData(137, "ended without a result (exit 137): last words")]
    public void Gemini_silent_endings_are_told_by_their_exit_code(int exitCode, string expected)
    {
        Assert.Equal(expected, _gemini.ReadAnswer(Recorded.Text("", exitCode, "noise\nlast words\n")).Failure);
    }

    [Fact]
    public void Gemini_success_without_a_word_is_a_failure()
    {
        const string Silent = """
            {"type":"message","role":"user","content":"the prompt"}
            {"type":"message","role":"assistant","content":"I will look"}
            {"type":"tool_use","tool_name":"glob"}
            {"type":"result","status":"success","stats":{}}
            """;

        Assert.Equal("finished with an empty answer", _gemini.ReadAnswer(Recorded.Text(Silent)).Failure);
    }

    [Fact]
    public void Gemini_usage_separates_the_cache_and_keeps_the_total_with_thoughts()
    {
        var usage = _gemini.ReadUsage(Recorded.Output("gemini", "tools", 0));

        Assert.NotNull(usage);
        Assert.Equal((9000, 1000, 315, 10315), (usage.Input, usage.CacheRead, usage.Output, usage.Total));
    }

    [Fact]
    public void Gemini_usage_includes_sub_agents_and_is_absent_without_a_result()
    {
        Assert.Equal(3333, _gemini.ReadUsage(Recorded.Output("gemini", "sub-agent", 0))?.Total);
        Assert.Null(_gemini.ReadUsage(Recorded.Output("gemini", "killed-by-sigterm", 0)));
    }
}
