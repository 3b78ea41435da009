using Okstra.EndToEnd.Tests.Rig;

namespace Okstra.EndToEnd.Tests.Runs;

/// <summary>The whole product with the three real CLIs and scripted models.</summary>
public sealed class RealRunTests
{
    private const string Invented = "Prices are rounded down";

    [Fact]
    public async Task Three_real_clis_that_agree_reach_full_consensus_and_leak_nothing()
    {
        await using var clis = await RealClis.StartAsync(Agreeing());
        var (repository, brief) = PlantedBug.Create(clis.Root);

        var run = await OkstraRun.RunAsync(repository.Folder, brief, clis.Environment, "claude,codex,gemini,report-writer");

        run.AssertComplete();
        Assert.False(run.IsReducedConfidence);
        Assert.Contains("Totals leave out the first line", run.Markdown, StringComparison.Ordinal);
        Assert.All(["claude", "codex", "gemini"], id => Assert.Equal(("completed", ""), run.Worker(id)));
        Assert.Equal(1, run.Class("full-consensus"));
        var finding = run.Finding("loop of total");
        Assert.Equal(["claude", "codex", "gemini"], finding.GetProperty("authors").EnumerateArray().Select(author => author.GetString()).Order(StringComparer.Ordinal));
        Assert.Contains(finding.GetProperty("evidence").EnumerateArray(), evidence => evidence.GetProperty("check").GetString() == "holds");
        Assert.Empty(FilesWith(RealClis.Key, clis.Root, except: [Path.Combine(clis.Home, ".claude"), Path.Combine(clis.Home, ".claude.json")]));
        Assert.Equal("", repository.Git("status", "--porcelain"));
        Assert.Empty(LiveProcesses.OfHome(clis.Home));
    }

    [Fact]
    public async Task Finding_with_an_invented_line_is_unsupported_and_ends_contested()
    {
        var invented = Answers.Finding("2", Invented, "The function average rounds every price down before it adds it.", Answers.File(PlantedBug.Path, 11, 11, "return math.floor(total(lines))"), 0.8, "major");
        var unverifiable = ("F-002", Answers.Vote("F-002", "UNVERIFIABLE", "No such line."));
        await using var clis = await RealClis.StartAsync(Agreeing()
            .Findings(Provider.Gemini, Answers.Findings(PlantedBug.Cause(), invented))
            .Votes(Provider.Anthropic, PlantedBug.Agree("F-001"), unverifiable)
            .Votes(Provider.Openai, PlantedBug.Agree("F-001"), unverifiable)
            .Votes(Provider.Gemini, PlantedBug.Agree("F-001"), unverifiable));
        var (repository, brief) = PlantedBug.Create(clis.Root);

        var run = await OkstraRun.RunAsync(repository.Folder, brief, clis.Environment);

        run.AssertComplete();
        Assert.Equal("full-consensus", run.Finding("loop of total").GetProperty("classification").GetString());
        var finding = run.Finding(Invented);
        Assert.Equal("contested", finding.GetProperty("classification").GetString());
        Assert.True(finding.GetProperty("unsupported").GetBoolean());
        Assert.All(finding.GetProperty("evidence").EnumerateArray(), evidence => Assert.Equal("fails", evidence.GetProperty("check").GetString()));
    }

    [Theory]
    [InlineData(Provider.Anthropic, "claude", "error")]
    [InlineData(Provider.Openai, "codex", "not-run")]
    [InlineData(Provider.Gemini, "gemini", "error")]
    public async Task Vendor_that_answers_429_and_500_is_left_out_when_limits_are_skipped_and_the_run_completes_with_two(object provider, string worker, string status)
    {
        await using var clis = await RealClis.StartAsync(Agreeing().Analysis((Provider)provider, Turn.Attempts(Turn.Error("rate_limit"), Turn.Error("server"))));
        var (repository, brief) = PlantedBug.Create(clis.Root);

        var run = await OkstraRun.RunAsync(repository.Folder, brief, clis.Environment, more: ["--on-limit", "skip"]);

        AssertCompletedByTwo(run, worker, status);
        Assert.Matches("500|rate limit of codex", run.Worker(worker).Reason);
    }

    [Theory]
    [InlineData(Provider.Anthropic, "claude")]
    [InlineData(Provider.Openai, "codex")]
    [InlineData(Provider.Gemini, "gemini")]
    public async Task Vendor_with_an_empty_answer_is_an_error_and_not_without_findings(object provider, string worker)
    {
        await using var clis = await RealClis.StartAsync(Agreeing().Analysis((Provider)provider, Turn.Text(""), Turn.Text(""), Turn.Text("")));
        var (repository, brief) = PlantedBug.Create(clis.Root);

        var run = await OkstraRun.RunAsync(repository.Folder, brief, clis.Environment);

        AssertCompletedByTwo(run, worker);
        Assert.Contains("empty", run.Worker(worker).Reason, StringComparison.Ordinal);
    }

    private static ScenarioBuilder Agreeing()
    {
        var scenario = new ScenarioBuilder();
        foreach (var provider in Enum.GetValues<Provider>())
        {
            scenario.Findings(provider, Answers.Findings(PlantedBug.Cause()))
                .Votes(provider, PlantedBug.Agree("F-001"))
                .ReportWriter(provider, Turn.Answer(provider, Answers.Narrative()));
        }

        return scenario;
    }

    private static void AssertCompletedByTwo(OkstraRun run, string failed, string status = "error")
    {
        run.AssertComplete();
        Assert.True(run.IsReducedConfidence);
        Assert.Contains("Reduced confidence: only 2 analysis results were usable", run.Markdown, StringComparison.Ordinal);
        Assert.Equal(status, run.Worker(failed).Status);
        Assert.All(((string[])["claude", "codex", "gemini"]).Except([failed]), id => Assert.Equal(("completed", ""), run.Worker(id)));
        Assert.Equal(1, run.Class("full-consensus"));
        Assert.Equal(2, run.Finding("loop of total").GetProperty("authors").GetArrayLength());
    }

    private static IEnumerable<string> FilesWith(string text, string folder, IReadOnlyList<string> except) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => !except.Any(prefix => file.StartsWith(prefix, StringComparison.Ordinal)) && File.ReadAllText(file).Contains(text, StringComparison.Ordinal));
}
