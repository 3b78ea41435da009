using Okstra.Core.Limits;
using Okstra.Processes.Agents;
using Okstra.Testing;

namespace Okstra.Processes.Tests.Agents;

/// <summary>Which endings of the CLIs are limits, and what they say about their end.</summary>
public sealed class LimitEndingTests
{
    private const string Rollout = """
        {"timestamp":"2026-11-20T11:33:07Z","type":"event_msg","payload":{"type":"token_count","info":null,"rate_limits":{"limit_id":"codex","primary":{"used_percent":97.5,"window_minutes":300,"resets_at":1795200000},"secondary":{"used_percent":40.0,"window_minutes":10080,"resets_at":1795209999}}}}
        {"timestamp":"2026-11-20T11:33:08Z","type":"event_msg","payload":{"type":"token_count","info":null,"rate_limits":{"limit_id":"codex","primary":{"used_percent":100.0,"window_minutes":300,"resets_at":1795200000},"secondary":null}}}
        {"torn
        """;

    [Fact]
    public void A_subscription_of_claude_names_the_second()
    {
        var limit = Limit("claude", "subscription-limit", 1);

        Assert.Equal((LimitKind.UsageLimit, DateTimeOffset.Parse("2026-11-20T18:40:00Z", System.Globalization.CultureInfo.InvariantCulture)), (limit?.Kind, limit?.ResetsAt));
    }

    [Theory]
    [InlineData(429, "API Error: Request rejected (429)", LimitKind.RateLimit)]
    [InlineData(529, "API Error: Overloaded", LimitKind.Overloaded)]
    [InlineData(503, "API Error", LimitKind.Overloaded)]
    [InlineData(400, "Credit balance is too low", LimitKind.NoCredit)]
    [InlineData(500, "API Error", null)]
    [InlineData(401, "Invalid API key", null)]
    public void A_key_of_claude_has_a_status_only(int status, string text, LimitKind? kind)
    {
        var output = Recorded.Text($$"""{"type":"result","subtype":"success","is_error":true,"api_error_status":{{status}},"session_id":"s","result":"{{text}}"}""", 1);

        var limit = CliVendors.Find("claude")!.ReadAnswer(output).Limit;

        Assert.Equal((kind, (DateTimeOffset?)null), (limit?.Kind, limit?.ResetsAt));
    }

    [Theory]
    [InlineData("usage-limit", LimitKind.UsageLimit)]
    [InlineData("rate-limit", LimitKind.RateLimit)]
    public void Codex_says_it_in_words(string recorded, LimitKind kind) => Assert.Equal(kind, Limit("codex", recorded, 1)?.Kind);

    [Theory]
    [InlineData("Quota exceeded. Check your plan and billing details.", LimitKind.NoCredit)]
    [InlineData("Selected model is at capacity. Please try a different model.", LimitKind.Overloaded)]
    [InlineData("We’re currently experiencing high demand, which may cause temporary errors.", LimitKind.Overloaded)]
    [InlineData("rate limit exceeded: try later", LimitKind.RateLimit)]
    [InlineData("unexpected status 401 Unauthorized", null)]
    [InlineData("Codex ran out of room in the model's context window", null)]
    public void Codex_has_other_words_for_other_limits(string message, LimitKind? kind)
    {
        var output = Recorded.Text($$$"""{"type":"thread.started","thread_id":"t"}{{{"\n"}}}{"type":"turn.failed","error":{"message":"{{{message}}}"}}""", 1);

        Assert.Equal(kind, CliVendors.Find("codex")!.ReadAnswer(output).Limit?.Kind);
    }

    [Fact]
    public void The_log_of_codex_has_the_second_of_the_window_that_is_full()
    {
        var refined = CliVendors.Find("codex")!.Refine(new LimitSignal(LimitKind.UsageLimit, null, "try again at 6:40 PM"), Rollout);

        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1795200000), refined.ResetsAt);
    }

    [Fact]
    public void A_log_of_codex_without_a_full_window_names_no_end()
    {
        Assert.Null(CliVendors.Find("codex")!.Refine(new LimitSignal(LimitKind.UsageLimit, null, ""), Rollout.Split('\n')[0]).ResetsAt);
        Assert.Null(CliVendors.Find("codex")!.Refine(new LimitSignal(LimitKind.UsageLimit, null, ""), "garbage").ResetsAt);
    }

    [Theory]
    [InlineData(173, "Resource has been exhausted", LimitKind.RateLimit, null)]
    [InlineData(173, "You have exhausted your daily quota on this model.", LimitKind.UsageLimit, "gemini-2.5-pro")]
    [InlineData(247, "The model is overloaded.", LimitKind.Overloaded, null)]
    [InlineData(244, "Internal error", null, null)]
    [InlineData(145, "API key not valid", null, null)]
    public void Gemini_ends_with_the_status_and_a_days_quota_is_the_models(int exitCode, string message, LimitKind? kind, string? model)
    {
        var output = Recorded.Text($$$"""{"type":"init","session_id":"s","model":"gemini-2.5-pro"}{{{"\n"}}}{"type":"result","status":"error","error":{"type":"unknown","message":"{{{message}}}"}}""", exitCode);

        var limit = CliVendors.Find("gemini")!.ReadAnswer(output).Limit;

        Assert.Equal((kind, model), (limit?.Kind, limit?.Model));
    }

    [Fact]
    public void Only_a_session_with_finished_work_is_worth_going_on_with()
    {
        Assert.True(CliVendors.Find("codex")!.ReadAnswer(Recorded.Output("codex", "usage-limit", 1)).HasProgress);
        Assert.False(CliVendors.Find("claude")!.ReadAnswer(Recorded.Output("claude", "subscription-limit", 1)).HasProgress);
        Assert.False(CliVendors.Find("gemini")!.ReadAnswer(Recorded.Output("gemini", "rate-limit", 173)).HasProgress);
    }

    [Theory]
    [InlineData("claude", "--resume", "--session-id")]
    [InlineData("gemini", "--resume", "--session-id")]
    public void A_session_is_gone_on_with_instead_of_begun(string vendor, string resume, string begin)
    {
        var process = CliVendors.Find(vendor)!.BuildProcess(Invocations.For(CliVendors.Find(vendor)!) with { ResumedSession = "old" });

        Assert.Equal("old", process.Spec.Arguments[process.Spec.Arguments.ToList().IndexOf(resume) + 1]);
        Assert.DoesNotContain(begin, process.Spec.Arguments);
    }

    [Fact]
    public void Codex_goes_on_with_its_sandbox_said_before_the_word_resume()
    {
        var arguments = CliVendors.Find("codex")!.BuildProcess(Invocations.For(CliVendors.Find("codex")!) with { ResumedSession = "old" }).Spec.Arguments.ToList();

        Assert.Equal(["resume", "old", "-"], arguments[^3..]);
        Assert.InRange(arguments.IndexOf("read-only"), 0, arguments.IndexOf("resume"));
    }

    [Fact]
    public void The_log_of_a_codex_thread_is_looked_for_in_its_home()
    {
        var host = HermeticHost.Create("/home/ada");

        Assert.Equal(new SessionLogPlace("/home/ada/.codex/sessions", "-t1.jsonl"), CliVendors.Find("codex")!.LogOf(host, "t1"));
        Assert.Null(CliVendors.Find("claude")!.LogOf(host, "t1"));
    }

    private static LimitSignal? Limit(string vendor, string recorded, int exitCode) => CliVendors.Find(vendor)!.ReadAnswer(Recorded.Output(vendor, recorded, exitCode)).Limit;
}
