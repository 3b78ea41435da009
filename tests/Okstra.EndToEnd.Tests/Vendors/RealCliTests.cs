using System.Text.Json.Nodes;
using Okstra.Core.Findings;
using Okstra.EndToEnd.Tests.Rig;
using Okstra.Processes;
using Okstra.Processes.Agents;

namespace Okstra.EndToEnd.Tests.Vendors;

/// <summary>Each real CLI, started as its vendor describes it, against a scripted model.</summary>
public sealed class RealCliTests
{
    public static TheoryData<string> Ids => [.. CliVendors.All.Select(vendor => vendor.Facts.Id)];

    private static readonly Dictionary<string, Provider> Providers = new(StringComparer.Ordinal) { ["claude"] = Provider.Anthropic, ["codex"] = Provider.Openai, ["gemini"] = Provider.Gemini };

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Real_cli_gives_a_parsed_answer_with_session_and_usage(string id)
    {
        var expected = Answers.Findings(PlantedBug.Cause());
        await using var clis = await RealClis.StartAsync(new ScenarioBuilder().Findings(Providers[id], expected));

        var (answer, output) = await AskAsync(id, clis, "Why is the total wrong?");

        Assert.True(answer.Succeeded, answer.Failure);
        Assert.NotNull(answer.SessionId);
        Assert.True(AnswerParser.TryParseFindings(answer.Text, new FindingsContext("Why is the total wrong?"), out var findings, out var problem), problem?.Message);
        Assert.Equal("The loop of total starts at index 1", findings.Findings.Single().Title);
        Assert.True(CliVendors.Find(id)!.ReadUsage(output)?.Output > 0);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Real_cli_that_meets_a_rate_limit_and_a_server_error_is_a_failure(string id)
    {
        await using var clis = await RealClis.StartAsync(new ScenarioBuilder().Analysis(Providers[id], Turn.Attempts(Turn.Error("rate_limit"), Turn.Error("server"))));

        var (answer, _) = await AskAsync(id, clis, "Why?");

        Assert.False(answer.Succeeded);
        Assert.Matches("429|500|high demand", answer.Failure);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Real_cli_with_an_empty_answer_is_a_failure(string id)
    {
        await using var clis = await RealClis.StartAsync(new ScenarioBuilder().Analysis(Providers[id], Turn.Text(""), Turn.Text(""), Turn.Text("")));

        var (answer, _) = await AskAsync(id, clis, "Why?");

        Assert.False(answer.Succeeded);
        Assert.Contains("empty", answer.Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claude", "Write", """{"file_path":"new.txt","content":"x"}""")]
    [InlineData("codex", "exec_command", """{"cmd":"echo x > new.txt"}""")]
    [InlineData("gemini", "write_file", """{"file_path":"new.txt","content":"x"}""")]
    [InlineData("gemini", "run_shell_command", """{"command":"touch new.txt"}""")]
    [Trait("Req", "R-WRK-56")]
    public async Task Real_cli_cannot_write_into_the_tree_it_reads(string id, string tool, string input)
    {
        var arguments = JsonNode.Parse(input)!.AsObject();
        await using var clis = await RealClis.StartAsync(new ScenarioBuilder().Analysis(Providers[id], Turn.Tool(tool, arguments), Turn.Answer(Providers[id], Answers.Findings())));

        var (answer, _) = await AskAsync(id, clis, "Write a file.");

        Assert.True(answer.Succeeded, answer.Failure);
        Assert.Empty(Directory.GetFiles(Path.Combine(clis.Root, "tree"), "new.txt", SearchOption.AllDirectories));
    }

    private static async Task<(CliAnswer Answer, CliOutput Output)> AskAsync(string id, RealClis clis, string prompt)
    {
        await using var call = await SupervisedCall.StartAsync(id, clis, prompt, TestContext.Current.CancellationToken);
        var output = await call.EndAsync();
        Assert.Equal(ProcessEnding.Exited, output.Exit.Ending);
        Assert.Empty(LiveProcesses.OfHome(clis.Home));
        return (CliVendors.Find(id)!.ReadAnswer(output), output);
    }
}
