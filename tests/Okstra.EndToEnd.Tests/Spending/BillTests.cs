using System.Diagnostics;
using System.Text.Json;
using Okstra.EndToEnd.Tests.Rig;
using Okstra.Testing;

namespace Okstra.EndToEnd.Tests.Spending;

/// <summary>What okstra charges, what the CLIs report, what their logs say and what the model server billed are one number.</summary>
public sealed class BillTests
{
    [Fact]
    public async Task Charges_reports_and_logs_of_the_three_real_clis_equal_what_the_models_billed()
    {
        await using var clis = await RealClis.StartAsync(BilledRun.Scenario());
        var (repository, brief) = PlantedBug.Create(clis.Root);

        var run = await OkstraRun.RunAsync(repository.Folder, brief, clis.Environment, more: BilledRun.NamedModel);
        run.AssertComplete();
        var usage = await Child.RunAsync(BuiltProgram.Okstra, ["usage", "--all", "--json"], clis.Root, OkstraRun.Environment(clis.Environment), TimeSpan.FromMinutes(1));

        Assert.Equal(0, usage.ExitCode);
        var agents = JsonElement.Parse(usage.Output).GetProperty("data").GetProperty("agents");
        var charges = run.Ledger("charged");
        Assert.All(charges, charge => Assert.Equal("reported", charge.GetProperty("source").GetString()));
        foreach (var (provider, driver) in BilledRun.Drivers)
        {
            var billed = await clis.Models.BilledAsync(provider);
            Assert.True(billed >= BilledRun.Analysis, $"{driver} was billed {billed}");
            Assert.Equal((driver, billed), (driver, agents.GetProperty(driver).GetProperty("totals").GetProperty("total").GetInt64()));
            Assert.Equal((driver, billed), (driver, OkstraRun.Tokens(charges.Where(charge => charge.GetProperty("driver").GetString() == driver))));
        }
    }

    [Fact]
    public async Task A_budget_ends_a_run_of_real_clis_at_most_one_turn_over_and_more_budget_goes_on()
    {
        await using var clis = await RealClis.StartAsync(BilledRun.Scenario());
        var (repository, brief) = PlantedBug.Create(clis.Root);
        const int Budget = BilledRun.Analysis + 10;

        var stopped = await OkstraRun.RunAsync(repository.Folder, brief, clis.Environment, more: [.. BilledRun.NamedModel, "--budget", $"{Budget}"]);

        Assert.Equal(2, stopped.Child.ExitCode);
        Assert.Equal("budget-exhausted", stopped.Data.GetProperty("status").GetString());
        long billed = 0;
        foreach (var provider in BilledRun.Drivers.Keys)
        {
            billed += await clis.Models.BilledAsync(provider);
        }

        Assert.InRange(billed, Budget, Budget + BilledRun.Analysis);
        Assert.Equal(billed, OkstraRun.Tokens(stopped.Ledger("charged")));

        var resumed = await OkstraRun.ResumeAsync(repository.Folder, clis.Environment, "--budget", "+1m");

        resumed.AssertComplete();
        Assert.Equal(1, resumed.Class("full-consensus"));
        Assert.Equal(resumed.Ledger("charged").Count, resumed.Ledger("charged").Select(charge => charge.GetProperty("dispatchId").GetString()).Distinct().Count());
    }

    [Theory]
    [InlineData("reroute")]
    [InlineData("skip")]
    public async Task What_was_used_before_a_limit_is_charged_to_the_vendor_that_used_it(string mode)
    {
        // codex says nothing about the tokens of a turn that failed; its log does.
        await using var clis = await RealClis.StartAsync(BilledRun.Scenario().Analysis(
            Provider.Openai, Turn.Look(Provider.Openai).Billed(Provider.Openai, 1000, 100), Turn.UsageLimit(Provider.Openai, DateTimeOffset.UtcNow.AddHours(2))));
        var (repository, brief) = PlantedBug.Create(clis.Root);

        var run = await OkstraRun.RunAsync(repository.Folder, brief, clis.Environment, more: [.. BilledRun.NamedModel, "--on-limit", mode]);

        run.AssertComplete();
        Assert.Equal(1100, await clis.Models.BilledAsync(Provider.Openai));
        foreach (var (provider, driver) in BilledRun.Drivers.Where(pair => pair.Key != Provider.Gemini))
        {
            Assert.Equal((driver, await clis.Models.BilledAsync(provider)), (driver, OkstraRun.Tokens(run.Ledger("charged").Where(charge => charge.GetProperty("driver").GetString() == driver))));
        }
    }

    [Fact]
    public async Task A_killed_run_is_charged_from_the_logs_for_what_was_billed_before_the_kill()
    {
        // Each model bills a look at the files and then never answers, until the run is resumed.
        var busy = new ScenarioBuilder();
        foreach (var provider in Enum.GetValues<Provider>())
        {
            busy.Analysis(provider, Turn.Look(provider).Billed(provider, 1000, 100), Turn.Attempts(Turn.Hang(), Turn.Answer(provider, Answers.Findings(PlantedBug.Cause())).Billed(provider, 2000, 200)))
                .Voter(provider, Turn.Answer(provider, Answers.Votes(PlantedBug.Agree("F-001").Vote)).Billed(provider, 500, 50));
        }

        await using var clis = await RealClis.StartAsync(busy);
        var (repository, brief) = PlantedBug.Create(clis.Root);
        using var engine = Child.Start(BuiltProgram.Okstra, [.. OkstraRun.Arguments(brief, "claude,codex,gemini"), .. BilledRun.NamedModel], repository.Folder, OkstraRun.Environment(clis.Environment));
        await HangingAsync(clis, engine);
        engine.Kill();
        await engine.WaitForExitAsync(TestContext.Current.CancellationToken);

        var resumed = await OkstraRun.ResumeAsync(repository.Folder, clis.Environment);

        resumed.AssertComplete();
        var charges = resumed.Ledger("charged");
        Assert.Equal(["claude", "codex", "gemini"], charges.Where(charge => charge.GetProperty("source").GetString() == "log").Select(charge => charge.GetProperty("driver").GetString()!).Order(StringComparer.Ordinal));
        foreach (var (provider, driver) in BilledRun.Drivers)
        {
            Assert.Equal((driver, await clis.Models.BilledAsync(provider)), (driver, OkstraRun.Tokens(charges.Where(charge => charge.GetProperty("driver").GetString() == driver))));
        }
    }

    /// <summary>Waits until all three models were asked for the turn they never answer.</summary>
    private static async Task HangingAsync(RealClis clis, Process engine)
    {
        while (true)
        {
            Assert.False(engine.HasExited, "the run ended before all three hung");
            var asked = (await clis.Models.RequestsAsync()).Where(request => request.TryGetProperty("label", out var label) && label.GetString()!.EndsWith(":1#0", StringComparison.Ordinal));
            if (asked.Select(request => request.GetProperty("provider").GetString()).Distinct(StringComparer.Ordinal).Count() == 3)
            {
                return;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
