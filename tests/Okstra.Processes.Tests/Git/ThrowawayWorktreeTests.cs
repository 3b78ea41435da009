using Okstra.Core.Problems;
using Okstra.Processes.Git;
using Okstra.Testing;

namespace Okstra.Processes.Tests.Git;

public sealed class ThrowawayWorktreeTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private TestRepository _made = null!;
    private GitRepository _repository = null!;
    private string _head = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Target => _folder.At("work trees", "한글 one");

    public async ValueTask InitializeAsync()
    {
        _made = TestRepository.Create(_folder.At("repository"), ("a.txt", "a\n"), ("b.txt", "b\n"), (".gitignore", "*.log\n"));
        _head = _made.Git("rev-parse", "HEAD").Trim();
        var host = HermeticHost.Create(_folder.Path);
        _repository = (await GitRepository.FindAsync(new GitCommand(new ProcessRunner(host, TimeProvider.System), host), _made.Folder, Token))!;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_is_detached_at_the_commit_and_clean()
    {
        _made.Commit("later", ("a.txt", "later\n"));

        var worktree = await ThrowawayWorktree.AddAsync(_repository, Target, _head, Token);

        Assert.Equal("a\n", await File.ReadAllTextAsync(Path.Combine(Target, "a.txt"), Token));
        var entry = Assert.Single(WorktreeEntry.ParseList(_made.Git("worktree", "list", "--porcelain", "-z")), entry => entry.Path == Target);
        Assert.Equal((_head, null, ThrowawayWorktree.LockReason), (entry.Commit, entry.Branch, entry.LockReason));
        Assert.Equal("", await worktree.DiffAsync(Token));
    }

    [Fact]
    public async Task No_hook_runs()
    {
        _folder.WriteScript("repository/.git/hooks/post-checkout", $"touch '{_folder.At("sprung")}'\n");

        await ThrowawayWorktree.AddAsync(_repository, Target, _head, Token);

        Assert.False(File.Exists(_folder.At("sprung")));
    }

    [Fact]
    public async Task Diff_shows_changed_deleted_new_and_committed_files()
    {
        var worktree = await ThrowawayWorktree.AddAsync(_repository, Target, _head, Token);
        File.AppendAllText(Path.Combine(Target, "a.txt"), "changed\n");
        var inside = new TestRepository(Target);
        inside.Commit("an agent's commit", ("committed.txt", "committed\n"));
        File.Delete(Path.Combine(Target, "b.txt"));
        File.WriteAllText(Path.Combine(Target, "new file.txt"), "new\n");
        File.WriteAllText(Path.Combine(Target, "ignored.log"), "ignored\n");

        var diff = await worktree.DiffAsync(Token);

        Assert.Contains("+changed\n", diff);
        Assert.Contains("+committed\n", diff);
        Assert.Contains("+new\n", diff);
        Assert.Contains("-b\n", diff);
        Assert.DoesNotContain("ignored", diff);
    }

    [Fact]
    public async Task Diff_of_much_is_cut()
    {
        var worktree = await ThrowawayWorktree.AddAsync(_repository, Target, _head, Token);
        File.WriteAllText(Path.Combine(Target, "much.txt"), string.Concat(Enumerable.Repeat("much\n", 400_000)));

        Assert.EndsWith("[patch cut at 1 MiB]\n", await worktree.DiffAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removal_takes_everything_and_may_be_repeated()
    {
        var worktree = await ThrowawayWorktree.AddAsync(_repository, Target, _head, Token);
        File.WriteAllText(Path.Combine(Target, "new.txt"), "new\n");

        await worktree.RemoveAsync(Token);
        await worktree.RemoveAsync(Token);

        Assert.False(Directory.Exists(Target));
        Assert.Single(WorktreeEntry.ParseList(_made.Git("worktree", "list", "--porcelain", "-z")));
    }

    [Fact]
    public async Task A_leftover_without_its_folder_is_listed_and_removed()
    {
        await ThrowawayWorktree.AddAsync(_repository, Target, _head, Token);
        Directory.Delete(Target, recursive: true);

        Assert.Equal([Target], await ThrowawayWorktree.ListAsync(_repository, Token));
        await ThrowawayWorktree.RemoveAsync(_repository, Target, Token);

        Assert.Empty(await ThrowawayWorktree.ListAsync(_repository, Token));
    }

    [Fact]
    public async Task Somebody_elses_worktree_is_refused()
    {
        _made.Git("worktree", "add", "--quiet", "--detach", Target);

        await Assert.ThrowsAsync<UserErrorException>(() => ThrowawayWorktree.RemoveAsync(_repository, Target, Token));

        Assert.True(File.Exists(Path.Combine(Target, "a.txt")));
    }

    [Fact]
    public async Task A_folder_that_is_no_worktree_and_the_main_checkout_are_refused()
    {
        _folder.Write("work trees/한글 one/notes.txt", "mine");

        await Assert.ThrowsAsync<UserErrorException>(() => ThrowawayWorktree.RemoveAsync(_repository, Target, Token));
        await Assert.ThrowsAsync<UserErrorException>(() => ThrowawayWorktree.RemoveAsync(_repository, _made.Folder, Token));

        Assert.True(File.Exists(Path.Combine(Target, "notes.txt")));
        Assert.True(File.Exists(Path.Combine(_made.Folder, "a.txt")));
    }

    [Fact]
    public async Task An_existing_folder_is_not_taken()
    {
        _folder.CreateFolder("work trees/한글 one");

        await Assert.ThrowsAsync<UserErrorException>(() => ThrowawayWorktree.AddAsync(_repository, Target, _head, Token));
    }

    [Fact]
    public async Task A_folder_reached_through_a_link_is_the_same_folder()
    {
        Directory.CreateDirectory(_folder.At("real"));
        Directory.CreateSymbolicLink(_folder.At("link"), _folder.At("real"));

        var worktree = await ThrowawayWorktree.AddAsync(_repository, _folder.At("link", "one"), _head, Token);
        await ThrowawayWorktree.RemoveAsync(_repository, _folder.At("link", "one"), Token);

        Assert.Equal(_folder.At("real", "one"), worktree.Folder);
        Assert.False(Directory.Exists(_folder.At("real", "one")));
    }

    [Fact]
    public async Task Many_can_be_made_and_removed_at_once()
    {
        var worktrees = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => ThrowawayWorktree.AddAsync(_repository, _folder.At($"w{number}"), _head, Token)));

        Assert.Equal(8, (await ThrowawayWorktree.ListAsync(_repository, Token)).Count);
        await Task.WhenAll(worktrees.Select(worktree => worktree.RemoveAsync(Token)));

        Assert.Empty(await ThrowawayWorktree.ListAsync(_repository, Token));
    }
}
