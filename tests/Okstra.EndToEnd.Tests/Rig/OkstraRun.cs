using System.Runtime.InteropServices;
using System.Text.Json;
using Okstra.Core.Convergence;
using Okstra.Core.Runs;
using Okstra.Testing;

namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>One finished <c>okstra run --json</c>, started as a user would start it.</summary>
internal sealed class OkstraRun
{
    private OkstraRun(Child child)
    {
        Child = child;
        Assert.True(child.Output.TrimStart().StartsWith('{'), $"no JSON on standard output, exit {child.ExitCode}\n{child.Output}\n{child.Error}");
        Data = JsonElement.Parse(child.Output).GetProperty("data");
    }

    public Child Child { get; }

    public JsonElement Data { get; }

    public string RunDir => Data.GetProperty("runDir").GetString()!;

    public string Markdown => Text("markdown");

    public string Html => Text("html");

    /// <summary>The state document, the only source of classes (R-CVG-25).</summary>
    public ConvergenceDocument Convergence => JsonSerializer.Deserialize(File.ReadAllText(Single("convergence-*.json")), ConvergenceJson.Default.ConvergenceDocument)!;

    /// <summary>The run's error log.</summary>
    public IReadOnlyList<ErrorEvent> Errors => [.. File.ReadAllLines(Single("error-log-*.jsonl")).Select(line => JsonSerializer.Deserialize(line, ErrorEventJson.Default.ErrorEvent)!)];

    public IReadOnlyList<JsonElement> Findings => [.. Report.GetProperty("findings").EnumerateArray()];

    public JsonElement Report => JsonElement.Parse(Text("data"));

    public bool IsReducedConfidence => Report.GetProperty("header").GetProperty("reducedConfidence").GetBoolean();

    public static IReadOnlyList<string> Arguments(string brief, string workers) =>
        ["run", "--task-type", "error-analysis", "--brief", brief, "--workers", workers, "--yes", "--json"];

    /// <summary>The environment okstra itself needs besides the user's: the runtime may stand in no usual place.</summary>
    public static IReadOnlyDictionary<string, string> Environment(IReadOnlyDictionary<string, string> user)
    {
        var runtime = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return new Dictionary<string, string>(user, StringComparer.Ordinal) { ["DOTNET_ROOT"] = runtime };
    }

    /// <summary>One that plans.</summary>
    public static async Task<OkstraRun> PlanAsync(string project, string brief, IReadOnlyDictionary<string, string> environment) => new(await Child.RunAsync(
        BuiltProgram.Okstra,
        ["run", "--task-type", "implementation-planning", "--brief", brief, "--task-key", "shop/orders/dev-1", "--work-category", "bugfix", "--workers", "claude,codex,gemini,report-writer", "--yes", "--json"],
        project,
        Environment(environment),
        TimeSpan.FromMinutes(5)));

    public static async Task<OkstraRun> RunAsync(string project, string brief, IReadOnlyDictionary<string, string> environment, string workers = "claude,codex,gemini", params string[] more)
    {
        Assert.True(File.Exists(BuiltProgram.Okstra), $"{BuiltProgram.Okstra} is not built");
        return new OkstraRun(await Child.RunAsync(BuiltProgram.Okstra, [.. Arguments(brief, workers), .. more], project, Environment(environment), TimeSpan.FromMinutes(5)));
    }

    /// <summary>Goes on with the project's run that was killed or paused.</summary>
    public static async Task<OkstraRun> ResumeAsync(string project, IReadOnlyDictionary<string, string> environment, params string[] more) =>
        new(await Child.RunAsync(BuiltProgram.Okstra, ["resume", "--json", .. more], project, Environment(environment), TimeSpan.FromMinutes(5)));

    /// <summary>Status and reason of a worker.</summary>
    public (string Status, string Reason) Worker(string id)
    {
        var line = Data.GetProperty("workers").EnumerateArray().Single(worker => worker.GetProperty("id").GetString() == id);
        return (line.GetProperty("status").GetString()!, line.GetProperty("reason").GetString() ?? "");
    }

    public int Class(string name) => Data.GetProperty("classifications").GetProperty(name).GetInt32();

    /// <summary>Lines of the run's usage ledger of one kind: <c>reserved</c> or <c>charged</c>.</summary>
    public IReadOnlyList<JsonElement> Ledger(string kind) => LedgerOf(Path.Combine(RunDir, "state", "usage-error-analysis-001.jsonl"), kind);

    public static IReadOnlyList<JsonElement> LedgerOf(string file, string kind) => File.Exists(file)
        ? [.. File.ReadAllLines(file).Select(line => JsonElement.Parse(line)).Where(line => line.GetProperty("kind").GetString() == kind)]
        : [];

    /// <summary>Tokens of charges, as budgets count them.</summary>
    public static long Tokens(IEnumerable<JsonElement> charges) => charges.Sum(charge =>
    {
        var usage = charge.GetProperty("usage");
        long Number(string name) => usage.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetInt64() : 0;
        return Number("total") > 0 ? Number("total") : Number("input") + Number("output") + Number("cacheRead") + Number("cacheWrite");
    });

    /// <summary>The one finding whose title contains this.</summary>
    public JsonElement Finding(string title) => Assert.Single(Findings, finding => finding.GetProperty("title").GetString()!.Contains(title, StringComparison.Ordinal));

    /// <summary>Report written and valid, and the command ended with 0.</summary>
    public void AssertComplete()
    {
        Assert.True(Child.ExitCode == 0, $"exit {Child.ExitCode}\n{Child.Output}\n{Child.Error}");
        Assert.True(Data.GetProperty("validation").GetProperty("ok").GetBoolean(), Data.GetProperty("validation").GetRawText());
    }

    /// <summary>A prompt as it was kept.</summary>
    public string Prompt(string worker, int round) => File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(RunDir, "prompts"), $"{worker}-reverify-r{round}-*.md")));

    private string Single(string pattern) => Assert.Single(Directory.GetFiles(Path.Combine(RunDir, "state"), pattern));

    private string Text(string kind) => File.ReadAllText(Data.GetProperty("report").GetProperty(kind).GetString()!);
}
