using Okstra.Core.Problems;
using Okstra.Processes.Git;
using Okstra.Testing;

namespace Okstra.Processes.Tests.Git;

public sealed class GitCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("git version 2.39.5\n", "2.39.5")]
    [InlineData("git version 2.39.3 (Apple Git-146)\n", "2.39.3")]
    [InlineData("git version 2.45.1.windows.1\n", "2.45.1")]
    [InlineData("git version 2.53.GIT\n", "2.53")]
    [InlineData("git version 2.47.0-rc1\n", "2.47")]
    public async Task Version_is_read_from_what_git_prints(string printed, string expected)
    {
        Assert.Equal(Version.Parse(expected), await FakeGit(printed).ReadVersionAsync(Token));
    }

    [Theory]
    [InlineData("git version 2.37.9\n")]
    [InlineData("something else\n")]
    [InlineData("")]
    public async Task An_old_or_unknown_git_is_refused(string printed)
    {
        var error = await Assert.ThrowsAsync<UserErrorException>(() => FakeGit(printed).RequireMinimumVersionAsync(Token));

        Assert.Contains("2.38", error.Problem.Message);
    }

    [Fact]
    public async Task The_installed_git_is_new_enough() => await Git().RequireMinimumVersionAsync(Token);

    [Fact]
    public async Task A_missing_git_is_named()
    {
        var host = HermeticHost.Create(_folder.Path, new Dictionary<string, string> { ["PATH"] = _folder.Path });

        var error = await Assert.ThrowsAsync<UserErrorException>(() => new GitCommand(new ProcessRunner(host, TimeProvider.System), host).ReadVersionAsync(Token));

        Assert.Contains("'git'", error.Problem.Message);
    }

    [Fact]
    public async Task Configured_programs_are_not_started_by_reading()
    {
        var made = TestRepository.Create(_folder.At("repository"), ("a", "1"));
        var trap = _folder.WriteScript("trap.sh", $"touch '{_folder.At("sprung")}'\n");
        made.Git("config", "core.fsmonitor", trap);
        made.Git("config", "core.pager", trap);

        var result = await Git().RunAsync(made.Folder, ["status", "--porcelain"], Token);

        Assert.True(result.Succeeded);
        Assert.False(File.Exists(_folder.At("sprung")));
    }

    [Fact]
    public async Task Messages_are_english_and_complaints_one_line()
    {
        var result = await Git().RunAsync(_folder.Path, ["rev-parse", "HEAD"], Token);

        Assert.Equal("fatal: not a git repository (or any of the parent directories): .git", result.Complaint);
    }

    [Fact]
    public async Task Required_call_that_fails_names_the_attempt()
    {
        var error = await Assert.ThrowsAsync<UserErrorException>(() => Git().RequireAsync(_folder.Path, ["rev-parse", "HEAD"], "find the commit", Token));

        Assert.StartsWith($"git could not find the commit in '{_folder.Path}': fatal: ", error.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_reaches_git()
    {
        var result = await Git().RunAsync(TestRepository.Create(_folder.Path).Folder, ["hash-object", "--stdin"], "hello\n", Token);

        Assert.Equal("ce013625030ba8dba906f756967f9e9ca394464a\n", result.Output);
    }

    private GitCommand Git()
    {
        var host = HermeticHost.Create(_folder.Path);
        return new GitCommand(new ProcessRunner(host, TimeProvider.System), host);
    }

    private GitCommand FakeGit(string printed)
    {
        _folder.WriteScript("bin/git", $"cat <<'end'\n{printed}end\n");
        var host = HermeticHost.Create(_folder.Path, new Dictionary<string, string> { ["PATH"] = $"{_folder.At("bin")}:/usr/bin:/bin" });
        return new GitCommand(new ProcessRunner(host, TimeProvider.System), host);
    }
}
