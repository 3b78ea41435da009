using System.Text.Json;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Running;

/// <summary>Policies, rounds and rosters through the real command, down to the state document and the report.</summary>
public sealed class PolicyRunTests
{
    private const string Line4 = """{ "kind": "file", "path": "shop/cart.py", "startLine": 4, "endLine": 4, "quote": "result = item.price" }""";
    private const string Line2 = """{ "kind": "file", "path": "shop/cart.py", "startLine": 2, "endLine": 2, "quote": "result = 0" }""";

    private static readonly string Wrong = Scenarios.Finding("x1", "The start value is never set", "result has no start value, so the first addition fails.", Line4);
    private static readonly string Right = Scenarios.Finding("r1", "The total is overwritten in the loop", "cart.py assigns the price instead of adding it, so the total is the last price.", Line4);

    [Theory]
    [InlineData("evidence", "withdrawn", 2)]
    [InlineData("classic", "full-consensus", 0)]
    public async Task Planted_claim_that_all_raise_is_refuted_by_evidence_and_passes_by_majority(string policy, string expected, int rounds)
    {
        using var project = SampleProject.Committed();
        IReadOnlyList<string> refuted = [Scenarios.Vote("start value", "DISAGREE", Line2)];
        IReadOnlyList<string> withdrawn = [Scenarios.Vote("start value", "WITHDRAW")];
        var scenario = Actor.Play(new Actor("ada", "one", [Wrong], refuted, refuted), new Actor("bob", "two", [Wrong], [], withdrawn), new Actor("cyd", "three", [Wrong], [], withdrawn));

        var run = await RunAsync(project, scenario, "--policy", policy);

        var finding = Assert.Single(run.State.GetProperty("findings").EnumerateArray());
        Assert.Equal(expected, finding.GetProperty("classification").GetString());
        Assert.Equal(rounds, run.State.GetProperty("roundHistory").GetArrayLength());
        Assert.Equal(policy, run.State.GetProperty("config").GetProperty("policy").GetString());
        Assert.Contains($"policy={policy} ", run.Report, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-CVG-13")]
    [Trait("Req", "R-CVG-38")]
    public async Task Third_round_runs_when_asked_and_the_report_says_how_it_ended()
    {
        using var project = SampleProject.Committed();
        IReadOnlyList<string> veto = [Scenarios.Vote("overwritten", "DISAGREE", Line2)];
        IReadOnlyList<string> maintained = [Scenarios.Vote("overwritten", "MAINTAIN", Line4)];
        IReadOnlyList<string> untold = [Scenarios.Vote("overwritten", "UNVERIFIABLE")];

        var held = await RunAsync(project, Actor.Play(new Actor("ada", "one", [Right], [], maintained, maintained), new Actor("bob", "two", [], veto, veto, veto), new Actor("cyd", "three", [], untold, untold, untold)), "--max-rounds", "3");
        var given = await RunAsync(project, Actor.Play(new Actor("ada", "one", [Right], [], maintained), new Actor("bob", "two", [], veto, [Scenarios.Vote("overwritten", "AGREE", Line4)]), new Actor("cyd", "three", [], untold, untold)), "--max-rounds", "3");

        Assert.Equal(3, held.State.GetProperty("roundHistory").GetArrayLength());
        Assert.Equal("contested", Class(held));
        Assert.Contains("- round3SkippedReason: `null`", held.Report, StringComparison.Ordinal);
        Assert.Equal(2, given.State.GetProperty("roundHistory").GetArrayLength());
        Assert.Equal("partial-consensus", Class(given));
        Assert.Equal("queue-empty", given.State.GetProperty("round3SkippedReason").GetString());
        Assert.Contains("- round3SkippedReason: `queue-empty`", given.Report, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-CVG-14")]
    [Trait("Req", "R-CVG-15")]
    [Trait("Req", "R-CVG-20")]
    public async Task Round_two_is_skipped_when_no_reverification_completed()
    {
        using var project = SampleProject.Committed();

        var run = await RunAsync(project, Actor.Play(new Actor("ada", "one", [Right], []), new Actor("bob", "two", [], Actor.TimesOut), new Actor("cyd", "three", [], Actor.TimesOut)));

        Assert.Equal("no-completed-reverify", run.State.GetProperty("round2SkippedReason").GetString());
        Assert.Equal(["bob", "cyd"], run.State.GetProperty("skippedWorkers").EnumerateArray().Select(worker => worker.GetProperty("worker").GetString()));
        Assert.Equal("contested", Class(run));
        Assert.Contains("- round2SkippedReason: `no-completed-reverify`", run.Report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Full_reanalysis_sends_the_brief_again_with_the_claims()
    {
        using var project = SampleProject.Committed();
        IReadOnlyList<string> agreed = [Scenarios.Vote("overwritten", "AGREE", Line4)];
        var scenario = Actor.Play(new Actor("ada", "one", [Right], []), new Actor("bob", "two", [], agreed));

        var light = await RunAsync(project, scenario);
        var full = await RunAsync(project, scenario, "--verification-mode", "full-reanalysis");

        Assert.DoesNotContain("The total of a cart is the price of its last item.", Prompt(light, "bob-reverify-r1"), StringComparison.Ordinal);
        Assert.Contains("The total of a cart is the price of its last item.", Prompt(full, "bob-reverify-r1"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-CVG-33")]
    public async Task One_usable_worker_of_three_is_said_in_the_report()
    {
        using var project = SampleProject.Committed();
        static string Fails(string name) => $$"""{ "name": "{{name}}", "vendor": "two", "rounds": { "0": { "fails": "timeout" } } }""";

        var run = await RunAsync(project, Actor.Play([new Actor("ada", "one", [Right])], [Fails("bob"), Fails("cyd")]));

        Assert.Equal("worker-unique", Class(run));
        Assert.True(run.State.GetProperty("reducedConfidence").GetBoolean());
        Assert.Equal(0, run.State.GetProperty("roundHistory").GetArrayLength());
    }

    [Fact]
    public async Task Consensus_within_one_family_is_labelled()
    {
        using var project = SampleProject.Committed();
        IReadOnlyList<string> agreed = [Scenarios.Vote("overwritten", "AGREE", Line4)];

        var same = await RunAsync(project, Actor.Play(new Actor("ada", "one", [Right], []), new Actor("bob", "one", [], agreed)));
        var mixed = await RunAsync(project, Actor.Play(new Actor("ada", "one", [Right], []), new Actor("bob", "two", [], agreed)));

        Assert.True(same.State.GetProperty("findings")[0].GetProperty("sameFamily").GetBoolean());
        Assert.Contains("same-family", same.Report, StringComparison.Ordinal);
        Assert.False(mixed.State.GetProperty("findings")[0].GetProperty("sameFamily").GetBoolean());
        Assert.DoesNotContain("same-family", mixed.Report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Auditors_that_join_refute_and_veto_but_are_not_counted_in_v()
    {
        using var project = SampleProject.Committed();
        Assert.Equal(0, (await project.Okstra.RunAsync("setup", "--yes")).ExitCode);
        var document = Path.Combine(project.StateRoot, "project.json");
        await File.WriteAllTextAsync(document, (await File.ReadAllTextAsync(document, TestContext.Current.CancellationToken)).Replace("\"auditor\": false", "\"auditor\": true", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        IReadOnlyList<string> agreed = [Scenarios.Vote("overwritten", "AGREE", Line4)];

        var run = await RunAsync(project, Actor.Play(new Actor("ada", "one", [Right], []), new Actor("bob", "two", [], agreed)));

        var voters = run.State.GetProperty("voters").EnumerateArray().ToDictionary(voter => voter.GetProperty("worker").GetString()!, voter => voter.GetProperty("countsInV").GetBoolean());
        Assert.Equal((true, true, false), (voters["ada"], voters["bob"], voters["auditor-trace"]));
        var finding = run.State.GetProperty("findings").EnumerateArray().Single(finding => finding.GetProperty("finding").GetProperty("authors").EnumerateArray().Any(author => author.GetString() == "ada"));
        Assert.Equal("full-consensus", finding.GetProperty("classification").GetString());
        Assert.Contains(finding.GetProperty("votes").EnumerateArray(), vote => vote.GetProperty("worker").GetString()!.StartsWith("auditor-", StringComparison.Ordinal));
    }

    private static string? Class((string Folder, JsonElement State, string Report) run) =>
        run.State.GetProperty("findings")[0].GetProperty("classification").GetString();

    private static string Prompt((string Folder, JsonElement State, string Report) run, string name) =>
        File.ReadAllText(Directory.GetFiles(Path.Combine(run.Folder, "prompts"), $"{name}*.md").Max(StringComparer.Ordinal)!);

    private static async Task<(string Folder, JsonElement State, string Report)> RunAsync(SampleProject project, string scenario, params string[] more)
    {
        var id = $"t-{Directory.GetFiles(project.TempPath, "scenario-*.json").Length}";
        var file = project.Write($"scenario-{id}.json", scenario);

        var ending = await project.Okstra.RunAsync(project.Run(["--task-group", "g", "--task-id", id, "--lang", "en", "--workers", $"scripted:{file}", "--json", .. more]));

        Assert.True(ending.ExitCode == 0, ending.Error);
        var folder = Path.Combine(project.StateRoot, "tasks", "g", id, "runs", "error-analysis");
        using var state = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "state", "convergence-error-analysis-001.json")));
        return (folder, state.RootElement.Clone(), await File.ReadAllTextAsync(Path.Combine(folder, "reports", "final-report-error-analysis-001.md")));
    }
}
