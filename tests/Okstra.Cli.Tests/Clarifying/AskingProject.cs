using System.Text.Json.Nodes;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Clarifying;

/// <summary>A sample project whose workers ask for a file and for a decision, in every run.</summary>
internal sealed class AskingProject : IDisposable
{
    public const string Question = "Which store | memory or redis?";

    private const string Line4 = """{ "kind": "file", "path": "shop/cart.py", "startLine": 4, "endLine": 4, "quote": "result = item.price" }""";
    private const string Line1 = """{ "kind": "file", "path": "shop/cart.py", "startLine": 1, "endLine": 1, "quote": "def total(items):" }""";

    public SampleProject Sample { get; } = SampleProject.Committed();

    public OkstraProcess Okstra => Sample.Okstra;

    public string Task => Path.Combine(Sample.StateRoot, "tasks", "g", "t-1");

    public string Ledger => Path.Combine(Task, "clarifications.jsonl");

    /// <summary>Runs a phase; answers its report's data.</summary>
    public async Task<JsonNode> RunAsync(string type, params IEnumerable<string> more)
    {
        var scenario = Sample.Write("asking.json", Scenario);
        var ending = await Okstra.RunAsync(["run", "--task-type", type, "--brief", Sample.Brief, "--task-group", "g", "--task-id", "t-1", "--lang", "en", "--json", "--workers", $"scripted:{scenario}", .. more]);
        Assert.True(ending.ExitCode == 0, ending.Output + ending.Error);
        return JsonNode.Parse(await File.ReadAllTextAsync((string)JsonNode.Parse(ending.Output)!["data"]!["report"]!["data"]!))!;
    }

    public string Report(string type = "error-analysis", string seq = "001") => Path.Combine(Task, "runs", type, "reports", $"final-report-{type}-{seq}.md");

    public string Copy(string type = "error-analysis", string seq = "001") => Path.ChangeExtension(Report(type, seq), ".answered.md");

    /// <summary>Answers questions; the state afterwards.</summary>
    public async Task<JsonNode> AnswerAsync(params IEnumerable<string> more)
    {
        var ending = await Okstra.RunAsync(["answer", "g/t-1", "--json", .. more]);
        Assert.True(ending.ExitCode == 0, ending.Error);
        return JsonNode.Parse(ending.Output)!["data"]!;
    }

    public void Dispose() => Sample.Dispose();

    private static string Scenario => $$"""
        { "workers": [
          {{Worker("ada", "one", Question)}},
          {{Worker("bob", "two", "which store:  memory or redis")}} ] }
        """;

    private static string Worker(string name, string vendor, string question)
    {
        var answer = Scenarios.Answer(name, Scenarios.Finding("x1", "The total is overwritten in the loop", "cart.py assigns the price instead of adding it, so the total is the last price.", Line4));
        var questions = $$"""
            "questions": [
              { "kind": "decision", "text": "{{question}}", "why": "it decides the fix", "options": ["memory", "redis"], "answerShape": "one of the choices" },
              { "kind": "material", "text": "The server log of the order", "why": "it shows the retry", "where": "/var/log" } ]
            """;
        return $$"""{ "name": "{{name}}", "vendor": "{{vendor}}", "rounds": { "0": { "answer": {{answer.TrimEnd()[..^1]}}, {{questions}} } }, "1": { "answer": {{Scenarios.Votes(Scenarios.Vote("overwritten", "AGREE", Line1))}} }, "2": { "answer": {{Scenarios.Votes(Scenarios.Vote("overwritten", "AGREE", Line1))}} } } }""";
    }
}
