using System.Globalization;
using System.Text.Json.Nodes;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Billing;

/// <summary>A project with one converged run of three scripted workers, whose dispatches are charged as if agents had done them.</summary>
public sealed class ChargedProject : IAsyncLifetime
{
    private static readonly string[] Drivers = ["claude", "codex", "gemini"];
    private static readonly string[] Models = ["opus", "gpt-5.5", "gemini-2.5-pro"];

    internal SampleProject Project { get; } = SampleProject.Committed();

    internal SessionLogFiles Logs => new(Project.Home);

    public string Run => Path.Combine(Project.StateRoot, "tasks", "g", "t-1", "runs", "error-analysis");

    public string Ledger => Path.Combine(Run, "state", "usage-error-analysis-001.jsonl");

    /// <summary>Worker, round and batch of every dispatch.</summary>
    public IReadOnlyList<(string Worker, int Round, int Batch)> Dispatches { get; private set; } = [];

    public int Accepted
    {
        get
        {
            var counts = JsonNode.Parse(File.ReadAllText(Path.Combine(Run, "state", "convergence-error-analysis-001.json")))!["finalClassificationCounts"]!.AsObject();
            return new[] { "full-consensus", "partial-consensus", "worker-unique" }.Sum(key => counts[key]!.GetValue<int>());
        }
    }

    public async ValueTask InitializeAsync()
    {
        var ending = await Project.Okstra.RunAsync(Project.Run("--task-group", "g", "--task-id", "t-1", "--lang", "en", "--workers", $"scripted:{Project.Write("scenario.json", Scenarios.ThreeWorkersTwoRounds)}"));
        Assert.True(ending.ExitCode == 0, ending.Error);
        Dispatches = [.. Directory.GetFiles(Path.Combine(Run, "worker-results"), "*-error-analysis-001.json").Where(path => !path.Contains("-errors-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(path => JsonNode.Parse(File.ReadAllText(path))!).Select(document => (document["worker"]!.GetValue<string>(), document["round"]!.GetValue<int>(), document["batch"]!.GetValue<int>()))];
    }

    public ValueTask DisposeAsync()
    {
        Project.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>As the run left it: no ledger, no logs, no prices of the user's.</summary>
    public void Reset()
    {
        File.Delete(Ledger);
        File.Delete(Path.Combine(Project.OkstraHome, "prices.json"));
        foreach (var folder in new[] { ".claude", ".codex", ".gemini" }.Select(name => Path.Combine(Project.Home, name)).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal Task<OkstraEnding> DoAsync(params IEnumerable<string> arguments) => Project.Okstra.RunAsync(arguments);

    internal async Task<JsonNode> BillAsync(params IEnumerable<string> more)
    {
        var ending = await DoAsync(["usage", "--json", .. more]);
        Assert.True(ending.ExitCode == 0, ending.Error);
        return JsonNode.Parse(ending.Output)!["data"]!["bill"]!;
    }

    /// <summary>One charge for every dispatch: input 1000 · n, output 100 · n, on days from the 20th on.</summary>
    public void Charge(string? model = null)
    {
        foreach (var (index, dispatch) in Dispatches.Index())
        {
            var (number, kind) = (index + 1, Kind(dispatch.Worker));
            Charge(dispatch.Worker, dispatch.Round, dispatch.Batch, $"d-{number}", Drivers[kind], model ?? Models[kind], $"s-{number}", 1000 * number, 100 * number, string.Create(CultureInfo.InvariantCulture, $"2026-11-{20 + (index % 3)}"));
        }
    }

    public void Charge(string worker, int round, int batch, string dispatch, string driver, string model, string session, long input, long output, string day) => File.AppendAllText(
        Ledger,
        string.Create(CultureInfo.InvariantCulture, $$"""{"kind":"charged","at":"{{day}}T10:00:00Z","dispatchId":"{{dispatch}}","worker":"{{worker}}","round":{{round}},"batch":{{batch}},"driver":"{{driver}}","model":"{{model}}","sessionId":"{{session}}","usage":{"input":{{input}},"output":{{output}}},"costUsd":null,"pricesOf":null,"source":"reported"}""") + "\n");

    private static int Kind(string worker) => worker switch { "ada" => 0, "bob" => 1, _ => 2 };
}
