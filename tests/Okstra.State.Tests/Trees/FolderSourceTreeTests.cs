using Okstra.State.Trees;

namespace Okstra.State.Tests.Trees;

public sealed class FolderSourceTreeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private FolderSourceTree Tree() => new(_folder.At("root"));

    [Fact]
    public async Task Files_are_listed_in_order_without_state_output_and_dependencies()
    {
        _folder.Write("root/z.txt", "");
        _folder.Write("root/a/b.cs", "");
        _folder.Write("root/.okstra/project.json", "{}");
        _folder.Write("root/.git/config", "");
        _folder.Write("root/web/node_modules/x/index.js", "");
        _folder.Write("root/app/app.csproj", "");
        _folder.Write("root/app/bin/app.dll", "");
        _folder.Write("root/tool/bin/run.rb", "");

        Assert.Equal(["a/b.cs", "app/app.csproj", "tool/bin/run.rb", "z.txt"], await Tree().ListPathsAsync(Token));
        Assert.Null(Tree().Commit);
    }

    [Fact]
    public async Task Links_are_neither_listed_nor_read()
    {
        var secret = _folder.Write("secret/key", "outside");
        _folder.CreateFolder("root");
        File.CreateSymbolicLink(_folder.At("root", "key"), secret);
        Directory.CreateSymbolicLink(_folder.At("root", "folder"), _folder.At("secret"));

        Assert.Empty(await Tree().ListPathsAsync(Token));
        Assert.Null(await Tree().ReadTextAsync("key", Token));
        Assert.Null(await Tree().ReadTextAsync("folder/key", Token));
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("a/../../outside.txt")]
    [InlineData("/etc/hostname")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a//b.txt")]
    [InlineData("a/./b.txt")]
    [InlineData(".okstra/project.json")]
    [InlineData("a\0b")]
    public async Task A_path_that_does_not_stay_in_the_tree_has_no_text(string path)
    {
        _folder.Write("outside.txt", "outside");
        _folder.Write("root/a/b.txt", "inside");
        _folder.Write("root/.okstra/project.json", "{}");

        Assert.Null(await Tree().ReadTextAsync(path, Token));
    }

    [Fact]
    public async Task Text_is_read_up_to_four_mebibytes_and_binary_files_are_not()
    {
        _folder.Write("root/ok.txt", "text");
        _folder.Write("root/binary", "a\0b");
        _folder.Write("root/large", new string('x', (4 * 1024 * 1024) + 1));

        Assert.Equal("text", await Tree().ReadTextAsync("ok.txt", Token));
        Assert.Null(await Tree().ReadTextAsync("binary", Token));
        Assert.Null(await Tree().ReadTextAsync("large", Token));
        Assert.Null(await Tree().ReadTextAsync("missing", Token));
        Assert.Null(await Tree().ReadCommitAsync("abc", Token));
    }

    [Fact]
    public async Task Search_names_path_and_line_and_stops_at_the_limit_of_each_text()
    {
        _folder.Write("root/a.cs", "needle\r\nNeedle\nneedle and other\n");
        _folder.Write("root/b.cs", "needle\n");

        var hits = await Tree().SearchAsync(["needle", "other", "needle", ""], 2, Token);

        Assert.Equal(
            [("needle", "a.cs", 1, "needle"), ("needle", "a.cs", 3, "needle and other"), ("other", "a.cs", 3, "needle and other")],
            hits.Select(hit => (hit.Text, hit.Path, hit.Line, hit.Content)));
    }
}
