using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Spending;

/// <summary>Runs under a budget, through the real program.</summary>
public sealed class BudgetRunTests
{
    [Fact]
    public async Task A_run_stops_at_its_budget_with_one_turn_over_at_most_and_goes_on_with_more()
    {
        using var project = new PaidProject();

        var stopped = await project.RunAsync("t-1", "--budget", "1500");

        Assert.Equal(2, stopped.ExitCode);
        Assert.Contains("PrepareError: budget-exhausted: 2,000 tokens of the run budget of 1,500 tokens are used", stopped.Error, StringComparison.Ordinal);
        Assert.Contains("okstra resume shop:g:t-1 --budget run=+<amount>", stopped.Error, StringComparison.Ordinal);
        Assert.Contains("status: budget-exhausted", stopped.Output, StringComparison.Ordinal);
        Assert.Equal("budget-exhausted", project.ManifestStatus("t-1"));
        var before = project.Charges("t-1");
        Assert.Equal(2 * PaidProject.Each, PaidProject.Tokens(before));

        var resumed = await project.Okstra.RunAsync("resume", "g/t-1", "--budget", "+1m");

        Assert.True(resumed.ExitCode == 0, resumed.Error);
        Assert.Equal("completed", project.ManifestStatus("t-1"));
        Assert.Equal(2, resumed.Error.Split('\n').Count(line => line.Contains("already on disk", StringComparison.Ordinal)));
        var charges = project.Charges("t-1");
        Assert.Equal(before.Select(Id), charges.Take(2).Select(Id));
        Assert.Equal(charges.Count, charges.Select(Id).Distinct().Count());
        Assert.Equal(charges.Count, charges.Select(charge => $"{charge.GetProperty("worker")}/{charge.GetProperty("round")}/{charge.GetProperty("batch")}").Distinct().Count());
    }

    [Fact]
    public async Task Resuming_without_more_budget_stops_again_and_uses_nothing()
    {
        using var project = new PaidProject();
        await project.RunAsync("t-1", "--budget", "1500");

        var again = await project.Okstra.RunAsync("resume", "g/t-1");

        Assert.Equal(2, again.ExitCode);
        Assert.Equal(2, project.Charges("t-1").Count);
    }

    [Fact]
    public async Task More_of_a_budget_that_does_not_exist_is_refused_and_a_new_one_is_taken()
    {
        using var project = new PaidProject();
        await project.RunAsync("t-1", "--budget", "1500");

        var money = await project.Okstra.RunAsync("resume", "g/t-1", "--budget", "+5usd");
        var other = await project.Okstra.RunAsync("resume", "g/t-1", "--budget", "task=+5m");
        var replaced = await project.Okstra.RunAsync("resume", "g/t-1", "--budget", "run=1m");

        Assert.Equal((1, 1, 0), (money.ExitCode, other.ExitCode, replaced.ExitCode));
        Assert.Contains("the run budget of shop:g:t-1 has no cap in US dollars that could be raised", money.Error, StringComparison.Ordinal);
        Assert.Contains("--budget task=<amount>", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_view_says_what_was_used_and_what_is_left()
    {
        using var project = new PaidProject();

        var run = await project.RunAsync("t-1", "--budget", "1m");

        Assert.Contains("used 1,000 tokens, price unknown · run budget left: 999,000 tokens", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--on-limit", "sleep", "valid: wait, reroute, skip")]
    [InlineData("--at-budget", "panic", "valid: finish, stop")]
    [InlineData("--max-wait", "8 hours", "valid: a whole number with s, m, h or d")]
    public async Task Unknown_terms_are_refused_with_what_is_valid(string option, string value, string words)
    {
        using var project = new PaidProject();

        var refused = await project.RunAsync("t-1", option, value);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(words, refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_history_workers_run_side_by_side_as_far_as_their_estimates_fit()
    {
        using var project = new PaidProject();
        Assert.Equal(0, (await project.RunAsync("t-1")).ExitCode);

        // Three analyses of 1000 each are known; two and a half fit.
        var stopped = await project.RunAsync("t-2", "--budget", "2500");

        Assert.Equal(2, stopped.ExitCode);
        Assert.Contains("the next dispatch may need 1,000 tokens", stopped.Error, StringComparison.Ordinal);
        Assert.Equal(2 * PaidProject.Each, PaidProject.Tokens(project.Charges("t-2")));
        Assert.Equal([1000, 1000], project.Ledger("t-2").Where(line => line.GetProperty("kind").GetString() == "reserved").Select(line => line.GetProperty("tokens").GetInt64()));
    }

    [Fact]
    public async Task A_task_budget_counts_every_run_of_the_task_and_a_run_budget_only_its_own()
    {
        using var project = new PaidProject();
        Assert.Equal(0, (await project.RunAsync("t-1")).ExitCode);
        var first = PaidProject.Tokens(project.Charges("t-1"));

        var second = await project.RunAsync("t-1", "--budget", $"task={first + 1}");
        var other = await project.RunAsync("t-2", "--budget", $"task={first + 1}");

        Assert.Equal(2, second.ExitCode);
        Assert.Contains("of the task budget of", second.Error, StringComparison.Ordinal);
        Assert.Empty(project.Charges("t-1", "002"));
        Assert.Equal(0, other.ExitCode);
    }

    [Fact]
    public async Task A_worker_budget_counts_each_worker_by_itself()
    {
        using var project = new PaidProject();

        var stopped = await project.RunAsync("t-1", "--budget", "worker=1500");

        Assert.Equal(2, stopped.ExitCode);
        Assert.Contains("of the worker budget of 1,500 tokens", stopped.Error, StringComparison.Ordinal);
        Assert.All(project.Charges("t-1").GroupBy(charge => charge.GetProperty("worker").GetString()), own => Assert.InRange(PaidProject.Tokens(own), 1000, 2000));
    }

    [Fact]
    public async Task A_budget_in_money_stops_when_what_was_used_has_no_price()
    {
        using var project = new PaidProject();

        var stopped = await project.RunAsync("t-1", "--budget", "5usd");

        Assert.Equal(2, stopped.ExitCode);
        Assert.Contains("has no price, so the run budget of $5.00 cannot be kept", stopped.Error, StringComparison.Ordinal);
        Assert.Single(project.Charges("t-1"));
    }

    [Fact]
    public async Task A_budget_in_money_is_counted_at_the_prices_of_the_user()
    {
        using var project = new PaidProject();
        Directory.CreateDirectory(project.OkstraHome);
        await File.WriteAllTextAsync(
            Path.Combine(project.OkstraHome, "prices.json"),
            """{ "date": "2026-11-01", "source": "test", "models": [ { "model": "none", "vendor": "test", "input": 1000, "output": 1000 } ] }""",
            TestContext.Current.CancellationToken);

        // 1000 tokens at 1000 dollars a million are a dollar.
        var stopped = await project.RunAsync("t-1", "--budget", "$1.50");

        Assert.Equal(2, stopped.ExitCode);
        Assert.Contains("$2.00 of the run budget of $1.50 are used", stopped.Error, StringComparison.Ordinal);
        Assert.Equal(["2026-11-01", "2026-11-01"], project.Charges("t-1").Select(charge => charge.GetProperty("pricesOf").GetString()));
    }

    [Theory]
    [InlineData("0", "a budget of 0, with which no worker could start")]
    [InlineData("run=0usd", "a budget of 0, with which no worker could start")]
    [InlineData("-5", "is no budget")]
    [InlineData("team=5", "is no budget")]
    [InlineData("1.5", "is not an amount okstra can count")]
    [InlineData("2kusd", "is no budget")]
    [InlineData("+5", "adds to a budget, and a new run has none yet")]
    public async Task What_is_no_budget_is_refused_before_anything_is_written(string budget, string words)
    {
        using var project = new PaidProject();

        var refused = await project.RunAsync("t-1", $"--budget={budget}");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(words, refused.Error, StringComparison.Ordinal);
        Assert.Contains("hint: ", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(project.Root, ".okstra", "tasks")));
    }

    [Fact]
    public async Task The_projects_budget_holds_unless_the_command_says_otherwise_and_is_named_when_it_is_none()
    {
        using var project = new PaidProject();
        Assert.Equal(0, (await project.RunAsync("t-1")).ExitCode);
        var file = Path.Combine(project.Root, ".okstra", "project.json");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, text.Insert(text.IndexOf('{', StringComparison.Ordinal) + 1, "\"budgets\": { \"run\": { \"tokens\": 1000 } },"), TestContext.Current.CancellationToken);

        var held = await project.RunAsync("t-2");
        var overridden = await project.RunAsync("t-3", "--budget", "1m");
        await File.WriteAllTextAsync(file, text.Insert(text.IndexOf('{', StringComparison.Ordinal) + 1, "\"budgets\": { \"phase\": { \"usd\": 0 } },"), TestContext.Current.CancellationToken);
        var refused = await project.RunAsync("t-4");

        Assert.Equal(2, held.ExitCode);
        Assert.Equal(0, overridden.ExitCode);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains($"'{file}' gives the phase a budget of 0 US dollars", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tasks_own_budget_in_its_manifest_holds_for_its_later_runs()
    {
        using var project = new PaidProject();
        Assert.Equal(0, (await project.RunAsync("t-1")).ExitCode);
        var file = Path.Combine(project.Root, ".okstra", "tasks", "g", "t-1", "task-manifest.json");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, text.Insert(text.IndexOf('{', StringComparison.Ordinal) + 1, "\"budgets\": { \"run\": { \"tokens\": 1000 } },"), TestContext.Current.CancellationToken);

        var held = await project.RunAsync("t-1");

        Assert.Equal(2, held.ExitCode);
        Assert.Contains("of the run budget of 1,000 tokens", held.Error, StringComparison.Ordinal);
        Assert.Contains("\"budgets\"", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_estimate_comes_from_the_projects_own_runs_and_writes_nothing()
    {
        using var project = new PaidProject();
        var unknown = await project.RunAsync("t-9", "--estimate");
        foreach (var task in new[] { "t-1", "t-2", "t-3" })
        {
            Assert.Equal(0, (await project.RunAsync(task)).ExitCode);
        }

        var used = PaidProject.Tokens(project.Charges("t-1"));
        var known = await project.RunAsync("t-9", "--estimate", "--json", "--budget", "1000");

        Assert.Equal(0, unknown.ExitCode);
        Assert.Contains("estimate: unknown; it takes 3 earlier runs", unknown.Output, StringComparison.Ordinal);
        var answer = System.Text.Json.JsonElement.Parse(known.Output).GetProperty("data");
        Assert.Equal(used, answer.GetProperty("median").GetProperty("tokens").GetInt64());
        Assert.Equal(used, answer.GetProperty("p90").GetProperty("tokens").GetInt64());
        Assert.Equal("may not be enough", answer.GetProperty("budgets")[0].GetProperty("verdict").GetString());
        Assert.All(answer.GetProperty("workers").EnumerateArray(), worker => Assert.Equal(3, worker.GetProperty("earlierRuns").GetInt32()));
        Assert.False(Directory.Exists(Path.Combine(project.Root, ".okstra", "tasks", "g", "t-9")));
    }

    [Fact]
    public async Task At_the_budget_workers_that_run_finish_or_are_stopped_as_asked()
    {
        // With a history two run side by side: the quick one uses far more than expected and ends the budget while the slow one still runs.
        using var project = new PaidProject();
        Assert.Equal(0, (await project.RunAsync("t-1")).ExitCode);
        var scenario = $$"""
            { "workers": [
              { "name": "ada", "vendor": "one", "rounds": { "0": { "usage": { "input": 9000 }, "delayMs": 300, "answer": {{Scenarios.Answer("ada")}} } } },
              { "name": "bob", "vendor": "two", "rounds": { "0": { "usage": { "input": 1000 }, "delayMs": 4000, "answer": {{Scenarios.Answer("bob")}} } } },
              { "name": "cyd", "vendor": "three", "rounds": { "0": { "usage": { "input": 1000 }, "answer": {{Scenarios.Answer("cyd")}} } } } ] }
            """;
        await File.WriteAllTextAsync(project.Scenario, scenario, TestContext.Current.CancellationToken);

        var finished = await project.RunAsync("t-2", "--budget", "2500");
        var stopped = await project.RunAsync("t-3", "--budget", "2500", "--at-budget", "stop");

        Assert.Equal((2, 2), (finished.ExitCode, stopped.ExitCode));
        Assert.Contains("bob completed", finished.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("bob completed", stopped.Error, StringComparison.Ordinal);
    }

    private static string Id(System.Text.Json.JsonElement charge) => charge.GetProperty("dispatchId").GetString()!;
}
