using Okstra.Processes.Git;
using Okstra.Testing;

namespace Okstra.Processes.Tests.Git;

public sealed class LinkedWorktreesTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TestRepository _linked;

    public LinkedWorktreesTests()
    {
        var main = TestRepository.Create(_folder.At("main"), ("whole.txt", "1\n"), ("cut.txt", "12345\n"), ("missing.txt", "3\n"), ("deep/missing file.txt", "4\n"));
        main.Git("worktree", "add", "--quiet", "--no-checkout", "-b", "work", _folder.At("linked"));
        _linked = new TestRepository(_folder.At("linked"));

        // As a checkout leaves it that was killed: some files, the last of them cut off, and no index.
        File.Delete(Path.Combine(_linked.Git("rev-parse", "--path-format=absolute", "--git-dir").Trim(), "index"));
        File.WriteAllText(Path.Combine(_linked.Folder, "whole.txt"), "1\n");
        File.WriteAllText(Path.Combine(_linked.Folder, "cut.txt"), "12");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_checkout_that_was_cut_off_is_completed_around_what_is_there_and_names_what_is_not_whole()
    {
        var host = HermeticHost.Create(_folder.Path);
        var repository = await GitRepository.FindAsync(new GitCommand(new ProcessRunner(host, TimeProvider.System), host), _linked.Folder, Token);
        var worktrees = new LinkedWorktrees(repository!);

        var cut = await worktrees.BeginAgainAsync(_linked.Folder, Token);

        Assert.Equal(["cut.txt"], cut);
        Assert.Equal("12", await File.ReadAllTextAsync(Path.Combine(_linked.Folder, "cut.txt"), Token));
        File.Delete(Path.Combine(_linked.Folder, "cut.txt"));
        await worktrees.FillAsync(_linked.Folder, Token);
        Assert.Equal("", _linked.Git("status", "--porcelain"));
    }
}
