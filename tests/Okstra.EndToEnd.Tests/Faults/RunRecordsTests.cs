using System.Text.Json;
using Okstra.EndToEnd.Tests.Rig;
using Okstra.Testing;

namespace Okstra.EndToEnd.Tests.Faults;

/// <summary>What a run writes down about its workers.</summary>
public sealed class RunRecordsTests
{
    [Fact]
    [Trait("Req", "R-CVG-20")]
    [Trait("Req", "R-CVG-21")]
    [Trait("Req", "R-CVG-22")]
    [Trait("Req", "R-WRK-58")]
    [Trait("Req", "R-WRK-66")]
    public async Task Failed_vote_and_broken_contract_are_recorded_and_never_counted_as_dissent()
    {
        using var clis = new FakeClis()
            .With("claude", """case $(asked) in votes) echo boom >&2; exit 1 ;; *) answer ;; esac""")
            .With("codex", "say 'I believe the cart is fine.'")
            .Install();

        var run = await RunAsync(clis, "claude,codex,gemini");

        run.AssertComplete();
        var convergence = State(run, "convergence");
        var votes = convergence.GetProperty("roundHistory")[0].GetProperty("votes");
        Assert.Equal((0, 0, 1), (votes.GetProperty("AGREE").GetInt32(), votes.GetProperty("DISAGREE").GetInt32(), votes.GetProperty("verification-error").GetInt32()));
        Assert.Contains(convergence.GetProperty("skippedWorkers").EnumerateArray(), skipped => Is(skipped, "worker", "claude") && Is(skipped, "status", "error"));
        var events = File.ReadAllLines(Single(run.RunDir, "error-log-*.jsonl")).Select(line => JsonElement.Parse(line)).ToList();
        Assert.Single(events, entry => Is(entry, "source", "observed") && Is(entry, "errorType", "contract-violation") && Is(entry, "agent", "codex"));
        Assert.Single(events, entry => Is(entry, "source", "observed") && Is(entry, "errorType", "contract-violation") && Is(entry, "agent", "claude"));
        Assert.DoesNotContain(events, entry => Is(entry, "agent", "claude-lead"));
    }

    [Fact]
    [Trait("Req", "R-WRK-43")]
    public async Task Run_with_one_usable_worker_is_written_with_reduced_confidence()
    {
        using var clis = new FakeClis().With("codex", "exit 1").With("gemini", "exit 1").Install();

        var run = await RunAsync(clis, "claude,codex,gemini");

        run.AssertComplete();
        Assert.True(run.IsReducedConfidence);
        Assert.Contains("reduced confidence", run.Markdown, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("worker-unique", run.Finding("loop of total").GetProperty("classification").GetString());
    }

    [Fact]
    [Trait("Req", "R-WRK-08")]
    [Trait("Req", "R-WRK-25")]
    [Trait("Req", "R-WRK-26")]
    [Trait("Req", "R-CON-46")]
    public async Task Only_chosen_workers_are_dispatched_and_each_dispatch_is_named_after_its_worker()
    {
        using var clis = new FakeClis().With("gemini", "touch \"$HOME/gemini-ran\"; answer").Install();

        var run = await RunAsync(clis, "claude,codex,report-writer");

        run.AssertComplete();
        Assert.False(File.Exists(Path.Combine(clis.Home, "gemini-ran")));
        var dispatches = Directory.GetFiles(Path.Combine(run.RunDir, "worker-results"), "*.json").Select(file => JsonElement.Parse(File.ReadAllText(file))).ToList();
        Assert.Equal(
            ["claude-worker", "claude-worker-reverify-r1", "codex-worker", "report-writer"],
            dispatches.Select(dispatch => dispatch.GetProperty("agentName").GetString()).Order(StringComparer.Ordinal));
        Assert.Single(dispatches.Where(dispatch => Is(dispatch, "worker", "claude")).Select(dispatch => dispatch.GetProperty("model").GetRawText()).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Req", "R-WRK-52")]
    [Trait("Req", "R-LAY-45")]
    public async Task Output_of_a_worker_reaches_its_log_beside_the_prompt_while_it_runs()
    {
        using var clis = new FakeClis().With("codex", """echo 'half way'; while [ ! -e "$HOME/go" ]; do sleep 0.05; done; answer""").Install();
        var (repository, brief) = PlantedBug.Create(clis.Root);
        using var engine = Child.Start(BuiltProgram.Okstra, OkstraRun.Arguments(brief, "claude,codex,gemini"), repository.Folder, OkstraRun.Environment(clis.Environment));

        while (!Directory.EnumerateFiles(repository.Folder, "codex-*.log", SearchOption.AllDirectories).Any(log => File.ReadAllText(log) == "half way\n"))
        {
            Assert.False(engine.HasExited);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await File.WriteAllTextAsync(Path.Combine(clis.Home, "go"), "", TestContext.Current.CancellationToken);
        var end = await Child.EndAsync(engine, TimeSpan.FromMinutes(2));
        Assert.Equal(0, end.ExitCode);
        var written = Directory.GetFiles(repository.Folder, "codex-*.log", SearchOption.AllDirectories).Single();
        Assert.True(File.Exists(Path.ChangeExtension(written, "md")), $"no prompt beside {written}");
    }

    [Fact]
    public async Task Tokens_a_vendor_did_not_report_are_unavailable_and_never_estimated()
    {
        using var clis = new FakeClis().Install();

        var run = await RunAsync(clis, "claude,codex,gemini");

        run.AssertComplete();
        var table = run.Markdown.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains("unavailable", StringComparison.Ordinal)).ToList();
        Assert.Contains(table, line => line.StartsWith("| codex | GPT-5.5 | 1 | 10 | 5 | 0 | unavailable |", StringComparison.Ordinal));
        Assert.Contains(table, line => line.StartsWith("| gemini |", StringComparison.Ordinal) && line.Contains("| unavailable | unavailable | unavailable |", StringComparison.Ordinal));
    }

    private static async Task<OkstraRun> RunAsync(FakeClis clis, string workers)
    {
        var (repository, brief) = PlantedBug.Create(clis.Root);
        return await OkstraRun.RunAsync(repository.Folder, brief, clis.Environment, workers);
    }

    private static JsonElement State(OkstraRun run, string name) => JsonElement.Parse(File.ReadAllText(Single(Path.Combine(run.RunDir, "state"), $"{name}-*.json")));

    private static string Single(string folder, string pattern) => Assert.Single(Directory.GetFiles(folder, pattern, SearchOption.AllDirectories));

    private static bool Is(JsonElement element, string member, string value) => element.GetProperty(member).GetString() == value;
}
