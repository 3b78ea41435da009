using System.Globalization;
using System.Text.Json;
using Okstra.EndToEnd.Tests.Rig;

namespace Okstra.EndToEnd.Tests.Limits;

/// <summary>The real CLIs meet a limit of their vendor in the middle of their work.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData(Provider.Anthropic, "claude", true, "2")]
    [InlineData(Provider.Openai, "codex", true, "1#1")]
    [InlineData(Provider.Gemini, "gemini", false, "2")]
    public async Task A_worker_at_its_usage_limit_waits_and_goes_on_once_in_the_same_session(object provider, string worker, bool stated, string resumed)
    {
        // claude and gemini keep the refusal as an answer of the model in the session, codex does not: the next turn is the third or still the second.
        var vendor = (Provider)provider;
        var answer = Turn.Answer(vendor, Answers.Findings(PlantedBug.Cause()));
        var reset = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 30);
        await using var clis = await RealClis.StartAsync(Agreeing().Analysis(
            vendor, Turn.Look(vendor), Turn.Attempts(Turn.UsageLimit(vendor, reset), (System.Text.Json.Nodes.JsonObject)answer.DeepClone()), answer));
        var (repository, brief) = PlantedBug.Create(clis.Root);

        var run = await OkstraRun.RunAsync(repository.Folder, brief, Subscribed(clis, vendor));

        run.AssertComplete();
        Assert.Equal(("completed", ""), run.Worker(worker));
        Assert.Equal(1, run.Class("full-consensus"));
        Assert.False(run.IsReducedConfidence);

        // It waited for the stated moment, or for a back-off where the vendor states none.
        var wait = Assert.Single(Journal(run), entry => entry.GetProperty("kind").GetString() == "limit");
        Assert.Contains($"usage limit of {worker}", wait.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.EndsWith($"{worker} waits", wait.GetProperty("detail").GetString(), StringComparison.Ordinal);
        var requests = await AnalysesAsync(clis, vendor);
        var asked = requests.Select(request => DateTimeOffset.Parse(request.GetProperty("at").GetString()!, CultureInfo.InvariantCulture)).ToList();
        Assert.True(!stated || asked[^1] >= reset, $"asked again at {asked[^1]:O}, before {reset:O}");

        // One look, one refusal, one answer: the finished turn was not repeated, and the answer came in the session that had it.
        Assert.Equal(["0", "1#0", resumed], requests.Select(Turned));
        Assert.Single(SessionsOf(run, worker));
    }

    [Theory]
    [InlineData(Provider.Anthropic, "claude")]
    [InlineData(Provider.Openai, "codex")]
    [InlineData(Provider.Gemini, "gemini")]
    public async Task A_role_that_is_rerouted_is_filled_by_another_vendor_and_the_report_says_so(object provider, string worker)
    {
        var vendor = (Provider)provider;
        await using var clis = await RealClis.StartAsync(Agreeing().Analysis(vendor, Turn.UsageLimit(vendor, DateTimeOffset.UtcNow.AddHours(2))));
        var (repository, brief) = PlantedBug.Create(clis.Root);

        var run = await OkstraRun.RunAsync(repository.Folder, brief, Subscribed(clis, vendor), more: ["--on-limit", "reroute"]);

        run.AssertComplete();
        Assert.Equal(("completed", ""), run.Worker(worker));
        var row = run.Report.GetProperty("executionStatus").EnumerateArray().Single(row => row.GetProperty("worker").GetString() == worker);
        var others = run.Report.GetProperty("executionStatus").EnumerateArray().Where(other => other.GetProperty("worker").GetString() != worker).Select(other => other.GetProperty("vendor").GetString());
        Assert.Contains(row.GetProperty("vendor").GetString(), others);
        Assert.Contains($"{worker} was at its limit", run.Markdown, StringComparison.Ordinal);
        Assert.Equal(2, run.Report.GetProperty("header").GetProperty("vendors").GetArrayLength());
    }

    private static IReadOnlyDictionary<string, string> Subscribed(RealClis clis, Provider provider)
    {
        if (provider != Provider.Anthropic)
        {
            return clis.Environment;
        }

        // A limit of claude with a moment is known to subscriptions only.
        var environment = new Dictionary<string, string>(clis.Environment, StringComparer.Ordinal) { ["CLAUDE_CODE_OAUTH_TOKEN"] = RealClis.Key };
        environment.Remove("ANTHROPIC_API_KEY");
        return environment;
    }

    private static ScenarioBuilder Agreeing()
    {
        var scenario = new ScenarioBuilder();
        foreach (var provider in Enum.GetValues<Provider>())
        {
            scenario.Findings(provider, Answers.Findings(PlantedBug.Cause())).Votes(provider, PlantedBug.Agree("F-001"));
        }

        return scenario;
    }

    /// <summary>What the vendor's model was asked during the analysis, oldest first.</summary>
    private static async Task<IReadOnlyList<JsonElement>> AnalysesAsync(RealClis clis, Provider provider)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(provider.ToString());
        var own = (await clis.Models.RequestsAsync()).Where(request => request.GetProperty("provider").GetString() == name && request.GetProperty("main").GetBoolean()).ToList();
        var conversation = own[0].GetProperty("label").GetString()!.Split(':')[0];
        return [.. own.Where(request => request.GetProperty("label").GetString()!.StartsWith($"{conversation}:", StringComparison.Ordinal))];
    }

    private static string Turned(JsonElement request) => request.GetProperty("label").GetString()!.Split(':')[1];

    private static IEnumerable<string> SessionsOf(OkstraRun run, string worker) => File.ReadAllLines(Path.Combine(run.RunDir, "state", "usage-error-analysis-001.jsonl"))
        .Select(line => JsonElement.Parse(line))
        .Where(line => line.GetProperty("kind").GetString() == "charged" && line.GetProperty("worker").GetString() == worker && line.GetProperty("round").GetInt32() == 0)
        .Select(line => line.GetProperty("sessionId").GetString()!);

    private static IEnumerable<JsonElement> Journal(OkstraRun run) => File.ReadAllLines(Path.Combine(run.RunDir, "state", "journal-error-analysis-001.jsonl")).Select(line => JsonElement.Parse(line));
}
