using Okstra.Core.Problems;
using Okstra.Processes.Git;
using Okstra.Testing;

namespace Okstra.Processes.Tests.Git;

public sealed class GitRepositoryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("plain")]
    [InlineData("with space and ünïcode 한글")]
    [InlineData("line\nbreak")]
    [InlineData("-dash")]
    public async Task Find_answers_the_folders_whatever_they_are_called(string name)
    {
        var made = TestRepository.Create(_folder.At(name), ("src/a.txt", "a\n"));

        var found = await FindAsync(Path.Combine(made.Folder, "src"));

        Assert.Equal((made.Folder, Path.Combine(made.Folder, ".git"), false), (found!.Root, found.GitDirectory, found.IsLinkedWorktree));
        Assert.Equal(Path.Combine(made.Folder, ".git", "info", "exclude"), found.ExcludeFile);
    }

    [Fact]
    public async Task Linked_worktree_shares_the_common_folder()
    {
        var main = TestRepository.Create(_folder.At("main"));
        main.Git("worktree", "add", "--quiet", "--detach", _folder.At("linked"));

        var found = await FindAsync(_folder.At("linked"));

        Assert.True(found!.IsLinkedWorktree);
        Assert.Equal((_folder.At("linked"), _folder.At("main", ".git")), (found.Root, found.CommonDirectory));
        Assert.Equal(_folder.At("main", ".git", "info", "exclude"), found.ExcludeFile);
    }

    [Fact]
    [Trait("Req", "R-WT-08")]
    public async Task Main_worktree_is_the_first_one_git_lists_from_wherever_it_is_asked()
    {
        var main = TestRepository.Create(_folder.At("main\ncheckout"));
        main.Git("worktree", "add", "--quiet", "--detach", _folder.At("a linked"));

        Assert.Equal(main.Folder, await (await FindAsync(_folder.At("a linked")))!.MainWorktreeAsync(Token));
        Assert.Equal(main.Folder, await (await FindAsync(main.Folder))!.MainWorktreeAsync(Token));
    }

    [Fact]
    [Trait("Req", "R-WT-19")]
    public async Task A_folder_is_inside_a_linked_worktree_only_when_the_two_git_folders_differ()
    {
        var main = TestRepository.Create(_folder.At("main"), ("src/a", "1"));
        main.Git("worktree", "add", "--quiet", "--detach", _folder.At("linked"));

        Assert.False((await FindAsync(main.Folder))!.IsLinkedWorktree);
        Assert.False((await FindAsync(_folder.At("main", "src")))!.IsLinkedWorktree);
        Assert.True((await FindAsync(_folder.At("linked", "src")))!.IsLinkedWorktree);
        Assert.False((await FindAsync(_folder.CreateFolder("plain")))?.IsLinkedWorktree ?? false);
    }

    [Fact]
    public async Task Find_answers_null_outside_git() => Assert.Null(await FindAsync(_folder.CreateFolder("plain")));

    [Fact]
    public async Task Inherited_git_variables_lead_nowhere_else()
    {
        var right = TestRepository.Create(_folder.At("right"), ("right.txt", "x"));
        var wrong = TestRepository.Create(_folder.At("wrong"), ("wrong.txt", "x"));
        var variables = new Dictionary<string, string>
        {
            ["GIT_DIR"] = Path.Combine(wrong.Folder, ".git"),
            ["GIT_WORK_TREE"] = wrong.Folder,
            ["GIT_INDEX_FILE"] = Path.Combine(wrong.Folder, ".git", "index"),
            ["GIT_OBJECT_DIRECTORY"] = _folder.At("nowhere"),
            ["GIT_CONFIG_PARAMETERS"] = "'core.bare=true'",
            ["GIT_CONFIG_COUNT"] = "1",
            ["GIT_CONFIG_KEY_0"] = "core.bare",
            ["GIT_CONFIG_VALUE_0"] = "true",
        };

        var found = await GitRepository.FindAsync(Git(variables), right.Folder, Token);

        Assert.Equal(right.Folder, found!.Root);
        Assert.Equal(right.Git("rev-parse", "HEAD").Trim(), await found.HeadCommitAsync(Token));
        Assert.Equal(0, await found.DirtyCountAsync(Token));
    }

    [Fact]
    public async Task Head_is_null_before_the_first_commit()
    {
        new TestRepository(_folder.Path).Git("init", "--quiet");

        Assert.Null(await (await FindAsync(_folder.Path))!.HeadCommitAsync(Token));
    }

    [Fact]
    public async Task Bare_repository_is_refused_by_name()
    {
        new TestRepository(_folder.At("bare.git")).Git("init", "--quiet", "--bare");

        var error = await Assert.ThrowsAsync<UserErrorException>(() => FindAsync(_folder.At("bare.git")));

        Assert.Contains(_folder.At("bare.git"), error.Problem.Message);
        Assert.Contains("bare", error.Problem.Message);
    }

    [Fact]
    public async Task Gits_own_folder_is_refused()
    {
        TestRepository.Create(_folder.Path);

        await Assert.ThrowsAsync<UserErrorException>(() => FindAsync(_folder.At(".git", "refs")));
    }

    [Theory]
    [InlineData("gitdir: /nowhere/at/all\n")]
    [InlineData("nonsense\n")]
    public async Task Broken_repository_is_an_error_and_not_no_repository(string gitFile)
    {
        _folder.Write(".git", gitFile);

        await Assert.ThrowsAsync<UserErrorException>(() => FindAsync(_folder.Path));
    }

    [Fact]
    public async Task Empty_git_folder_is_an_error_and_not_no_repository()
    {
        _folder.CreateFolder(".git");

        await Assert.ThrowsAsync<UserErrorException>(() => FindAsync(_folder.Path));
    }

    [Fact]
    public async Task Dirty_count_counts_changed_deleted_and_new_files_but_not_okstras_own()
    {
        var made = TestRepository.Create(_folder.Path, ("a", "1"), ("b", "1"), ("c", "1"), (".gitignore", "*.log"));
        _folder.Write("a", "2");
        File.Delete(_folder.At("b"));
        made.Git("mv", "c", "d");
        _folder.Write("new/one\nline", "x");
        _folder.Write("new/two", "x");
        _folder.Write("ignored.log", "x");
        _folder.Write(".okstra/project.json", "{}");

        // a, b, c gone, d added, two new ones.
        Assert.Equal(6, await (await FindAsync(_folder.Path))!.DirtyCountAsync(Token));
    }

    [Theory]
    [InlineData("main", true)]
    [InlineData("HEAD", true)]
    [InlineData("v1", true)]
    [InlineData("no-such-branch", false)]
    [InlineData("--all", false)]
    [InlineData("--output=/tmp/x", false)]
    [InlineData("", false)]
    [InlineData("main\nmain", false)]
    public async Task Resolve_takes_names_of_commits_only(string name, bool exists)
    {
        var made = TestRepository.Create(_folder.Path, ("a", "1"));
        made.Git("tag", "--annotate", "--message", "one", "v1");
        var head = made.Git("rev-parse", "HEAD").Trim();

        Assert.Equal(exists ? head : null, await (await FindAsync(_folder.Path))!.ResolveAsync(name, Token));
    }

    [Theory]
    [InlineData("https://user:token@example.org/team/product.git", "https://example.org/team/product.git", "product")]
    [InlineData("https://example.org/team/product", "https://example.org/team/product", "product")]
    [InlineData("git@example.org:product.git", "git@example.org:product.git", "product")]
    [InlineData("ssh://git@example.org:22/team/a@b/", "ssh://example.org:22/team/a@b/", "a@b")]
    public async Task Remote_url_is_shown_without_credentials(string url, string shown, string name)
    {
        TestRepository.Create(_folder.Path).Git("remote", "add", "origin", url);
        var found = await FindAsync(_folder.Path);

        Assert.Equal((shown, name), (await found!.RemoteUrlAsync("origin", Token), await found.NameAsync(Token)));
    }

    [Fact]
    public async Task Name_is_that_of_the_folder_without_a_remote()
    {
        TestRepository.Create(_folder.At("my product"));

        Assert.Equal("my product", await (await FindAsync(_folder.At("my product")))!.NameAsync(Token));
    }

    private GitCommand Git(Dictionary<string, string>? variables = null)
    {
        var host = HermeticHost.Create(_folder.Path, variables);
        return new GitCommand(new ProcessRunner(host, TimeProvider.System), host);
    }

    private Task<GitRepository?> FindAsync(string folder) => GitRepository.FindAsync(Git(), folder, Token);
}
