using Okstra.Core.Problems;
using Okstra.Processes.Git;
using Okstra.Testing;

namespace Okstra.Processes.Tests.Git;

public sealed class MergeTreeTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private TestRepository _made = null!;
    private GitRepository _repository = null!;
    private string _first = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _made = TestRepository.Create(_folder.At("repository"), ("a.txt", "1\n2\n3\n"), ("한글 \"x\".txt", "1\n"), ("moved.txt", string.Concat(Enumerable.Range(0, 20).Select(line => $"{line}\n"))));
        _first = Head();
        var host = HermeticHost.Create(_folder.Path);
        _repository = (await GitRepository.FindAsync(new GitCommand(new ProcessRunner(host, TimeProvider.System), host), _made.Folder, Token))!;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_clean_merge_has_the_tree_that_git_merge_gives()
    {
        var one = Branch("one", ("a.txt", "one\n2\n3\n"));
        var two = Branch("two", ("b.txt", "two\n"));

        var merged = await new MergeTree(_repository).MergeAsync(one, two, Token);

        _made.Git("checkout", "--quiet", "--detach", one);
        _made.Git("merge", "--quiet", "--no-edit", two);
        Assert.Equal((true, _made.Git("rev-parse", "HEAD^{tree}").Trim()), (merged.Clean, merged.Tree));
        Assert.Empty(merged.Files);
    }

    [Fact]
    public async Task Conflicts_are_named_by_kind_with_paths_as_they_are()
    {
        var one = Branch("one", ("한글 \"x\".txt", "one\n"), ("new.txt", "one\n"));
        _made.Git("checkout", "--quiet", "-b", "two", _first);
        _made.Git("rm", "--quiet", "moved.txt");
        var two = _made.Commit("two", ("한글 \"x\".txt", "two\n"), ("new.txt", "two\n"));
        _made.Git("checkout", "--quiet", "one");
        _made.Git("mv", "moved.txt", "moved too.txt");
        one = _made.Commit("moves");

        var merged = await new MergeTree(_repository).MergeAsync(one, two, Token);

        Assert.False(merged.Clean);
        Assert.Equal(["moved too.txt", "new.txt", "한글 \"x\".txt"], merged.Files.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["add/add: new.txt", "content: 한글 \"x\".txt", "rename/delete: moved too.txt moved.txt"],
            merged.Conflicts.Select(conflict => $"{conflict.Kind}: {string.Join(' ', conflict.Files)}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Commits_without_common_history_are_unrelated()
    {
        _made.Git("checkout", "--quiet", "--orphan", "other");
        var other = _made.Commit("other root");

        var merged = await new MergeTree(_repository).MergeAsync(_first, other, Token);

        Assert.True(merged is { Unrelated: true, Clean: false, Tree: null });
    }

    [Fact]
    public async Task A_commit_that_is_not_there_is_a_problem()
    {
        var problem = await Assert.ThrowsAsync<UserErrorException>(() => new MergeTree(_repository).MergeAsync(_first, new string('a', 40), Token));

        Assert.Equal("OKS2050", problem.Problem.Code);
    }

    [Fact]
    public async Task The_same_merge_commit_has_the_same_id_whenever_it_is_written()
    {
        var one = Branch("one", ("a.txt", "one\n2\n3\n"));
        var two = Branch("two", ("b.txt", "two\n"));
        var tree = (await new MergeTree(_repository).MergeAsync(one, two, Token)).Tree!;

        var first = await new CommitObject(_repository).WriteAsync(tree, [one, two], "Merge stage 2 (한글) into x", Token);
        var second = await new CommitObject(_repository).WriteAsync(tree, [one, two], "Merge stage 2 (한글) into x", Token);

        Assert.Equal(first, second);
        Assert.Equal($"{one} {two}|{tree}|okstra <okstra@localhost>|2026-01-02T03:04:05+00:00|Merge stage 2 (한글) into x", _made.Git("show", "--no-patch", "--format=%P|%T|%an <%ae>|%cI|%s", first).Trim());
        Assert.DoesNotContain(first, _made.Git("for-each-ref"), StringComparison.Ordinal);
        _made.Git("fsck", "--strict", "--no-dangling");
    }

    [Fact]
    public async Task A_name_git_knows_is_the_committers()
    {
        _made.Git("config", "user.name", "Grace <x> Hopper");
        _made.Git("config", "user.email", "grace@example.org");

        var commit = await new CommitObject(_repository).WriteAsync(_made.Git("rev-parse", "HEAD^{tree}").Trim(), [_first], "m", Token);

        Assert.Equal("Grace x Hopper <grace@example.org>", _made.Git("show", "--no-patch", "--format=%cn <%ce>", commit).Trim());
    }

    [Theory]
    [InlineData("main")]
    [InlineData("refs/heads/main~1")]
    [InlineData("refs/heads/main@{0}")]
    [InlineData("refs/heads/main^{tree}")]
    [InlineData("refs/heads/none")]
    public async Task A_ref_is_only_ever_the_ref_of_that_name(string reference)
    {
        _made.Commit("second", ("b", "b\n"));

        Assert.Null(await new CommitLookup(_repository).RefAsync(reference, Token));
        Assert.Equal(Head(), await new CommitLookup(_repository).RefAsync("refs/heads/main", Token));
    }

    private string Branch(string name, params (string Path, string Text)[] files)
    {
        _made.Git("checkout", "--quiet", "-b", name, _first);
        return _made.Commit(name, files);
    }

    private string Head() => _made.Git("rev-parse", "HEAD").Trim();
}
