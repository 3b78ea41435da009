using Okstra.Core.Sources;
using Okstra.Processes.Git;
using Okstra.Testing;

namespace Okstra.Processes.Tests.Git;

public sealed class GitSourceTreeTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private TestRepository _made = null!;
    private GitSourceTree _tree = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _made = new TestRepository(_folder.At("repository"));
        _made.Git("init", "--quiet", "--initial-branch=main");
        _folder.Write("secret", "outside\n");
        File.WriteAllBytes(Path.Combine(_made.Folder, "image.bin"), [1, 2, 0, 3]);
        File.WriteAllText(Path.Combine(_made.Folder, "large.txt"), new string('x', (4 * 1024 * 1024) + 1));
        File.WriteAllText(Path.Combine(_made.Folder, "largest.txt"), new string('x', 4 * 1024 * 1024));
        File.CreateSymbolicLink(Path.Combine(_made.Folder, "link"), "../secret");
        File.CreateSymbolicLink(Path.Combine(_made.Folder, "inner-link"), "src/a b.cs");
        var commit = _made.Commit("first\n\nwhy", ("src/a b.cs", "class A\n{\n    int needle;\n}\n"), ("한글/ünï.txt", "needle 한글\r\nnext\r\n"), ("odd\nname.txt", "one\nneedle: two\n"), ("bom.txt", "\uFEFFfirst\n"), ("empty", ""));
        _tree = await OpenAsync(commit);
    }

    public ValueTask DisposeAsync()
    {
        _tree.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Paths_are_regular_files_in_ordinal_order()
    {
        Assert.Equal(["bom.txt", "empty", "image.bin", "large.txt", "largest.txt", "odd\nname.txt", "src/a b.cs", "한글/ünï.txt"], await _tree.ListPathsAsync(Token));
    }

    [Fact]
    public async Task Text_is_that_of_the_commit_and_not_of_the_folder()
    {
        File.WriteAllText(Path.Combine(_made.Folder, "src", "a b.cs"), "changed");

        Assert.Equal("class A\n{\n    int needle;\n}\n", await _tree.ReadTextAsync("src/a b.cs", Token));
        Assert.Equal("needle 한글\r\nnext\r\n", await _tree.ReadTextAsync("한글/ünï.txt", Token));
        Assert.Equal("one\nneedle: two\n", await _tree.ReadTextAsync("odd\nname.txt", Token));
        Assert.Equal("first\n", await _tree.ReadTextAsync("bom.txt", Token));
        Assert.Equal("", await _tree.ReadTextAsync("empty", Token));
    }

    [Theory]
    [InlineData("link")]
    [InlineData("inner-link")]
    [InlineData("image.bin")]
    [InlineData("large.txt")]
    [InlineData("src")]
    [InlineData("")]
    [InlineData("../secret")]
    [InlineData("src/../../secret")]
    [InlineData("/etc/passwd")]
    [InlineData("absent.txt")]
    [InlineData("--help")]
    [InlineData(".git/config")]
    public async Task Whatever_is_no_text_of_the_tree_cannot_be_read(string path) => Assert.Null(await _tree.ReadTextAsync(path, Token));

    [Fact]
    public async Task A_text_of_exactly_the_limit_is_read() => Assert.Equal(4 * 1024 * 1024, (await _tree.ReadTextAsync("largest.txt", Token))!.Length);

    [Fact]
    public async Task Search_answers_every_text_with_its_places()
    {
        var hits = await _tree.SearchAsync(["needle", "한글", "class A", "absent", ""], 10, Token);

        Assert.Equal(
            [
                new SourceHit("needle", "odd\nname.txt", 2, "needle: two"),
                new SourceHit("needle", "src/a b.cs", 3, "    int needle;"),
                new SourceHit("needle", "한글/ünï.txt", 1, "needle 한글"),
                new SourceHit("한글", "한글/ünï.txt", 1, "needle 한글"),
                new SourceHit("class A", "src/a b.cs", 1, "class A"),
            ],
            hits);
    }

    [Fact]
    public async Task Search_takes_texts_literally()
    {
        Assert.Empty(await _tree.SearchAsync(["n..dle", "-needle", "needle\nclass", "NEEDLE", "--help", "\0"], 10, Token));
    }

    [Theory]
    [InlineData("a.b[c]")]
    [InlineData("(x|y)")]
    [InlineData("p*q+r?")]
    [InlineData("{1,2}")]
    [InlineData("^start$")]
    [InlineData("C:\\path\\n")]
    [InlineData("-e")]
    [InlineData("\"quoted\" 'text' `x` $HOME")]
    public async Task Search_finds_texts_that_look_like_patterns(string text)
    {
        using var tree = await OpenAsync(_made.Commit("second", ("pattern.txt", $"before\nxx{text}yy\n")));

        Assert.Equal([new SourceHit(text, "pattern.txt", 2, $"xx{text}yy")], await tree.SearchAsync([text], 10, Token));
        Assert.Contains(new SourceHit(text, "pattern.txt", 2, $"xx{text}yy"), await tree.SearchAsync(["needle", text], 10, Token));
    }

    [Fact]
    public async Task Search_stops_at_the_given_number_of_hits_for_each_text()
    {
        Assert.Equal([("needle", 1), ("class A", 1)], (await _tree.SearchAsync(["needle", "class A"], 1, Token)).CountBy(hit => hit.Text).Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public async Task Search_cuts_long_lines()
    {
        var hit = Assert.Single(await _tree.SearchAsync(["xxx"], 1, Token));

        Assert.Equal(400, hit.Content.Length);
    }

    [Fact]
    public async Task Search_takes_more_texts_than_fit_on_one_command_line()
    {
        var texts = Enumerable.Range(0, 3000).Select(number => $"{number:D6}{new string('y', 60)}").Append("needle").ToList();

        Assert.Equal(3, (await _tree.SearchAsync(texts, 10, Token)).Count);
    }

    [Fact]
    public async Task A_frequent_text_does_not_hide_a_rare_one()
    {
        var flood = string.Concat(Enumerable.Repeat($"frequent {new string('z', 90)}\n", 200_000));
        using var tree = await OpenAsync(_made.Commit("second", ("a-flood.txt", flood), ("z-last.txt", "rare\n")));

        var hits = await tree.SearchAsync(["frequent", "rare"], 3, Token);

        Assert.Equal([("frequent", 3), ("rare", 1)], hits.CountBy(hit => hit.Text).Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public async Task Commit_is_its_message_and_its_changed_paths()
    {
        var second = _made.Commit("second one", ("src/a b.cs", "changed\n"));

        var text = await _tree.ReadCommitAsync(second[..10], Token);

        Assert.Contains($"commit {second}\n", text);
        Assert.Contains("    second one\n", text);
        Assert.EndsWith("M\tsrc/a b.cs\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000")]
    [InlineData("main")]
    [InlineData("--all")]
    [InlineData("")]
    public async Task What_is_no_commit_id_is_not_read(string sha) => Assert.Null(await _tree.ReadCommitAsync(sha, Token));

    private async Task<GitSourceTree> OpenAsync(string commit)
    {
        var host = HermeticHost.Create(_folder.Path);
        var git = new GitCommand(new ProcessRunner(host, TimeProvider.System), host);
        return new GitSourceTree((await GitRepository.FindAsync(git, _made.Folder, Token))!, commit);
    }
}
