using System.Diagnostics;
using Okstra.Processes.Git;
using Okstra.Testing;

namespace Okstra.Processes.Tests.Git;

public sealed class PushGuardTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TestRepository _main;
    private readonly TestRepository _upstream;

    public PushGuardTests()
    {
        _upstream = new TestRepository(_folder.At("upstream.git"));
        _upstream.Git("init", "--quiet", "--bare");
        _main = TestRepository.Create(_folder.At("main"), ("a", "1"));
        _main.Git("remote", "add", "origin", _upstream.Folder);
        _main.Git("remote", "add", "second", "https://example.org/second.git");
        _main.Git("config", "remote.second.pushurl", _upstream.Folder);
        _main.Git("remote", "add", "third", "rewritten:upstream.git");
        _main.Git("config", $"url.{_folder.Path}/.pushInsteadOf", "rewritten:");
        _main.Git("worktree", "add", "--quiet", "-b", "work", _folder.At("linked"));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("origin")]
    [InlineData("second")]
    [InlineData("third")]
    [InlineData("file")]
    [InlineData("path")]
    public async Task Nothing_is_pushed_from_the_worktree_by_any_address(string target)
    {
        await DisableAsync();

        var (code, error) = Push(_folder.At("linked"), target switch { "file" => $"file://{_upstream.Folder}", "path" => _upstream.Folder, _ => target });

        Assert.NotEqual(0, code);
        Assert.Contains("okstra-push-disabled", error);
        Assert.Equal("", _upstream.Git("for-each-ref"));
    }

    [Fact]
    public async Task The_main_worktree_pushes_and_the_linked_one_fetches_as_before()
    {
        await DisableAsync();

        Assert.Equal(0, Push(_main.Folder, "origin").Code);
        new TestRepository(_folder.At("linked")).Git("fetch", "--quiet", "origin");
    }

    [Fact]
    public async Task The_shared_configuration_gains_one_line_once_and_twice_is_as_once()
    {
        var before = File.ReadAllLines(_folder.At("main", ".git", "config"));

        Assert.True(await DisableAsync());
        var first = await File.ReadAllTextAsync(_folder.At("main", ".git", "worktrees", "linked", "config.worktree"), Token);
        Assert.True(await DisableAsync());

        Assert.Equal(["[extensions]", "\tworktreeConfig = true"], File.ReadAllLines(_folder.At("main", ".git", "config")).Except(before));
        Assert.Equal(first, await File.ReadAllTextAsync(_folder.At("main", ".git", "worktrees", "linked", "config.worktree"), Token));
    }

    [Fact]
    public async Task A_repository_that_keeps_its_worktree_in_the_shared_configuration_is_left_as_it_is()
    {
        _main.Git("config", "core.worktree", _main.Folder);
        var before = await File.ReadAllTextAsync(_folder.At("main", ".git", "config"), Token);

        Assert.False(await DisableAsync());

        Assert.Equal(before, await File.ReadAllTextAsync(_folder.At("main", ".git", "config"), Token));
    }

    private async Task<bool> DisableAsync()
    {
        var host = HermeticHost.Create(_folder.Path);
        var repository = await GitRepository.FindAsync(new GitCommand(new ProcessRunner(host, TimeProvider.System), host), _main.Folder, Token);
        return await new PushGuard(repository!).DisableAsync(_folder.At("linked"), Token);
    }

    private (int Code, string Error) Push(string folder, string target)
    {
        var start = new ProcessStartInfo("git", ["push", target, "HEAD:refs/heads/pushed"]) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment.Clear();
        foreach (var (name, value) in HermeticHost.Variables(_folder.Path))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }
}
