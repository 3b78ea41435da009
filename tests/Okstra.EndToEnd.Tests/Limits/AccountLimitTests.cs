using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Okstra.EndToEnd.Tests.Rig;
using Okstra.Testing;

namespace Okstra.EndToEnd.Tests.Limits;

/// <summary>A limit is the account's: every run of the machine heeds it, also after a kill.</summary>
public sealed class AccountLimitTests
{
    [Fact]
    public async Task A_limit_one_run_met_keeps_other_runs_from_asking_until_it_is_over()
    {
        await using var clis = await RealClis.StartAsync(BuggyCart().Analysis(Provider.Openai, Turn.UsageLimit(Provider.Openai, DateTimeOffset.UtcNow.AddHours(2))));
        var (repository, brief) = PlantedBug.Create(clis.Root);

        var first = await OkstraRun.RunAsync(repository.Folder, brief, clis.Environment, more: ["--task-id", "t-1", "--on-limit", "skip"]);
        var asked = await AskedAsync(clis, "openai");
        var second = await OkstraRun.RunAsync(repository.Folder, brief, clis.Environment, more: ["--task-id", "t-2", "--on-limit", "skip"]);

        first.AssertComplete();
        second.AssertComplete();
        Assert.Equal(1, asked);
        Assert.Equal(1, await AskedAsync(clis, "openai"));
        Assert.All([first, second], run => Assert.Equal("not-run", run.Worker("codex").Status));
        Assert.All([first, second], run => Assert.Contains("usage limit of codex until", run.Worker("codex").Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_killed_while_it_waits_waits_again_when_resumed_and_asks_once()
    {
        var reset = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 40);
        await using var clis = await RealClis.StartAsync(BuggyCart().Analysis(
            Provider.Openai, Turn.Attempts(Turn.UsageLimit(Provider.Openai, reset), Turn.Answer(Provider.Openai, Answers.Findings(PlantedBug.Cause())))));
        var (repository, brief) = PlantedBug.Create(clis.Root);
        using var engine = Child.Start(BuiltProgram.Okstra, OkstraRun.Arguments(brief, "claude,codex,gemini"), repository.Folder, OkstraRun.Environment(clis.Environment));
        var journal = await WaitingAsync(repository.Folder, engine);
        engine.Kill();
        await engine.WaitForExitAsync(TestContext.Current.CancellationToken);

        var resumed = await OkstraRun.ResumeAsync(repository.Folder, clis.Environment);

        resumed.AssertComplete();
        Assert.Equal(("completed", ""), resumed.Worker("codex"));
        var analyses = (await clis.Models.RequestsAsync()).Where(IsAnalysis).Select(request => DateTimeOffset.Parse(request.GetProperty("at").GetString()!, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(2, analyses.Count);
        Assert.True(analyses[0] < reset && analyses[1] >= reset, $"asked at {string.Join(", ", analyses)}, the limit ended at {reset}");
        Assert.Contains("dispatch-superseded", await File.ReadAllTextAsync(journal, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("credit", "no credit left for claude", "fill up the account")]
    [InlineData("rate_limit", "rate limit of claude until", "--max-wait waits longer")]
    public async Task What_waiting_does_not_help_or_may_not_last_pauses_the_run_and_resume_goes_on(string error, string words, string advice)
    {
        await using var clis = await RealClis.StartAsync(BuggyCart().Analysis(Provider.Anthropic, Turn.Error(error)));
        var (repository, brief) = PlantedBug.Create(clis.Root);

        var paused = await OkstraRun.RunAsync(repository.Folder, brief, clis.Environment, more: ["--max-wait", "0s"]);

        Assert.Equal(2, paused.Child.ExitCode);
        Assert.Equal("blocked", paused.Data.GetProperty("status").GetString());
        Assert.Contains(words, paused.Child.Error, StringComparison.Ordinal);
        Assert.Contains(advice, paused.Child.Error, StringComparison.Ordinal);

        var resumed = await OkstraRun.ResumeAsync(repository.Folder, clis.Environment, "--on-limit", "skip");

        resumed.AssertComplete();
        Assert.Equal("not-run", resumed.Worker("claude").Status);
        Assert.Equal(("completed", ""), resumed.Worker("codex"));
    }

    [Fact]
    public async Task An_overload_nobody_wants_to_wait_for_is_an_error_of_the_worker()
    {
        await using var clis = await RealClis.StartAsync(BuggyCart().Analysis(Provider.Anthropic, Turn.Error("overloaded")));
        var (repository, brief) = PlantedBug.Create(clis.Root);

        var run = await OkstraRun.RunAsync(repository.Folder, brief, clis.Environment, more: ["--max-wait", "0s"]);

        run.AssertComplete();
        Assert.Equal("error", run.Worker("claude").Status);
        Assert.Contains("overload of claude until", run.Worker("claude").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_calls_of_a_cli_run_at_once_on_the_machine_than_its_cap_allows()
    {
        // Two runs on two repositories share a home; who finds the folder of the other at work writes it down.
        const string Busy = """mkdir "$HOME/busy" 2>/dev/null && mine=1 || echo x >>"$HOME/together"; sleep 1; [ -n "$mine" ] && rmdir "$HOME/busy"; answer""";
        using var clis = new FakeClis().With("claude", Busy).Install();
        var together = Path.Combine(clis.Home, "together");

        await TwoRunsAsync(clis, "uncapped");
        var uncapped = File.Exists(together);
        File.Delete(together);
        Directory.CreateDirectory(Path.Combine(clis.Home, ".okstra"));
        await File.WriteAllTextAsync(Path.Combine(clis.Home, ".okstra", "machine.json"), """{ "concurrency": { "claude": 1 } }""", TestContext.Current.CancellationToken);
        await TwoRunsAsync(clis, "capped");

        Assert.True(uncapped, "two runs never asked claude at the same time, so the cap proves nothing");
        Assert.False(File.Exists(together));
    }

    private static async Task TwoRunsAsync(FakeClis clis, string name)
    {
        var runs = await Task.WhenAll(Enumerable.Range(1, 2).Select(async number =>
        {
            var (repository, brief) = PlantedBug.Create(Path.Combine(clis.Root, $"{name}-{number}"));
            return await OkstraRun.RunAsync(repository.Folder, brief, clis.Environment, "claude,codex", "--project-id", $"{name}-{number}", "--task-id", $"{name}-{number}");
        }));
        Assert.All(runs, run => run.AssertComplete());
    }

    private static ScenarioBuilder BuggyCart()
    {
        var scenario = new ScenarioBuilder();
        foreach (var provider in Enum.GetValues<Provider>())
        {
            scenario.Findings(provider, Answers.Findings(PlantedBug.Cause())).Votes(provider, PlantedBug.Agree("F-001"));
        }

        return scenario;
    }

    private static async Task<int> AskedAsync(RealClis clis, string provider) => (await clis.Models.RequestsAsync()).Count(request => request.GetProperty("provider").GetString() == provider && request.GetProperty("main").GetBoolean());

    private static bool IsAnalysis(JsonElement request) => request.GetProperty("provider").GetString() == "openai" && request.GetProperty("label").GetString()!.Contains('#', StringComparison.Ordinal);

    /// <summary>Returns once the run's journal says that codex waits.</summary>
    private static async Task<string> WaitingAsync(string project, Process engine)
    {
        while (true)
        {
            Assert.False(engine.HasExited, "the run ended before it waited");
            var journal = Directory.Exists(Path.Combine(project, ".okstra")) ? Directory.EnumerateFiles(Path.Combine(project, ".okstra"), "journal-*.jsonl", SearchOption.AllDirectories).SingleOrDefault() : null;
            if (journal is not null && (await File.ReadAllTextAsync(journal, TestContext.Current.CancellationToken)).Contains("codex waits", StringComparison.Ordinal))
            {
                return journal;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
