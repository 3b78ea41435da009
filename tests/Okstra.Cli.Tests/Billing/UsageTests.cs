using System.Text.Json.Nodes;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Billing;

/// <summary><c>okstra usage</c>: the bill of tasks.</summary>
public sealed class UsageTests : IClassFixture<ChargedProject>
{
    private readonly ChargedProject _project;

    public UsageTests(ChargedProject project)
    {
        _project = project;
        _project.Reset();
    }

    private int Count => _project.Dispatches.Count;

    private long Input => 1000L * Count * (Count + 1) / 2;

    private static void Refused(OkstraEnding ending, string because)
    {
        Assert.True(ending.ExitCode == 1, ending.Output);
        Assert.Contains(because, ending.Error, StringComparison.Ordinal);
        Assert.Contains("hint: ", ending.Error, StringComparison.Ordinal);
    }

    private static long Tokens(JsonNode row, string kind = "input") => row["usage"]?[kind]?.GetValue<long>() ?? 0;

    [Theory]
    [InlineData("task", "shop:g:t-1")]
    [InlineData("phase", "error-analysis")]
    [InlineData("run", "shop:g:t-1 error-analysis 001")]
    [InlineData("worker", "ada", "bob", "cyd")]
    [InlineData("model", "gemini-2.5-pro", "gpt-5.5", "opus")]
    [InlineData("day", "2026-11-20", "2026-11-21", "2026-11-22")]
    public async Task Every_way_to_break_it_down_adds_up_to_the_same_sum(string by, params string[] keys)
    {
        _project.Charge();

        var bill = await _project.BillAsync("--by", by);

        var rows = bill["rows"]!.AsArray();
        Assert.Equal(keys, rows.Select(row => row!["key"]!.GetValue<string>()));
        Assert.Equal(Input, Tokens(bill["sum"]!));
        Assert.Equal(Input, rows.Sum(row => Tokens(row!)));
        Assert.Equal(bill["sum"]!["costUsd"]!.GetValue<decimal>(), rows.Sum(row => row!["costUsd"]!.GetValue<decimal>()));
        Assert.Equal(Count, bill["sum"]!["dispatches"]!.GetValue<int>());
        Assert.Matches("^20[0-9-]{8}$", bill["pricesOf"]!.GetValue<string>());
    }

    [Fact]
    public async Task Cost_per_accepted_finding_is_the_cost_over_what_the_run_confirmed()
    {
        _project.Charge();

        var sum = (await _project.BillAsync())["sum"]!;

        Assert.True(_project.Accepted > 0);
        Assert.Equal(_project.Accepted, sum["acceptedFindings"]!.GetValue<int>());
        Assert.Equal(sum["costUsd"]!.GetValue<decimal>() / _project.Accepted, sum["costPerAcceptedUsd"]!.GetValue<decimal>(), 5);
    }

    [Fact]
    public async Task A_dispatch_charged_twice_is_billed_once_and_one_cut_off_and_repeated_is_billed_for_both()
    {
        _project.Charge();
        _project.Charge();
        Assert.Equal(Input, Tokens((await _project.BillAsync())["sum"]!));

        var (worker, round, batch) = _project.Dispatches[0];
        _project.Charge(worker, round, batch, "d-repeated", "claude", "opus", "s-repeated", 7, 7, "2026-11-20");
        await File.AppendAllTextAsync(_project.Ledger, "{\"kind\":\"charged\",\"at\":\"2026-11-2", TestContext.Current.CancellationToken);
        Assert.Equal(Input + 7, Tokens((await _project.BillAsync())["sum"]!));
    }

    [Fact]
    public async Task Models_of_one_dispatch_are_priced_apart_and_it_is_one_dispatch()
    {
        await File.WriteAllTextAsync(
            _project.Ledger,
            """{"kind":"charged","at":"2026-11-20T10:00:00Z","dispatchId":"d-1","worker":"ada","round":0,"batch":1,"driver":"claude","model":"opus","sessionId":"s-1","usage":{"input":3000000,"output":0},"models":[{"model":"claude-opus-4-8","usage":{"input":1000000,"output":0}},{"model":"claude-haiku-4-5-20251001","usage":{"input":2000000,"output":0}}],"costUsd":null,"pricesOf":null,"source":"reported"}""" + "\n"
            + """{"kind":"charged","at":"2026-11-20T10:00:00Z","dispatchId":"d-0","worker":"ada","round":0,"batch":1,"driver":"","model":"","sessionId":null,"usage":{},"costUsd":0,"pricesOf":null,"source":"none"}""" + "\n",
            TestContext.Current.CancellationToken);

        var rows = (await _project.BillAsync("--by", "model"))["rows"]!.AsArray().ToDictionary(row => row!["key"]!.GetValue<string>(), row => row!);
        var ada = (await _project.BillAsync("--by", "worker"))["rows"]!.AsArray().Single(row => row!["key"]!.GetValue<string>() == "ada")!;

        Assert.Equal((5m, 2m), (rows["claude-opus-4-8"]["costUsd"]!.GetValue<decimal>(), rows["claude-haiku-4-5-20251001"]["costUsd"]!.GetValue<decimal>()));
        Assert.Equal(7m, ada["costUsd"]!.GetValue<decimal>());
        Assert.Equal(_project.Dispatches.Count(dispatch => dispatch.Worker == "ada"), ada["dispatches"]!.GetValue<int>());
    }

    [Fact]
    public async Task Runs_older_than_the_ledger_are_billed_from_their_dispatch_documents()
    {
        var before = Directory.GetFiles(Path.Combine(_project.Run, "worker-results"), "ada-*.json").ToDictionary(path => path, File.ReadAllText);
        foreach (var (path, text) in before)
        {
            var document = JsonNode.Parse(text)!;
            document["usage"] = new JsonObject { ["input"] = 500, ["output"] = 50 };
            await File.WriteAllTextAsync(path, document.ToJsonString(), TestContext.Current.CancellationToken);
        }

        var rows = (await _project.BillAsync("--by", "worker"))["rows"]!.AsArray();
        foreach (var (path, text) in before)
        {
            await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        }

        var ada = rows.Single(row => row!["key"]!.GetValue<string>() == "ada")!;
        Assert.Equal(500L * ada["dispatches"]!.GetValue<int>(), Tokens(ada));
        var bob = rows.Single(row => row!["key"]!.GetValue<string>() == "bob")!;
        Assert.Equal((0, 0), (bob["reported"]!.GetValue<int>(), (int)Tokens(bob)));
        Assert.True(bob["dispatches"]!.GetValue<int>() > 0);
    }

    [Fact]
    public async Task A_difference_between_report_and_log_is_shown()
    {
        _project.Charge();
        _project.Logs.Claude("s-1", _project.Project.Root, output: 100);

        var shown = await _project.DoAsync("usage", "--by", "worker", "--reconcile");
        var bill = await _project.BillAsync("--by", "worker");

        // Reported 1000 + 100; the log has 10 + 100 + 7 + 100.
        var session = bill["sessions"]!.AsArray().Single(found => found!["session"]!.GetValue<string>() == "s-1")!;
        Assert.Equal((1100, 217, 883), (session["reported"]!.GetValue<int>(), session["logged"]!.GetValue<int>(), session["difference"]!.GetValue<int>()));
        Assert.Equal(883, bill["sum"]!["difference"]!.GetValue<int>());
        Assert.Contains("claude session s-1: reported 1,100, log 217, difference 883", shown.Output, StringComparison.Ordinal);
        Assert.Contains($"{Count} session(s): 1 compared with their logs, 1 with a difference (883 tokens in all), {Count - 1} without a log", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_are_counted_from_the_first_to_the_last()
    {
        _project.Charge();

        var bill = await _project.BillAsync("--by", "day", "--since", "2026-11-21", "--until", "2026-11-21");

        Assert.Equal(["2026-11-21"], bill["rows"]!.AsArray().Select(row => row!["key"]!.GetValue<string>()));
        var none = await _project.DoAsync("usage", "--since", "2027-01-01");
        Assert.Equal(0, none.ExitCode);
        Assert.Contains("nothing was charged", none.Output, StringComparison.Ordinal);
        Assert.Contains("okstra run", none.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_without_price_has_tokens_only_and_the_users_prices_give_it_one()
    {
        _project.Charge(model: "house-model");
        var shown = await _project.DoAsync("usage");
        Assert.Contains("no price, so tokens only: house-model", shown.Output, StringComparison.Ordinal);
        Assert.Null((await _project.BillAsync())["sum"]!["costUsd"]);

        await File.WriteAllTextAsync(Path.Combine(_project.Project.OkstraHome, "prices.json"), """{"date":"2026-12-24","source":"house","models":[{"model":"house-model","vendor":"me","input":1,"output":0}]}""", TestContext.Current.CancellationToken);
        var bill = await _project.BillAsync();
        Assert.Equal((Input / 1_000_000m, "2026-12-24"), (bill["sum"]!["costUsd"]!.GetValue<decimal>(), bill["pricesOf"]!.GetValue<string>()));

        await File.WriteAllTextAsync(Path.Combine(_project.Project.OkstraHome, "prices.json"), """{"date":"2026-12-24","source":"house","models":[{"model":"house-model","vendor":"me","input":-1,"output":0}]}""", TestContext.Current.CancellationToken);
        Refused(await _project.DoAsync("usage"), "'input' of model 'house-model'");
    }

    [Fact]
    public async Task Csv_and_page_say_what_json_says()
    {
        _project.Charge();
        var page = Path.Combine(_project.Project.TempPath, "bill.html");

        var csv = await _project.DoAsync("usage", "--by", "model", "--csv", "--html", page);

        Assert.Equal(0, csv.ExitCode);
        var lines = csv.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var bill = await _project.BillAsync("--by", "model");
        Assert.Equal(bill["rows"]!.AsArray().Count + 2, lines.Length);
        Assert.StartsWith("sum,", lines[^1], StringComparison.Ordinal);
        Assert.Contains(bill["sum"]!["usage"]!["total"]!.ToString(), lines[^1], StringComparison.Ordinal);
        Assert.Contains("<h1>Usage by model</h1>", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Refused(await _project.DoAsync("usage", "--html", page), "exists already");
    }

    [Fact]
    public async Task One_task_one_project_or_all_of_them()
    {
        _project.Charge();

        Assert.Equal(Input, Tokens((await _project.BillAsync("--task", "g/t-1"))["sum"]!));
        Assert.Equal(Input, Tokens((await _project.BillAsync("--project", _project.Project.Root))["sum"]!));
        Assert.Equal(Input, Tokens((await _project.BillAsync("--all-projects"))["sum"]!));
        Refused(await _project.DoAsync("usage", "--task", "g/t-2"), "there is no task");
        Refused(await _project.DoAsync("usage", "--project", "/"), "belongs to no registered project");
    }

    [Theory]
    [InlineData("--by 'week' is no way", "--by", "week")]
    [InlineData("--since 'yesterday' is no day", "--since", "yesterday")]
    [InlineData("--until '2026-02-30' is no day", "--until", "2026-02-30")]
    [InlineData("is after --until", "--since", "2026-11-02", "--until", "2026-11-01")]
    [InlineData("--all-projects does not go together", "--all-projects", "--task", "g/t-1")]
    [InlineData("two forms of one answer", "--json", "--csv")]
    [InlineData("only --json goes with it", "--all", "--by", "day")]
    public async Task What_makes_no_sense_is_refused(string because, params string[] arguments) => Refused(await _project.DoAsync(["usage", .. arguments]), because);

    [Fact]
    public async Task Names_of_strangers_reach_the_terminal_without_escapes()
    {
        _project.Charge("ada", 0, 1, "d-1", "claude", "\\u001b[31m[red]evil", "\\u001b]0;x", 10, 10, "2026-11-20");

        var shown = await _project.DoAsync("usage", "--by", "model", "--reconcile");

        Assert.Equal(0, shown.ExitCode);
        Assert.DoesNotContain('\u001b', shown.Output);
        Assert.Contains("[red]evil", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_machine_has_its_cost_by_model()
    {
        _project.Logs.Claude("s-1", _project.Project.Root, output: 100);
        _project.Logs.Codex("01a1f8bb-394c-7501-a8a4-693be777a678", _project.Project.Root, input: 3000, cached: 1000);

        var shown = await _project.DoAsync("usage", "--all");

        Assert.Equal(0, shown.ExitCode);
        Assert.Contains("claude-opus-4-8", shown.Output, StringComparison.Ordinal);

        // 2000 at 5 + 1000 at 0.5 + 50 at 30 dollars for a million.
        Assert.Contains("0.0120", shown.Output, StringComparison.Ordinal);
    }
}
