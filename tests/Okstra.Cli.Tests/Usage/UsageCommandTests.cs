using System.Text.Json;
using Okstra.Cli.Tests.Support;
using Okstra.Testing;

namespace Okstra.Cli.Tests.Usage;

/// <summary><c>okstra usage --all</c> over sessions of the real CLIs, outside any repository.</summary>
public sealed class UsageCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_counter_is_there_in_every_view_under_the_name_other_programs_know()
    {
        using var answer = await AnswerAsync("claude/03-subagents");
        var claude = answer.RootElement.GetProperty("data").GetProperty("agents").GetProperty("claude");

        Assert.Equal(["totals", "bySession", "byModel", "byDate", "byKind", "notes"], Names(claude));
        Assert.Equal(["messages", "input", "output", "cache_creation", "cache_creation_5m", "cache_creation_1h", "cache_read", "total"], Names(claude.GetProperty("totals")));
        Assert.Equal("""{"messages":5,"input":7300,"output":730,"cache_creation":0,"cache_creation_5m":0,"cache_creation_1h":0,"cache_read":900,"total":8930}""", Compact(claude.GetProperty("totals")));
        Assert.Equal(["11111111-1111-4111-8111-111111111103"], Names(claude.GetProperty("bySession")));
        Assert.Equal(["claude-haiku-4-5-20251001", "claude-opus-4-8"], Names(claude.GetProperty("byModel")));
        Assert.Equal(["2026-11-20"], Names(claude.GetProperty("byDate")));
        Assert.Equal(["main", "subagent"], Names(claude.GetProperty("byKind")));
        Assert.All(["bySession", "byModel", "byDate", "byKind"], view => Assert.Equal(8930, claude.GetProperty(view).EnumerateObject().Sum(row => row.Value.GetProperty("total").GetInt64())));
    }

    [Theory]
    [InlineData("codex/01-tools", "codex", """{"responses":3,"input":6000,"cached_input":2900,"output":200,"reasoning":50,"total":6200}""")]
    [InlineData("gemini/01-tools-stream", "gemini", """{"messages":4,"input":10005,"cached_input":1000,"output":260,"thoughts":50,"tool":5,"total":10315}""")]
    public async Task The_other_agents_have_their_own_counters(string sessions, string agent, string totals)
    {
        using var answer = await AnswerAsync(sessions);

        Assert.Equal(totals, Compact(answer.RootElement.GetProperty("data").GetProperty("agents").GetProperty(agent).GetProperty("totals")));
    }

    [Fact]
    public async Task Without_json_it_is_a_table_and_what_could_not_be_read_stands_beside_it()
    {
        _folder.Write(".claude/projects/x/s1.jsonl.zst", "x");

        var ending = await Okstra(_folder.Path).RunAsync("usage", "--all");

        Assert.Equal(0, ending.ExitCode);
        Assert.Contains("claude", ending.Output, StringComparison.Ordinal);
        Assert.Contains("compressed", ending.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kill:1:before")]
    [InlineData("kill:1:after")]
    [InlineData("kill:3:before")]
    [InlineData("fail:1")]
    public async Task Killed_while_it_keeps_its_figures_the_next_call_gives_the_same(string fault)
    {
        using var whole = await AnswerAsync("claude/03-subagents");
        var interrupted = Okstra(BuiltProgram.Source("tests/Okstra.Testing/Sessions/claude/03-subagents/home"), "other");
        interrupted.Environment["OKSTRA_TEST_FAULT"] = fault;
        await interrupted.RunAsync("usage", "--all", "--json");

        interrupted.Environment.Remove("OKSTRA_TEST_FAULT");
        var ending = await interrupted.RunAsync("usage", "--all", "--json");

        Assert.Equal(JsonSerializer.Serialize(whole.RootElement), JsonSerializer.Serialize(JsonDocument.Parse(ending.Output).RootElement));
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder.At("other", "usage")), path => path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    private async Task<JsonDocument> AnswerAsync(string sessions)
    {
        var ending = await Okstra(BuiltProgram.Source($"tests/Okstra.Testing/Sessions/{sessions}/home")).RunAsync("usage", "--all", "--json");
        Assert.Equal((0, ""), (ending.ExitCode, ending.Error));
        return JsonDocument.Parse(ending.Output);
    }

    private OkstraProcess Okstra(string home, string kept = "okstra")
    {
        var okstra = new OkstraProcess(home, _folder.Path);
        okstra.Environment["OKSTRA_HOME"] = _folder.At(kept);
        return okstra;
    }

    private static List<string> Names(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];

    private static string Compact(JsonElement element) => $"{{{string.Join(',', element.EnumerateObject().Select(member => $"\"{member.Name}\":{member.Value.GetRawText()}"))}}}";
}
