using Okstra.Processes.Git;
using Okstra.Testing;

namespace Okstra.Processes.Tests.Git;

public sealed class PlumbingMergeTests : IDisposable
{
    private readonly TempFolder _temp = new();

    [Fact]
    public async Task Merging_the_same_commits_gives_the_same_commit_and_touches_neither_worktree_nor_index_nor_hooks()
    {
        var (repository, one, other) = await TwoSidesAsync(("a.txt", "a\n"), ("b.txt", "b\n"));
        _temp.WriteScript("r/.git/hooks/commit-msg", "touch ../hooked\nexit 1\n");
        File.WriteAllText(_temp.At("r", "own.txt"), "unsaved\n");
        var before = Git("status", "--porcelain");

        var first = await new PlumbingMerge(repository).MergeAsync(one, other, "joined", TestContext.Current.CancellationToken);
        var second = await new PlumbingMerge(repository).MergeAsync(one, other, "joined", TestContext.Current.CancellationToken);

        Assert.Equal(first.Commit, second.Commit);
        Assert.Equal("joined okstra <okstra@localhost>", Git("log", "-1", "--format=%s %an <%ae>", first.Commit!).Trim());
        Assert.Equal(["a.txt", "b.txt", "base.txt"], Git("ls-tree", "--name-only", first.Commit!).Trim().Split('\n'));
        Assert.Equal(before, Git("status", "--porcelain"));
        Git("fsck", "--strict");
    }

    [Fact]
    public async Task A_conflict_names_its_files_and_makes_no_commit()
    {
        var (repository, one, other) = await TwoSidesAsync(("base.txt", "left\n"), ("base.txt", "right\n"));

        var outcome = await new PlumbingMerge(repository).MergeAsync(one, other, "joined", TestContext.Current.CancellationToken);

        Assert.Null(outcome.Commit);
        Assert.Equal(["base.txt"], outcome.Conflicts);
    }

    [Fact]
    public async Task A_commit_is_kept_once_under_the_next_free_number()
    {
        var (repository, one, other) = await TwoSidesAsync(("a.txt", "a\n"), ("b.txt", "b\n"));
        const string prefix = "refs/okstra/keep/p/g/t/";
        Git("update-ref", prefix + "stage-1/9", other);
        Git("update-ref", prefix + "4", other);
        var keep = new StageKeep(repository);

        Assert.Equal(prefix + "5", await keep.KeepAsync(prefix, one, TestContext.Current.CancellationToken));
        Assert.Equal(prefix + "5", await keep.KeepAsync(prefix, one, TestContext.Current.CancellationToken));
        Assert.Equal(one, Git("rev-parse", prefix + "5").Trim());
    }

    public void Dispose() => _temp.Dispose();

    private async Task<(GitRepository Repository, string One, string Other)> TwoSidesAsync((string Path, string Text) one, (string Path, string Text) other)
    {
        var made = TestRepository.Create(_temp.At("r"), ("base.txt", "base\n"));
        made.Git("switch", "--quiet", "--create", "one");
        var left = made.Commit("one", one);
        made.Git("switch", "--quiet", "--create", "other", "main");
        var right = made.Commit("other", other);
        var host = HermeticHost.Create(_temp.Path);
        return ((await GitRepository.FindAsync(new GitCommand(new ProcessRunner(host, TimeProvider.System), host), made.Folder, TestContext.Current.CancellationToken))!, left, right);
    }

    private string Git(params string[] arguments) => new TestRepository(_temp.At("r")).Git(arguments);
}
