using Okstra.EndToEnd.Tests.Rig;

namespace Okstra.EndToEnd.Tests.Faults;

/// <summary>A worker goes wrong in every way we know; the run completes with the others.</summary>
public sealed class WorkerFaultTests
{
    [Fact]
    public async Task Three_honest_workers_reach_full_consensus()
    {
        using var clis = new FakeClis().Install();

        var run = await RunAsync(clis);

        run.AssertComplete();
        Assert.All(["claude", "codex", "gemini"], id => Assert.Equal(("completed", ""), run.Worker(id)));
        Assert.Equal("full-consensus", run.Finding("loop of total").GetProperty("classification").GetString());
    }

    [Fact]
    public async Task Worker_that_hangs_is_a_timeout()
    {
        using var clis = new FakeClis().With("codex", "exec sleep 600").Install();

        var run = await RunAsync(clis, "--worker-timeout", "20");

        AssertOthersCompleted(run, "codex", "timeout", "");
        Assert.Empty(LiveProcesses.OfHome(clis.Home));
    }

    [Fact]
    public async Task Worker_that_floods_a_gigabyte_is_ended()
    {
        using var clis = new FakeClis().With("codex", "yes 'all work and no play' | head -c 1073741824").Install();

        AssertOthersCompleted(await RunAsync(clis), "codex", "error", "64 MiB");
    }

    [Fact]
    public async Task Worker_that_exits_with_1_is_an_error()
    {
        using var clis = new FakeClis().With("claude", "echo 'Error: out of order' >&2; exit 1").Install();

        AssertOthersCompleted(await RunAsync(clis), "claude", "error", "ended without a result (exit 1): Error: out of order");
    }

    [Fact]
    public async Task Worker_that_prints_garbage_is_an_error()
    {
        using var clis = new FakeClis().With("gemini", "head -c 200000 /dev/urandom").Install();

        AssertOthersCompleted(await RunAsync(clis), "gemini", "error", "ended without a result");
    }

    [Fact]
    public async Task Worker_that_answers_in_prose_twice_breaks_the_contract()
    {
        using var clis = new FakeClis().With("codex", """echo "$(asked)" >>"$HOME/asked"; say 'I believe the cart is fine.'""").Install();

        AssertOthersCompleted(await RunAsync(clis), "codex", "error", "contract-violation");
        Assert.Equal(["findings", "repair"], File.ReadAllLines(Path.Combine(clis.Home, "asked")));
    }

    [Fact]
    public async Task Worker_that_answers_in_prose_once_is_repaired()
    {
        using var clis = new FakeClis().With("codex", """if [ "$(asked)" = findings ]; then say 'The loop starts too late.'; else answer; fi""").Install();

        var run = await RunAsync(clis);

        run.AssertComplete();
        Assert.Equal(("completed", ""), run.Worker("codex"));
        Assert.Equal(1, run.Class("full-consensus"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"schemaVersion":1,"summary":" ","keyFinding":"","findings":[]}""")]
    public async Task Worker_with_an_empty_answer_is_an_error_and_not_without_findings(string answer)
    {
        using var clis = new FakeClis().With("gemini", $"say '{answer}'").Install();

        var run = await RunAsync(clis);

        run.AssertComplete();
        Assert.Equal("error", run.Worker("gemini").Status);
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    public async Task Worker_that_cites_files_outside_the_repository_has_no_evidence(string path)
    {
        var lie = $$"""finding 'Root logs in' 'The account root has a login shell, which breaks the cart.' '{"kind":"file","path":"{{path}}","startLine":1,"endLine":1,"quote":"root:x:0:0"}'""";
        const string Doubts = """case $(asked) in votes) say "$(votes UNVERIFIABLE 'Not in this repository.' '')" ;; *) answer ;; esac""";
        using var clis = new FakeClis()
            .With("claude", Doubts)
            .With("codex", Doubts)
            .With("gemini", $"""case $(asked) in findings) say "$({lie})" ;; *) say "$(votes AGREE 'Seen.' "$citation")" ;; esac""")
            .Install();

        var run = await RunAsync(clis);

        run.AssertComplete();
        var finding = run.Finding("Root logs in");
        Assert.Equal("contested", finding.GetProperty("classification").GetString());
        Assert.Contains(finding.GetProperty("evidence").EnumerateArray(), evidence => evidence.GetProperty("check").GetString() == "fails");
    }

    [Fact]
    public async Task Terminal_sequences_of_a_worker_reach_neither_report_nor_terminal()
    {
        const string Coloured = """finding '\u001b[31mThe loop\u001b[0m of total starts at index 1' '\u001b]0;pwned\u0007The loop in total starts at index 1.' "$citation" """;
        using var clis = new FakeClis()
            .With("codex", $"""printf '\033[31mred\033[0m\n'; printf '\033]0;title\007' >&2; case $(asked) in findings) say "$({Coloured})" ;; *) answer ;; esac""")
            .With("gemini", """printf '\033[31mbad\033[0m \033]0;t\007 news\n' >&2; exit 3""")
            .Install();

        var run = await RunAsync(clis);

        run.AssertComplete();
        Assert.Equal("error", run.Worker("gemini").Status);
        Assert.All([run.Markdown, run.Html, run.Child.Output, run.Child.Error], text => Assert.DoesNotContain('\u001b', text));
        Assert.All([run.Markdown, run.Html, run.Child.Output], text => Assert.DoesNotContain("\\u001b", text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Worker_that_writes_into_its_tree_loses_its_result_and_the_patch_is_kept()
    {
        using var clis = new FakeClis().With("claude", "echo planted >shop/planted.py; answer").Install();
        var (repository, brief) = PlantedBug.Create(clis.Root);

        var run = await OkstraRun.RunAsync(repository.Folder, brief, clis.Environment);

        AssertOthersCompleted(run, "claude", "error", "");
        var patch = Assert.Single(Directory.GetFiles(run.RunDir, "*.patch", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains("shop/planted.py", StringComparison.Ordinal));
        Assert.Contains("+planted", await File.ReadAllTextAsync(patch, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("", repository.Git("status", "--porcelain"));

        // The checkout and the task's own worktree; none of the worker's.
        Assert.Equal(2, repository.Git("worktree", "list", "--porcelain").Split('\n').Count(line => line.StartsWith("worktree ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Missing_cli_is_not_run_and_says_why()
    {
        using var clis = new FakeClis().Without("gemini").Install();

        AssertOthersCompleted(await RunAsync(clis), "gemini", "not-run", "gemini is not on the PATH");
    }

    private static async Task<OkstraRun> RunAsync(FakeClis clis, params string[] more)
    {
        var (repository, brief) = PlantedBug.Create(clis.Root);
        return await OkstraRun.RunAsync(repository.Folder, brief, clis.Environment, "claude,codex,gemini", more);
    }

    private static void AssertOthersCompleted(OkstraRun run, string faulty, string status, string reason)
    {
        run.AssertComplete();
        Assert.Equal(status, run.Worker(faulty).Status);
        Assert.Contains(reason, run.Worker(faulty).Reason, StringComparison.Ordinal);
        Assert.All(((string[])["claude", "codex", "gemini"]).Except([faulty]), id => Assert.Equal(("completed", ""), run.Worker(id)));
        Assert.Equal("full-consensus", run.Finding("loop of total").GetProperty("classification").GetString());
    }
}
