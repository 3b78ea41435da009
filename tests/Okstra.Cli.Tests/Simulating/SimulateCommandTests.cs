using System.Text.Json;
using Okstra.Cli.Tests.Support;
using Okstra.Testing;

namespace Okstra.Cli.Tests.Simulating;

public sealed class SimulateCommandTests
{
    private static readonly string[] Policies = ["single", "union", "majority-raised", "majority-agreeable", "veto-evidence", "refute-all", "refute-all-oracle"];
    private static readonly string[] Few = ["simulate", "--changes", "300"];

    [Fact]
    public async Task Plain_answer_has_the_three_cases_and_seven_policies_member_by_member()
    {
        using var folder = new TempFolder();

        var ending = await Okstra(folder).RunAsync("simulate", "--seed", "7", "--changes", "20000", "--json");

        Assert.True(ending.ExitCode == 0, ending.Error);
        Assert.Equal("", ending.Error);
        using var answer = JsonDocument.Parse(ending.Output);
        Assert.Equal(["schemaVersion", "data"], Members(answer.RootElement));
        Assert.Equal(1, answer.RootElement.GetProperty("schemaVersion").GetInt32());
        var data = answer.RootElement.GetProperty("data");
        Assert.Equal(["seed", "changes", "workers", "rounds", "emptyRate", "commonShock", "note", "cases", "html"], Members(data));
        Assert.Equal((7, 20_000, 3, 1), (data.GetProperty("seed").GetInt32(), data.GetProperty("changes").GetInt32(), data.GetProperty("workers").GetInt32(), data.GetProperty("rounds").GetInt32()));
        Assert.Contains("not evidence about real LLMs", data.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, data.GetProperty("html").ValueKind);
        var cases = data.GetProperty("cases").EnumerateArray().ToList();
        Assert.Equal(
            [("independent", .5, .475, .1, .05), ("correlated", .5, .475, .35, .2), ("noisy", .4, 1.14, .35, .2)],
            cases.Select(one => (one.GetProperty("name").GetString()!, Number(one, "detection"), Number(one, "falseFindings"), Number(one, "rho"), Number(one, "shared"))));
        foreach (var one in cases)
        {
            Assert.Equal(["name", "detection", "falseFindings", "precisionOfOne", "rho", "shared", "effectiveVotes", "policies"], Members(one));
            var policies = one.GetProperty("policies").EnumerateArray().ToList();
            Assert.Equal(Policies, policies.Select(policy => policy.GetProperty("policy").GetString()));
            Assert.All(policies, policy => Assert.Equal(["policy", "verifier", "precision", "recall", "f1", "findingsPerChange", "callsPerChange", "f1PerCall"], Members(policy)));
            Assert.All(policies[..3], policy => Assert.Equal((JsonValueKind.Null, 0, JsonValueKind.Null), (policy.GetProperty("verifier").ValueKind, Number(policy, "callsPerChange"), policy.GetProperty("f1PerCall").ValueKind)));
            Assert.Equal(["name", "tpr", "tnr"], Members(policies[3].GetProperty("verifier")));
        }

        var refuted = cases[1].GetProperty("policies")[5];
        Assert.Equal((.918, .737, .818, .82, 3.44), (Near(refuted, "precision", .918), Near(refuted, "recall", .737), Near(refuted, "f1", .818), Near(refuted, "findingsPerChange", .82), Near(refuted, "callsPerChange", 3.44)));
    }

    [Fact]
    public async Task Same_seed_gives_the_same_bytes_and_the_defaults_are_seed_7_and_20000_changes()
    {
        using var folder = new TempFolder();

        var plain = await Okstra(folder).RunAsync("simulate", "--json");

        Assert.Equal(plain.Output, (await Okstra(folder).RunAsync("simulate", "--seed", "7", "--changes", "20000", "--json")).Output);
        Assert.NotEqual(plain.Output, (await Okstra(folder).RunAsync("simulate", "--seed", "8", "--json")).Output);
    }

    [Fact]
    public async Task Table_shows_the_reference_rows_and_says_what_a_model_is_worth()
    {
        using var folder = new TempFolder();

        var ending = await Okstra(folder).RunAsync(Few);

        Assert.True(ending.ExitCode == 0, ending.Error);
        Assert.StartsWith("seed 7, 300 changes per case, 3 workers, 1 round", ending.Output, StringComparison.Ordinal);
        Assert.All(["independent: ", "correlated: ", "noisy: "], name => Assert.Contains($"\n{name}", ending.Output, StringComparison.Ordinal));
        Assert.All([.. Policies, "majority-evidence"], policy => Assert.Equal(3, ending.Output.Split('\n').Count(line => line.StartsWith($"│ {policy} ", StringComparison.Ordinal))));
        Assert.Contains("n_eff 1.76", ending.Output, StringComparison.Ordinal);
        Assert.Contains("not evidence about real LLMs", ending.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.At("home")));
    }

    [Fact]
    public async Task Parameters_of_the_model_make_one_custom_case_and_the_others_apply_to_the_three()
    {
        using var folder = new TempFolder();

        var custom = await Data(folder, [.. Few, "--precision", "0.6", "--rho", "0.2", "--workers", "5"]);
        var three = await Data(folder, [.. Few, "--workers", "2", "--empty-rate", "0.097", "--common-shock", "0.05", "--rounds", "2"]);

        var only = Assert.Single(custom.GetProperty("cases").EnumerateArray());
        Assert.Equal(("custom", .6, .2, .2, .5), (only.GetProperty("name").GetString()!, Number(only, "precisionOfOne"), Number(only, "rho"), Number(only, "shared"), Number(only, "detection")));
        Assert.Equal(3, three.GetProperty("cases").GetArrayLength());
        Assert.Equal((2, 2, .097, .05), (three.GetProperty("workers").GetInt32(), three.GetProperty("rounds").GetInt32(), Number(three, "emptyRate"), Number(three, "commonShock")));
    }

    [Fact]
    public async Task Policies_and_verifiers_are_chosen_by_name()
    {
        using var folder = new TempFolder();

        Assert.Equal(["union", "refute-all"], Names(await Data(folder, [.. Few, "--policy", "union,refute-all"])));
        Assert.Equal(13, Names(await Data(folder, [.. Few, "--policy", "all"])).Count);
        Assert.Equal(["single", "union", "majority-raised", "majority-oracle", "veto-oracle", "refute-all-oracle"], Names(await Data(folder, [.. Few, "--verifier", "oracle-assisted"])));
        var custom = await Data(folder, [.. Few, "--tnr", "0.5", "--policy", "refute-all-custom"]);
        var verifier = custom.GetProperty("cases")[0].GetProperty("policies")[0].GetProperty("verifier");
        Assert.Equal(("custom", .95, .5), (verifier.GetProperty("name").GetString(), Number(verifier, "tpr"), Number(verifier, "tnr")));
    }

    [Theory]
    [InlineData("--seed", "-1", "a whole number from 0 to 9007199254740991")]
    [InlineData("--seed", "seven", "a whole number from 0 to 9007199254740991")]
    [InlineData("--changes", "0", "a whole number from 1 to 5000000")]
    [InlineData("--changes", "2e4", "a whole number from 1 to 5000000")]
    [InlineData("--changes", "99999999999999999999", "a whole number from 1 to 5000000")]
    [InlineData("--workers", "6", "a whole number from 2 to 5")]
    [InlineData("--workers", "1", "a whole number from 2 to 5")]
    [InlineData("--rounds", "4", "a whole number from 1 to 3")]
    [InlineData("--detection", "1.1", "a number from 0 to 1")]
    [InlineData("--detection", "NaN", "a number from 0 to 1")]
    [InlineData("--precision", "0", "a number from 0.02 to 1")]
    [InlineData("--false-findings", "21", "a number from 0 to 20")]
    [InlineData("--rho", "-0.1", "a number from 0 to 1")]
    [InlineData("--shared", "half", "a number from 0 to 1")]
    [InlineData("--empty-rate", "1,5", "a number from 0 to 1")]
    [InlineData("--common-shock", "Infinity", "a number from 0 to 1")]
    [InlineData("--tpr", "2", "a number from 0 to 1")]
    [InlineData("--tnr", "-2", "a number from 0 to 1")]
    [InlineData("--verifier", "lazy", "agreeable, evidence-obliged, oracle-assisted")]
    [InlineData("--policy", "unoin", "all, or a comma list of single, union,")]
    [InlineData("--policy", "refute-all-custom", "all, or a comma list of single, union,")]
    public async Task Value_that_is_not_valid_is_refused_with_what_is(string option, string value, string valid)
    {
        using var folder = new TempFolder();

        var ending = await Okstra(folder).RunAsync("simulate", "--json", option, value);

        Assert.Equal((1, ""), (ending.ExitCode, ending.Output));
        Assert.StartsWith($"PrepareError: {option} is '{value}'; valid: {valid}", ending.Error, StringComparison.Ordinal);
        Assert.Contains("\nhint: ", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_ways_to_say_the_same_are_refused_and_unknown_options_are_syntax_errors()
    {
        using var folder = new TempFolder();

        var both = await Okstra(folder).RunAsync("simulate", "--precision", ".5", "--false-findings", "1");

        Assert.Equal(1, both.ExitCode);
        Assert.Contains("--precision and --false-findings", both.Error, StringComparison.Ordinal);
        Assert.Equal(64, (await Okstra(folder).RunAsync("simulate", "--sead", "7")).ExitCode);
        Assert.Equal(64, (await Okstra(folder).RunAsync("simulate", "--seed")).ExitCode);
    }

    [Fact]
    public async Task Charts_are_written_to_a_new_file_and_replace_one_only_when_forced()
    {
        using var folder = new TempFolder();
        var mine = folder.Write("work/notes.html", "mine");

        var fresh = await Okstra(folder).RunAsync([.. Few, "--html", "charts/page.html", "--json"]);
        var refused = await Okstra(folder).RunAsync([.. Few, "--html", mine]);
        var forced = await Okstra(folder).RunAsync([.. Few, "--html", mine, "--force", "--json"]);
        var again = await Okstra(folder).RunAsync([.. Few, "--html", "charts/"]);

        var page = folder.At("work", "charts", "page.html");
        Assert.Equal(0, fresh.ExitCode);
        using var answer = JsonDocument.Parse(fresh.Output);
        Assert.Equal(page, answer.RootElement.GetProperty("data").GetProperty("html").GetString());
        Assert.StartsWith("<!DOCTYPE html>", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains($"PrepareError: '{mine}' exists already", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, forced.ExitCode);
        Assert.Equal(await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), await File.ReadAllTextAsync(mine, TestContext.Current.CancellationToken));
        Assert.Equal(1, again.ExitCode);
    }

    private static OkstraProcess Okstra(TempFolder folder) => new(folder.CreateFolder("home"), folder.CreateFolder("work"));

    private static async Task<JsonElement> Data(TempFolder folder, IEnumerable<string> arguments)
    {
        var ending = await Okstra(folder).RunAsync([.. arguments, "--json"]);
        Assert.True(ending.ExitCode == 0, ending.Error);
        return JsonElement.Parse(ending.Output).GetProperty("data");
    }

    private static List<string?> Names(JsonElement data) => [.. data.GetProperty("cases")[0].GetProperty("policies").EnumerateArray().Select(policy => policy.GetProperty("policy").GetString())];

    private static IEnumerable<string> Members(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private static double Number(JsonElement element, string member) => element.GetProperty(member).GetDouble();

    private static double Near(JsonElement element, string member, double wanted) => Math.Abs(Number(element, member) - wanted) <= .015 ? wanted : Number(element, member);
}
