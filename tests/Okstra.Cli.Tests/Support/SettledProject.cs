using System.Text.Json.Nodes;

namespace Okstra.Cli.Tests.Support;

/// <summary>A sample project with a confirmed <c>pytest -q</c> that is a shell script on the PATH, and workers whose claims cite it.</summary>
internal sealed class SettledProject : IDisposable
{
    private const string Script = """
        #!/bin/sh
        echo "$*" >> CALLS
        case "$*" in
          *total*) echo "E  assert 3 == 5"; exit 1;;
          *) echo "1 passed"; exit 0;;
        esac
        """;

    private const string Line4 = """{ "kind": "file", "path": "shop/cart.py", "startLine": 4, "endLine": 4, "quote": "result = item.price" }""";
    private const string Line2 = """{ "kind": "file", "path": "shop/cart.py", "startLine": 2, "endLine": 2, "quote": "result = 0" }""";

    private readonly string _calls;

    private SettledProject()
    {
        Project = SampleProject.Committed();
        _calls = Path.Combine(Project.TempPath, "calls");
        var bin = Directory.CreateDirectory(Path.Combine(Project.TempPath, "bin")).FullName;
        var program = Path.Combine(bin, "pytest");
        File.WriteAllText(program, Script.Replace("CALLS", _calls, StringComparison.Ordinal).ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Project.Okstra.Environment["PATH"] = $"{bin}:{Project.Okstra.Environment["PATH"]}";
    }

    public SampleProject Project { get; }

    /// <summary>Arguments of every start of the command.</summary>
    public IReadOnlyList<string> Calls => File.Exists(_calls) ? File.ReadAllLines(_calls) : [];

    /// <summary>
    /// Ada and cyd claim what bob vetoes with evidence: by a failing test that fails, and by one that passes. Two more claims cite commands that end as the first
    /// one, and one that is refused.
    /// </summary>
    public static string Scenario { get; } = Actor.Play(
        new Actor(
            "ada",
            "one",
            [
                Scenarios.Finding("r1", "The total is overwritten in the loop", "cart.py assigns the price instead of adding it, so the total is the last price.", Line4, Command(1, "assert 3 == 5", "-k", "total")),
                Scenarios.Finding("r2", "Empty carts divide by zero", "An empty basket raises a division error in the discount.", Command(1, "", "-k", "empty")),
                Scenarios.Finding("r3", "Currency symbols are dropped", "The formatter forgets the euro sign.", Command(1, "assert 3 == 5", "-k", "total")),
                Scenarios.Finding("r4", "The plugin loader imports anything", "Entry points are loaded without a check of their names.", Command(1, "", "-p", "evil")),
            ],
            [],
            [Scenarios.Vote("overwritten", "MAINTAIN", Line4)]),
        new Actor("bob", "two", [], Votes("DISAGREE", Line2), Votes("DISAGREE", Line2)),
        new Actor("cyd", "three", [], Votes("AGREE", Line4), [Scenarios.Vote("overwritten", "MAINTAIN", Line4), .. Untold]));

    private static IEnumerable<string> Untold => [Scenarios.Vote("divide", "UNVERIFIABLE"), Scenarios.Vote("Currency", "UNVERIFIABLE"), Scenarios.Vote("plugin", "UNVERIFIABLE")];

    /// <summary>Registered, with its one command confirmed as the user would.</summary>
    public static async Task<SettledProject> CreateAsync()
    {
        var made = new SettledProject();
        var setup = await made.Project.Okstra.RunAsync("setup", "--yes");
        Assert.True(setup.ExitCode == 0, setup.Error);
        var path = Path.Combine(made.Project.StateRoot, "project.json");
        var document = JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        document["qaCommands"] = new JsonArray(new JsonObject { ["kind"] = "test", ["command"] = "pytest -q", ["state"] = "confirmed" });
        await File.WriteAllTextAsync(path, document.ToJsonString());
        return made;
    }

    public Task<OkstraEnding> RunAsync(params IEnumerable<string> more) => Project.Okstra.RunAsync(
        Project.Run(["--task-group", "g", "--task-id", "t-1", "--lang", "en", "--json", "--workers", $"scripted:{Project.Write("scenario.json", Scenario)}", .. more]));

    /// <summary>A document of the run's state.</summary>
    public JsonNode State(string kind) => JsonNode.Parse(File.ReadAllText(StatePath(kind)))!;

    public string StatePath(string kind) => Path.Combine(Run, "state", $"{kind}-error-analysis-001.json");

    public string Run => Path.Combine(Project.StateRoot, "tasks", "g", "t-1", "runs", "error-analysis");

    public void Dispose() => Project.Dispose();

    private static IReadOnlyList<string> Votes(string vote, string evidence) => [Scenarios.Vote("overwritten", vote, evidence), .. Untold];

    private static string Command(int exitCode, string quote, string option, string value) =>
        $$"""{ "kind": "command", "argv": ["pytest", "-q", "{{option}}", "{{value}}"], "exitCode": {{exitCode}}, "quote": "{{quote}}" }""";
}
