using System.Text.Json;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Converging;

/// <summary>Who carries a run on: the built-in auditors, several calls at once, and the engine in the middle of it.</summary>
public sealed class LeadHandoverTests
{
    [Fact]
    public async Task Built_in_auditors_are_carried_out_by_the_plan_itself()
    {
        using var project = SampleProject.Committed();
        var bundle = await project.Okstra.RunAsync("render-bundle", "--task-type", "error-analysis", "--brief", project.Brief, "--task-group", "g", "--task-id", "t", "--workers", "auditor");
        Assert.True(bundle.ExitCode == 0, bundle.Error);

        var refused = await project.Okstra.RunAsync("converge", "record", LedProject.Key, "--worker", "auditor-trace", "--round", "0", "--status", "error", "--reason", "no");
        var plan = await project.Okstra.RunAsync("converge", "plan", LedProject.Key, "--json");
        var lines = await project.Okstra.RunAsync("converge", "plan", LedProject.Key, "--tsv");
        var finish = await project.Okstra.RunAsync("converge", "finish", LedProject.Key, "--json");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("'auditor-trace' is built in", refused.Error, StringComparison.Ordinal);
        Assert.True(plan.ExitCode == 0, plan.Error);
        Assert.Equal(["done", "finish"], new[] { "stage", "next" }.Select(member => LedProject.DataOf(plan).GetProperty(member).GetString()));
        Assert.Contains(LedProject.DataOf(plan).GetProperty("recorded").EnumerateArray(), recorded => recorded.GetProperty("round").GetInt32() > 0);
        Assert.Equal("", lines.Output);
        Assert.True(finish.ExitCode == 0, finish.Error);
    }

    [Fact]
    public async Task Answers_recorded_at_the_same_time_are_all_recorded()
    {
        using var led = await LedProject.PreparedAsync();

        var endings = await Task.WhenAll(new[] { "ada", "bob", "cyd" }.Select(worker => led.RecordAsync(worker, 0, LedProject.Analysis(worker))));

        Assert.All(endings, ending => Assert.True(ending.ExitCode == 0, ending.Error));
        Assert.Equal(3, Directory.GetFiles(led.Results, "*.json").Length);
        Assert.Equal([0, 1, 2], endings.Select(ending => LedProject.DataOf(ending).GetProperty("open").GetInt32()).Order());
    }

    [Fact]
    public async Task A_call_during_a_native_run_waits_and_then_names_who_holds_it()
    {
        using var led = await LedProject.PreparedAsync();
        await using (File.Open(Path.Combine(Path.GetDirectoryName(led.State)!, "run-error-analysis-001.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            var refused = await led.Okstra.RunAsync("converge", "plan", LedProject.Key);

            Assert.Equal(1, refused.ExitCode);
            Assert.Contains("'run-error-analysis-001' is held by", refused.Error, StringComparison.Ordinal);
        }

        Assert.Equal(0, (await led.Okstra.RunAsync("converge", "plan", LedProject.Key)).ExitCode);
    }

    [Fact]
    public async Task The_engine_takes_a_half_led_run_over_and_keeps_what_is_recorded()
    {
        using var led = await LedProject.PreparedAsync();
        await led.PlanAsync();
        await led.RecordAsync("ada", 0, LedProject.AdasAnalysis);
        var recorded = await File.ReadAllBytesAsync(Path.Combine(led.Results, "ada-error-analysis-001.json"), TestContext.Current.CancellationToken);

        var resumed = await led.Okstra.RunAsync("resume", LedProject.Key, "--json");

        Assert.True(resumed.ExitCode == 0, resumed.Error);
        Assert.Equal(recorded, await File.ReadAllBytesAsync(Path.Combine(led.Results, "ada-error-analysis-001.json"), TestContext.Current.CancellationToken));
        Assert.Equal(
            ["bob", "cyd"],
            led.Journal().Where(entry => entry.GetProperty("kind").GetString() == "dispatch-superseded").Select(entry => WorkerOf(led, entry)).Order());
        using var state = JsonDocument.Parse(await File.ReadAllTextAsync(led.State, TestContext.Current.CancellationToken));
        Assert.Equal(["ada", "bob", "cyd"], state.RootElement.GetProperty("voters").EnumerateArray().Select(voter => voter.GetProperty("worker").GetString()));
        var late = await led.RecordAsync("bob", 0, LedProject.Analysis("bob"));
        Assert.Equal(1, late.ExitCode);
        Assert.Contains("already holds another answer", late.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_the_team_state_says_leads_stays_the_lead()
    {
        using var led = await LedProject.InRoundOneAsync();
        var team = Path.Combine(Path.GetDirectoryName(led.State)!, "team-state-error-analysis-001.json");
        var text = await File.ReadAllTextAsync(team, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            team,
            text.Replace("\"kind\": \"native\"", "\"kind\": \"session\"", StringComparison.Ordinal).Replace("\"sessionId\": \"\"", "\"sessionId\": \"chat-7\"", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        await led.VoteAsync("bob", 1, LedProject.Vote("F-001", "AGREE"));
        await led.VoteAsync("cyd", 1, LedProject.Vote("F-001", "AGREE"));
        await led.FinishAsync();
        Assert.Equal(0, (await led.Okstra.RunAsync("resume", LedProject.Key)).ExitCode);

        using var after = JsonDocument.Parse(await File.ReadAllTextAsync(team, TestContext.Current.CancellationToken));
        Assert.Equal(["session", "chat-7"], new[] { "kind", "sessionId" }.Select(member => after.RootElement.GetProperty("lead").GetProperty(member).GetString()));
        Assert.Equal("completed", after.RootElement.GetProperty("workers")[0].GetProperty("status").GetString());
    }

    private static string? WorkerOf(LedProject led, JsonElement superseded) => led.Journal()
        .First(entry => entry.GetProperty("kind").GetString() == "dispatch-started" && entry.GetProperty("dispatchId").GetString() == superseded.GetProperty("dispatchId").GetString())
        .GetProperty("worker").GetString();
}
