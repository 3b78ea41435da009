using System.Text.Json;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Spending;

/// <summary>A project whose scripted workers use 1000 tokens with every answer, and what its runs were charged.</summary>
internal sealed class PaidProject : IDisposable
{
    public const int Each = 1000;

    private readonly SampleProject _project = SampleProject.Committed();

    public PaidProject(string usage = "\"usage\": { \"input\": 900, \"output\": 100 }") =>
        Scenario = _project.Write("scenario.json", Scenarios.ThreeWorkersTwoRounds.Replace("{ \"answer\":", $"{{ {usage}, \"answer\":", StringComparison.Ordinal));

    public string Scenario { get; }

    public string Root => _project.Root;

    public string OkstraHome => _project.OkstraHome;

    public OkstraProcess Okstra => _project.Okstra;

    public Task<OkstraEnding> RunAsync(string task, params IEnumerable<string> more) =>
        _project.Okstra.RunAsync(_project.Run(["--task-group", "g", "--task-id", task, "--workers", $"scripted:{Scenario}", "--yes", .. more]));

    /// <summary>Lines of the run's ledger, oldest first.</summary>
    public IReadOnlyList<JsonElement> Ledger(string task, string seq = "001")
    {
        var file = Path.Combine(RunDirectory(task), "state", $"usage-error-analysis-{seq}.jsonl");
        return File.Exists(file) ? [.. File.ReadAllLines(file).Select(line => JsonElement.Parse(line))] : [];
    }

    public IReadOnlyList<JsonElement> Charges(string task, string seq = "001") => [.. Ledger(task, seq).Where(line => line.GetProperty("kind").GetString() == "charged")];

    public static long Tokens(IEnumerable<JsonElement> charges) => charges.Sum(charge =>
        new[] { "input", "output" }.Sum(name => charge.GetProperty("usage").TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetInt64() : 0));

    public string RunDirectory(string task) => Path.Combine(Root, ".okstra", "tasks", "g", task, "runs", "error-analysis");

    public string ManifestStatus(string task) =>
        JsonElement.Parse(File.ReadAllText(Path.Combine(RunDirectory(task), "manifests", "run-manifest-error-analysis-001.json"))).GetProperty("status").GetString()!;

    public void Dispose() => _project.Dispose();
}
