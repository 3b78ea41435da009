using Okstra.Core.Problems;
using Okstra.Processes.Git;
using Okstra.Testing;

namespace Okstra.Engine.Tests.Worktrees;

public sealed class ProvisioningBadInputTests
{
    [Fact]
    public async Task A_bare_repository_is_refused_by_name()
    {
        using var rig = new WorktreeRig();
        new TestRepository(rig.At("bare.git")).Git("init", "--quiet", "--bare");

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.ProvisionAsync(root: rig.At("bare.git")));

        Assert.StartsWith("task worktree provisioning failed: ", refused.Problem.Message, StringComparison.Ordinal);
        Assert.Contains("bare", refused.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shallow_clone_gets_worktrees()
    {
        using var rig = new WorktreeRig();
        rig.Repository.Commit("second");
        rig.Repository.Git("clone", "--quiet", "--depth=1", $"file://{rig.Repository.Folder}", rig.At("shallow"));

        var made = await rig.ProvisionAsync(root: rig.At("shallow"));

        Assert.Equal(("created", "b\n"), (made.Status, await File.ReadAllTextAsync(Path.Combine(made.Path, "src/b.txt"), WorktreeRig.Token)));
    }

    [Fact]
    public async Task A_sparse_checkout_stays_sparse_and_whole()
    {
        using var rig = new WorktreeRig();
        rig.Repository.Git("sparse-checkout", "set", "--cone", "src");

        var made = await rig.ProvisionAsync();

        Assert.Equal("", rig.In(made.Path).Git("status", "--porcelain"));
        Assert.True(File.Exists(Path.Combine(made.Path, "src/b.txt")));
        Assert.Equal("", rig.Repository.Git("status", "--porcelain"));
        Assert.Equal("src\n", rig.Repository.Git("sparse-checkout", "list"));
    }

    [Fact]
    public async Task Submodules_do_not_stop_a_worktree()
    {
        using var rig = new WorktreeRig();
        var library = TestRepository.Create(rig.At("library"), ("lib.txt", "lib\n"));
        rig.Repository.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.Folder, "lib");
        rig.Repository.Commit("submodule");

        var made = await rig.ProvisionAsync();

        Assert.Equal("created", made.Status);
        Assert.Equal("", rig.In(made.Path).Git("status", "--porcelain"));
    }

    [Fact]
    public async Task A_project_that_is_itself_a_submodule_works_and_says_that_pushing_is_not_disabled()
    {
        using var rig = new WorktreeRig();
        var library = TestRepository.Create(rig.At("library"), ("lib.txt", "lib\n"));
        rig.Repository.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.Folder, "lib");
        var inner = new TestRepository(Path.Combine(rig.Repository.Folder, "lib"));

        var made = await rig.ProvisionAsync(root: inner.Folder);

        Assert.Equal("created", made.Status);
        Assert.Contains("pushing is not disabled", made.Note, StringComparison.Ordinal);
        Assert.Equal("", inner.Git("status", "--porcelain"));
        Assert.Equal("", rig.In(made.Path).Git("status", "--porcelain"));
    }

    [Fact]
    [Trait("Req", "R-WT-24")]
    public async Task A_detached_head_is_a_commit_to_begin_at()
    {
        using var rig = new WorktreeRig();
        rig.Repository.Git("switch", "--quiet", "--detach");

        Assert.Equal(("created", rig.Head), ((await rig.ProvisionAsync()).Status, rig.Head));
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("한글 ünïcode")]
    [InlineData("line\nbreak")]
    [InlineData("-dash")]
    [InlineData("quote'\"\\")]
    public async Task Paths_may_be_called_anything(string name)
    {
        using var rig = new WorktreeRig(name);
        Directory.CreateDirectory(Path.Combine(rig.Repository.Folder, ".scratch"));

        var made = await rig.ProvisionAsync();
        var found = await rig.ProvisionAsync();

        Assert.Equal(("created", "reused"), (made.Status, found.Status));
        Assert.Equal("", rig.In(made.Path).Git("status", "--porcelain"));
    }

    [Fact]
    public async Task A_branch_checked_out_elsewhere_is_named()
    {
        using var rig = new WorktreeRig();
        var made = await rig.ProvisionAsync();
        rig.Repository.Git("worktree", "remove", "--force", "--force", made.Path);
        rig.Repository.Git("switch", "--quiet", made.Branch!);

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.ProvisionAsync());

        Assert.Contains($"'{made.Branch}' is already checked out at '{rig.Repository.Folder}'", refused.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_half_made_branch_that_somebody_checked_out_since_is_left_to_them()
    {
        using var rig = new WorktreeRig();
        var pending = new Core.Worktrees.PendingWorktree { WorktreePath = rig.Services.Home.Worktree(WorktreeRig.Key()), Branch = "task-t-1", BaseRef = rig.Head, Repository = Path.Combine(rig.Repository.Folder, ".git"), Since = "then" };
        await rig.Registry.ChangeAsync(document => Core.Worktrees.RegistryRules.Announce(document, WorktreeRig.Key(), pending), WorktreeRig.Token);
        rig.Repository.Git("switch", "--quiet", "--create", "task-t-1");
        var head = rig.Head;

        await Assert.ThrowsAsync<UserErrorException>(() => rig.ProvisionAsync());

        Assert.Equal(head, rig.Repository.Git("rev-parse", "--verify", "refs/heads/task-t-1").Trim());
        Assert.Equal("", rig.Repository.Git("status", "--porcelain"));
    }

    [Theory]
    [InlineData("Task-T-1")]
    [InlineData("task-t-1/part")]
    public async Task A_branch_that_differs_in_case_only_or_lies_below_is_named(string other)
    {
        using var rig = new WorktreeRig();
        rig.Repository.Git("branch", other);

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.ProvisionAsync());

        Assert.Contains($"'{other}'", refused.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_users_branch_named_like_an_option_does_no_harm()
    {
        using var rig = new WorktreeRig();
        rig.Repository.Git("update-ref", "refs/heads/--force", "HEAD");
        rig.Repository.Git("symbolic-ref", "HEAD", "refs/heads/--force");

        Assert.Equal("created", (await rig.ProvisionAsync()).Status);
        Assert.Equal("created", (await rig.ProvisionAsync("shop:g:t-2", baseRef: "--force")).Status);
    }

    [Fact]
    public async Task A_repository_of_another_user_is_refused_with_gits_reason()
    {
        using var rig = new WorktreeRig(variables: new(StringComparer.Ordinal) { ["GIT_TEST_ASSUME_DIFFERENT_OWNER"] = "1" });

        // The variable is git's own test hook; okstra drops every GIT_* variable, so the refusal is asked for through a wrapper.
        var bin = Directory.CreateDirectory(rig.At("bin")).FullName;
        var git = rig.Write("bin/git", "#!/bin/sh\nPATH=${PATH#*:}\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec git \"$@\"\n");
        File.SetUnixFileMode(git, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var services = rig.ServicesWith(new(StringComparer.Ordinal) { ["PATH"] = $"{bin}:{Environment.GetEnvironmentVariable("PATH")}" });

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => new Engine.Worktrees.WorktreeProvisioning(services).ProvisionAsync(rig.Request(), WorktreeRig.Token));

        Assert.Contains("safe.directory", refused.Problem.Hint, StringComparison.Ordinal);
        Assert.StartsWith("task worktree provisioning failed: ", refused.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_git_is_refused_with_the_minimum()
    {
        using var rig = new WorktreeRig();
        var bin = Directory.CreateDirectory(rig.At("bin")).FullName;
        var git = rig.Write("bin/git", "#!/bin/sh\nPATH=${PATH#*:}\nfor a in \"$@\"; do [ \"$a\" = version ] && { echo git version 2.34.1; exit; }; done\nexec git \"$@\"\n");
        File.SetUnixFileMode(git, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var services = rig.ServicesWith(new(StringComparer.Ordinal) { ["PATH"] = $"{bin}:{Environment.GetEnvironmentVariable("PATH")}" });

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => new Engine.Worktrees.WorktreeProvisioning(services).ProvisionAsync(rig.Request(), WorktreeRig.Token));

        Assert.Contains($"git 2.34.1 is installed; okstra needs {GitCommand.MinimumVersion}", refused.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_home_that_cannot_be_written_is_named_and_git_left_alone()
    {
        using var rig = new WorktreeRig();

        // A file where the folder should be: permissions do not stop root, which tests may run as.
        await File.WriteAllTextAsync(rig.At("home", ".okstra"), "", WorktreeRig.Token);
        var before = rig.Repository.Git("for-each-ref");

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.ProvisionAsync());

        Assert.Contains(".okstra", refused.Problem.Message, StringComparison.Ordinal);
        Assert.Equal(before, rig.Repository.Git("for-each-ref"));
    }

    [Fact]
    public async Task Hooks_of_the_repository_do_not_run()
    {
        using var rig = new WorktreeRig();
        foreach (var name in (string[])["post-checkout", "reference-transaction", "post-index-change"])
        {
            var hook = Path.Combine(rig.Repository.Folder, ".git", "hooks", name);
            Directory.CreateDirectory(Path.GetDirectoryName(hook)!);
            await File.WriteAllTextAsync(hook, $"#!/bin/sh\ntouch '{rig.At("sprung")}'\n", WorktreeRig.Token);
            File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        await rig.ProvisionAsync();

        Assert.False(File.Exists(rig.At("sprung")));
    }

    [Fact]
    public async Task Inherited_git_variables_lead_nowhere_else()
    {
        using var other = new WorktreeRig();
        using var rig = new WorktreeRig(variables: new(StringComparer.Ordinal)
        {
            ["GIT_DIR"] = Path.Combine(other.Repository.Folder, ".git"),
            ["GIT_WORK_TREE"] = other.Repository.Folder,
            ["GIT_INDEX_FILE"] = Path.Combine(other.Repository.Folder, ".git", "index"),
        });
        var before = other.Repository.Git("for-each-ref");

        var made = await rig.ProvisionAsync();

        Assert.Equal(Path.Combine(rig.Repository.Folder, ".git"), (await rig.Registry.LookupAsync(WorktreeRig.Key(), WorktreeRig.Token))!.Repository);
        Assert.Equal("created", made.Status);
        Assert.Equal(before, other.Repository.Git("for-each-ref"));
    }
}
