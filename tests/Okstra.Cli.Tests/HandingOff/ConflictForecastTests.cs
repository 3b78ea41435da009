using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Okstra.Cli.Tests.Support;
using Okstra.Testing;

namespace Okstra.Cli.Tests.HandingOff;

public sealed class ConflictForecastTests : IAsyncLifetime
{
    private readonly SampleProject _project = SampleProject.Committed();
    private TestRepository _main = null!;

    public async ValueTask InitializeAsync()
    {
        _main = new TestRepository(_project.Root);
        _main.Commit("more", ("moved.txt", string.Concat(Enumerable.Range(0, 30).Select(line => $"line {line}\n"))), ("gone.txt", "gone\n"), ("tool.sh", "#!/bin/sh\necho 1\necho 2\necho 3\n"), ("image.bin", "\0one"));
        Assert.Equal(0, (await _project.Okstra.RunAsync("setup", "--yes", "--project-id", "shop")).ExitCode);
    }

    public ValueTask DisposeAsync()
    {
        _project.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Tasks_that_do_not_touch_each_other_do_not_conflict()
    {
        (await TaskAsync("t-1")).Commit("one", ("one.txt", "1\n"));
        (await TaskAsync("t-2")).Commit("two", ("two.txt", "2\n"));

        var (exit, forecast) = await ForecastAsync();

        Assert.Equal((0, 3), (exit, forecast["pairs"]!.AsArray().Count));
        Assert.All(forecast["pairs"]!.AsArray(), pair => Assert.Equal("clean", (string?)pair!["outcome"]));
    }

    [Fact]
    public async Task Tasks_that_make_the_same_change_do_not_conflict()
    {
        (await TaskAsync("t-1")).Commit("one", ("shop/cart.py", "same\n"), ("new.txt", "new\n"));
        (await TaskAsync("t-2")).Commit("two", ("shop/cart.py", "same\n"), ("new.txt", "new\n"));

        Assert.Equal(0, (await ForecastAsync()).Exit);
    }

    [Fact]
    public async Task The_same_lines_changed_conflict_with_one_another_and_with_the_base()
    {
        (await TaskAsync("t-1")).Commit("one", ("shop/cart.py", "one\n"));
        (await TaskAsync("t-2")).Commit("two", ("shop/cart.py", "two\n"));
        _main.Commit("main", ("shop/cart.py", "main\n"));

        var (exit, forecast) = await ForecastAsync();

        Assert.Equal(2, exit);
        Assert.Equal(
            ["shop/g/t-1|main|content|shop/cart.py", "shop/g/t-1|shop/g/t-2|content|shop/cart.py", "shop/g/t-2|main|content|shop/cart.py"],
            Conflicts(forecast).Order(StringComparer.Ordinal));
        Assert.Equal(3, (int)forecast["conflicts"]!);
    }

    [Fact]
    public async Task A_file_both_added_conflicts()
    {
        (await TaskAsync("t-1")).Commit("one", ("new.txt", "one\n"));
        (await TaskAsync("t-2")).Commit("two", ("new.txt", "two\n"));

        Assert.Equal(["shop/g/t-1|shop/g/t-2|add/add|new.txt"], Conflicts((await ForecastAsync()).Forecast));
    }

    [Fact]
    public async Task A_file_one_renamed_and_the_other_deleted_conflicts()
    {
        var one = await TaskAsync("t-1");
        one.Git("mv", "moved.txt", "elsewhere.txt");
        one.Commit("one");
        var two = await TaskAsync("t-2");
        two.Git("rm", "--quiet", "moved.txt");
        two.Commit("two");

        Assert.Equal(["shop/g/t-1|shop/g/t-2|rename/delete|elsewhere.txt,moved.txt"], Conflicts((await ForecastAsync()).Forecast));
    }

    [Fact]
    public async Task A_file_one_changed_and_the_other_deleted_conflicts()
    {
        (await TaskAsync("t-1")).Commit("one", ("gone.txt", "changed\n"));
        var two = await TaskAsync("t-2");
        two.Git("rm", "--quiet", "gone.txt");
        two.Commit("two");

        Assert.Equal(["shop/g/t-1|shop/g/t-2|modify/delete|gone.txt"], Conflicts((await ForecastAsync()).Forecast));
    }

    [Fact]
    public async Task A_file_and_a_link_of_one_name_conflict_and_modes_alone_do_not()
    {
        var one = await TaskAsync("t-1");
        File.CreateSymbolicLink(Path.Combine(one.Folder, "tool"), "tool.sh");
        one.Git("update-index", "--chmod=+x", "tool.sh");
        one.Git("add", "tool");
        one.Git("commit", "--quiet", "--message", "one");
        var two = await TaskAsync("t-2");
        two.Commit("two", ("tool", "a file\n"), ("tool.sh", "#!/bin/sh\necho 1\necho 2\necho 4\n"));

        var found = Assert.Single(Conflicts((await ForecastAsync()).Forecast), conflict => conflict.Contains("t-1|shop/g/t-2", StringComparison.Ordinal));

        Assert.StartsWith("shop/g/t-1|shop/g/t-2|distinct types|", found, StringComparison.Ordinal);
        Assert.DoesNotContain("tool.sh", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Binary_files_both_changed_conflict()
    {
        (await TaskAsync("t-1")).Commit("one", ("image.bin", "\0two"));
        (await TaskAsync("t-2")).Commit("two", ("image.bin", "\0three"));

        Assert.Contains("shop/g/t-1|shop/g/t-2|content|image.bin", Conflicts((await ForecastAsync()).Forecast));
    }

    [Fact]
    public async Task Uncommitted_work_is_compared_and_said_to_be()
    {
        var one = await TaskAsync("t-1");
        await File.WriteAllTextAsync(Path.Combine(one.Folder, "shop", "cart.py"), "unsaved\n", TestContext.Current.CancellationToken);
        (await TaskAsync("t-2")).Commit("two", ("shop/cart.py", "two\n"));

        var (exit, forecast) = await ForecastAsync();

        Assert.Equal(2, exit);
        Assert.Equal(["shop/g/t-1|shop/g/t-2|content|shop/cart.py"], Conflicts(forecast));
        Assert.Equal([true, false], forecast["branches"]!.AsArray().Select(branch => (bool)branch!["uncommitted"]!));
        Assert.Equal("unsaved\n", _main.Git("show", $"{forecast["branches"]![0]!["commit"]}:shop/cart.py"));
    }

    [Fact]
    public async Task Trees_indexes_and_refs_stay_as_they_are()
    {
        var one = await TaskAsync("t-1");
        one.Commit("one", ("shop/cart.py", "one\n"));
        await File.WriteAllTextAsync(Path.Combine(one.Folder, "gone.txt"), "unsaved\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(one.Folder, "untracked.txt"), "unsaved\n", TestContext.Current.CancellationToken);
        (await TaskAsync("t-2")).Commit("two", ("shop/cart.py", "two\n"));
        var before = Fingerprint();

        Assert.Equal(2, (await ForecastAsync()).Exit);

        Assert.Equal(before, Fingerprint());
    }

    [Fact]
    public async Task A_named_task_is_compared_with_the_base_and_its_siblings_only()
    {
        (await TaskAsync("t-1")).Commit("one", ("shop/cart.py", "one\n"));
        (await TaskAsync("t-2")).Commit("two", ("shop/cart.py", "two\n"));
        (await TaskAsync("t-3")).Commit("three", ("three.txt", "3\n"));

        var (exit, forecast) = await ForecastAsync("g/t-3");

        Assert.Equal(0, exit);
        Assert.Equal(["shop/g/t-3|main", "shop/g/t-3|shop/g/t-1", "shop/g/t-3|shop/g/t-2"], forecast["pairs"]!.AsArray().Select(pair => $"{pair!["left"]}|{pair["right"]}"));
    }

    [Fact]
    public async Task Any_base_may_be_named_and_one_without_common_history_is_reported()
    {
        (await TaskAsync("t-1")).Commit("one", ("shop/cart.py", "one\n"));
        _main.Git("checkout", "--quiet", "-b", "release");
        _main.Commit("release", ("shop/cart.py", "release\n"));
        _main.Git("checkout", "--quiet", "--orphan", "other");
        _main.Commit("other root");
        _main.Git("checkout", "--quiet", "main");

        Assert.Equal(0, (await ForecastAsync()).Exit);
        Assert.Equal(["shop/g/t-1|release|content|shop/cart.py"], Conflicts((await ForecastAsync("--base", "release")).Forecast));
        var (exit, unrelated) = await ForecastAsync("--base", "other");
        Assert.Equal((0, "unrelated"), (exit, (string?)unrelated["pairs"]![0]!["outcome"]));
    }

    [Theory]
    [InlineData("--base nowhere", "'nowhere' names no commit")]
    [InlineData("g/t-9", "'shop/g/t-9' has no active worktree")]
    [InlineData("--stage 1", "none is named")]
    [InlineData("g/t-1 --stage x", "is not a stage number")]
    public async Task What_cannot_be_compared_is_refused(string arguments, string because)
    {
        await TaskAsync("t-1");

        var ending = await _project.Okstra.RunAsync(["worktree", "conflicts", .. arguments.Split(' ')]);

        Assert.Equal((1, ""), (ending.ExitCode, ending.Output));
        Assert.Contains(because, ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_told_which_files_and_how_many_pairs()
    {
        (await TaskAsync("t-1")).Commit("one", ("shop/cart.py", "one\n"));
        (await TaskAsync("t-2")).Commit("two", ("shop/cart.py", "two\n"));

        var ending = await _project.Okstra.RunAsync("worktree", "conflicts");

        Assert.Equal(2, ending.ExitCode);
        Assert.Contains("conflict: shop/g/t-1 and shop/g/t-2\n  content: shop/cart.py\n1 of 3 pair(s) would conflict\n", ending.Output, StringComparison.Ordinal);
    }

    private async Task<TestRepository> TaskAsync(string id)
    {
        var ending = await _project.Okstra.RunAsync("worktree", "provision", $"shop:g:{id}", "--work-category", "feature", "--json");
        Assert.True(ending.ExitCode == 0, ending.Error);
        return new TestRepository((string)JsonNode.Parse(ending.Output)!["data"]!["path"]!);
    }

    private async Task<(int Exit, JsonNode Forecast)> ForecastAsync(params string[] more)
    {
        var ending = await _project.Okstra.RunAsync(["worktree", "conflicts", "--json", .. more]);
        Assert.True(ending.Output.Length > 0, ending.Error);
        return (ending.ExitCode, JsonNode.Parse(ending.Output)!["data"]!);
    }

    private static IReadOnlyList<string> Conflicts(JsonNode forecast) =>
        [.. forecast["pairs"]!.AsArray().SelectMany(pair => pair!["conflicts"]!.AsArray().Select(conflict => $"{pair["left"]}|{pair["right"]}|{conflict!["kind"]}|{string.Join(',', conflict["files"]!.AsArray())}"))];

    /// <summary>Refs, and the content of every file outside git's object store: main checkout, worktrees, indexes, HEADs, logs.</summary>
    private string Fingerprint()
    {
        var files = new[] { _project.Root, Path.Combine(_project.OkstraHome, "worktrees") }
            .SelectMany(root => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            .Where(path => !path.Contains("/.git/objects/", StringComparison.Ordinal) && !path.Contains("registry.lock", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => $"{path} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))}");
        return string.Join('\n', [_main.Git("for-each-ref"), .. files]);
    }
}
