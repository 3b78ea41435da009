using Okstra.Core.Problems;
using Okstra.Core.Tasks;

namespace Okstra.Engine.Tests.Worktrees;

public sealed class WorktreeProvisioningTests
{
    [Fact]
    [Trait("Req", "R-WT-02")]
    [Trait("Req", "R-WT-06")]
    [Trait("Req", "R-WT-14")]
    [Trait("Req", "R-WT-17")]
    [Trait("Req", "R-WT-20")]
    [Trait("Req", "R-LAY-07")]
    public async Task First_provisioning_makes_branch_and_worktree_at_head_of_the_main_worktree()
    {
        using var rig = new WorktreeRig();

        var made = await rig.ProvisionAsync("shop:Back End:DEV-7311", "bugfix");

        Assert.Equal(("created", rig.At("home", ".okstra", "worktrees", "shop", "back-end", "dev-7311"), "fix-dev-7311", rig.Head), (made.Status, made.Path, made.Branch, made.BaseRef));
        Assert.Equal("fix-dev-7311", rig.In(made.Path).Git("branch", "--show-current").Trim());
        Assert.Equal(rig.Head, rig.In(made.Path).Git("rev-parse", "HEAD").Trim());
        Assert.Equal("b\n", await File.ReadAllTextAsync(Path.Combine(made.Path, "src/b.txt"), WorktreeRig.Token));
        var row = (await rig.Registry.LookupAsync(WorktreeRig.Key("shop:back-end:dev-7311"), WorktreeRig.Token))!;
        Assert.Equal((made.Path, "fix-dev-7311", rig.Head, "active", "implementation"), (row.WorktreePath, row.Branch, row.BaseRef, row.Status, row.LastPhase));
        Assert.Equal(Path.Combine(rig.Repository.Folder, ".git"), row.Repository);
    }

    [Fact]
    public async Task Computing_the_path_changes_nothing()
    {
        using var rig = new WorktreeRig();

        _ = rig.Services.Home.Worktree(WorktreeRig.Key());

        Assert.Empty(Directory.GetFileSystemEntries(rig.Home));
        await Task.CompletedTask;
    }

    [Fact]
    [Trait("Req", "R-WT-01")]
    [Trait("Req", "R-WT-11")]
    [Trait("Req", "R-CON-35")]
    [Trait("Req", "R-WT-22")]
    public async Task Every_phase_finds_the_worktree_the_first_one_made_as_the_last_one_left_it()
    {
        using var rig = new WorktreeRig();
        var first = await rig.ProvisionAsync(phase: TaskTypes.All[0].Token());
        var commit = rig.In(first.Path).Commit("work", ("new.txt", "new\n"));
        rig.Repository.Commit("main goes on", ("a.txt", "later\n"));

        foreach (var phase in TaskTypes.All.Skip(1).Select(TaskTypes.Token))
        {
            var found = await rig.ProvisionAsync(phase: phase);

            Assert.Equal(("reused", first.Path, first.Branch, first.BaseRef), (found.Status, found.Path, found.Branch, found.BaseRef));
            Assert.All((string[])[first.Path, first.Branch!, first.BaseRef![..12], phase], part => Assert.Contains(part, found.Note, StringComparison.Ordinal));
            Assert.DoesNotContain(first.BaseRef![..13], found.Note, StringComparison.Ordinal);
            Assert.Equal(phase, (await rig.Registry.LookupAsync(WorktreeRig.Key(), WorktreeRig.Token))!.LastPhase);
        }

        Assert.Equal(commit, rig.In(first.Path).Git("rev-parse", "HEAD").Trim());
        Assert.Equal(2, rig.Repository.Git("worktree", "list").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    [Trait("Req", "R-WT-21")]
    public async Task Note_of_a_new_worktree_names_path_branch_short_base_phase_and_only_what_was_linked()
    {
        using var rig = new WorktreeRig();

        var bare = await rig.ProvisionAsync();
        Directory.CreateDirectory(Path.Combine(rig.Repository.Folder, ".scratch"));
        Directory.CreateDirectory(Path.Combine(rig.Repository.Folder, "graphify-out"));
        var linked = await rig.ProvisionAsync("shop:g:t-2");

        Assert.Equal($"worktree {bare.Path} on branch task-t-1 from {rig.Head[..12]} for implementation", bare.Note);
        Assert.Equal($"worktree {linked.Path} on branch task-t-2 from {rig.Head[..12]} for implementation; linked .scratch, graphify-out", linked.Note);
    }

    [Fact]
    [Trait("Req", "R-OPN-56")]
    public async Task A_base_ref_is_resolved_for_a_new_worktree_and_ignored_with_a_note_on_reuse()
    {
        using var rig = new WorktreeRig();
        var old = rig.Head;
        rig.Repository.Git("tag", "v1");
        rig.Repository.Commit("second");

        var made = await rig.ProvisionAsync(baseRef: "v1");
        var found = await rig.ProvisionAsync(baseRef: "main");
        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.ProvisionAsync("shop:g:t-2", baseRef: "--upload-pack=x"));

        Assert.Equal((old, old), (made.BaseRef, found.BaseRef));
        Assert.Contains("base ref 'main' was ignored", found.Note, StringComparison.Ordinal);
        Assert.Contains("names no commit", refused.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-WT-07")]
    [Trait("Req", "R-WT-23")]
    public async Task Without_a_commit_in_the_main_worktree_there_is_nothing_to_begin_at()
    {
        using var rig = new WorktreeRig(commit: false);

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.ProvisionAsync());

        Assert.StartsWith("task worktree provisioning failed: could not resolve HEAD sha in main worktree", refused.Problem.Message, StringComparison.Ordinal);
        Assert.Contains("cannot create task worktree", refused.Problem.Message, StringComparison.Ordinal);
        Assert.Empty((await rig.Registry.ReadAsync(WorktreeRig.Token)).Tasks);
    }

    [Fact]
    [Trait("Req", "R-WT-09")]
    public async Task Outside_git_the_task_works_on_the_project_root()
    {
        using var rig = new WorktreeRig();
        var plain = Directory.CreateDirectory(rig.At("plain")).FullName;

        var place = await rig.ProvisionAsync(root: plain);

        Assert.Equal(("skipped-not-git", plain, null, null), (place.Status, place.Path, place.Branch, place.BaseRef));
        Assert.Contains("directly on the project root", place.Note, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-WT-10")]
    public async Task Inside_a_linked_worktree_none_is_nested_and_the_registry_not_touched()
    {
        using var rig = new WorktreeRig();
        var linked = rig.At("linked");
        rig.Repository.Git("worktree", "add", "--quiet", "--detach", linked);

        var place = await rig.ProvisionAsync(root: linked);

        Assert.Equal(("skipped-in-worktree", linked, null, null), (place.Status, place.Path, place.Branch, place.BaseRef));
        Assert.False(File.Exists(rig.Services.Home.WorktreeRegistry));
    }

    [Fact]
    [Trait("Req", "R-WT-12")]
    [Trait("Req", "R-WT-23")]
    public async Task A_folder_in_the_way_is_named_and_left_alone()
    {
        using var rig = new WorktreeRig();
        var path = rig.Services.Home.Worktree(WorktreeRig.Key());
        Directory.CreateDirectory(path);
        await File.WriteAllTextAsync(Path.Combine(path, "mine.txt"), "mine", WorktreeRig.Token);

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.ProvisionAsync());

        Assert.StartsWith($"task worktree provisioning failed: the folder '{path}' exists", refused.Problem.Message, StringComparison.Ordinal);
        Assert.Contains("okstra worktree", refused.Problem.Hint, StringComparison.Ordinal);
        Assert.DoesNotContain("rm -rf", refused.Problem.Message + refused.Problem.Hint, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(path, "mine.txt"), WorktreeRig.Token));
        Assert.Null((await rig.Registry.ReadAsync(WorktreeRig.Token)).Pending);
    }

    [Fact]
    [Trait("Req", "R-WT-13")]
    public async Task A_branch_in_the_way_is_named_and_left_alone()
    {
        using var rig = new WorktreeRig();
        rig.Repository.Git("branch", "fix-t-1");
        var before = rig.Repository.Git("for-each-ref");

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.ProvisionAsync(category: "bugfix"));

        Assert.Contains("branch 'fix-t-1' exists already", refused.Problem.Message, StringComparison.Ordinal);
        Assert.Contains("--work-category", refused.Problem.Hint, StringComparison.Ordinal);
        Assert.DoesNotContain("branch -D", refused.Problem.Message + refused.Problem.Hint, StringComparison.Ordinal);
        Assert.Equal(before, rig.Repository.Git("for-each-ref"));
        Assert.Equal("created", (await rig.ProvisionAsync(category: "feature")).Status);
    }

    [Fact]
    [Trait("Req", "R-OPN-55")]
    public async Task What_is_left_of_a_released_row_is_said_to_be_released()
    {
        using var rig = new WorktreeRig();
        await rig.ProvisionAsync();
        await rig.Registry.ReleaseAsync(WorktreeRig.Key(), WorktreeRig.Token);

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.ProvisionAsync());

        Assert.Contains("released", refused.Problem.Hint, StringComparison.Ordinal);
        Assert.Contains("okstra worktree restore", refused.Problem.Hint, StringComparison.Ordinal);
        Assert.Contains("okstra worktree prune", refused.Problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-WT-14")]
    public async Task Gits_own_refusal_is_passed_on_and_leaves_nothing()
    {
        using var rig = new WorktreeRig();
        Directory.CreateDirectory(rig.At("home", ".okstra", "worktrees", "shop"));
        await File.WriteAllTextAsync(Path.Combine(rig.Repository.Folder, ".git", "worktrees"), "in the way", WorktreeRig.Token);
        var before = rig.Repository.Git("for-each-ref");

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.ProvisionAsync());

        Assert.Contains("git could not make the worktree", refused.Problem.Message, StringComparison.Ordinal);
        Assert.Contains("fatal: ", refused.Problem.Message, StringComparison.Ordinal);
        Assert.Equal(before, rig.Repository.Git("for-each-ref"));
        Assert.Null((await rig.Registry.ReadAsync(WorktreeRig.Token)).Pending);
    }

    [Fact]
    [Trait("Req", "R-WT-16")]
    public async Task A_failed_reservation_takes_back_only_what_this_call_made()
    {
        using var probe = new WorktreeRig(variables: Trace(out var writes));
        await probe.ProvisionAsync();
        var reserve = (await File.ReadAllLinesAsync(writes, WorktreeRig.Token)).Select(line => line.Split(' ')).Last(line => line[1] == "registry.json")[0];
        using var rig = new WorktreeRig(variables: new(StringComparer.Ordinal) { ["OKSTRA_TEST_FAULT"] = $"fail:{reserve}" });
        var before = rig.Repository.Git("for-each-ref");

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.ProvisionAsync());

        Assert.Contains("no space left", refused.Problem.Message, StringComparison.Ordinal);
        Assert.False(Path.Exists(rig.Services.Home.Worktree(WorktreeRig.Key())));
        Assert.Equal(before, rig.Repository.Git("for-each-ref"));
        Assert.Single(rig.Repository.Git("worktree", "list").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("created", (await rig.ProvisionAsync()).Status);
    }

    [Fact]
    [Trait("Req", "R-WT-18")]
    public async Task The_working_directory_stays_where_it_was()
    {
        using var rig = new WorktreeRig();
        var before = Directory.GetCurrentDirectory();

        await rig.ProvisionAsync();

        Assert.Equal(before, Directory.GetCurrentDirectory());
    }

    [Fact]
    public async Task Two_repositories_with_one_project_id_never_share_a_worktree()
    {
        using var rig = new WorktreeRig();
        await rig.ProvisionAsync();
        var clone = rig.At("clone");
        rig.Repository.Git("clone", "--quiet", ".", clone);

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.ProvisionAsync(root: clone));

        Assert.Contains("belongs to another repository", refused.Problem.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(rig.Repository.Folder, ".git"), refused.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-OPN-54")]
    public async Task A_folder_deleted_by_hand_comes_back_with_its_index_and_history()
    {
        using var rig = new WorktreeRig();
        var made = await rig.ProvisionAsync();
        var work = rig.In(made.Path);
        work.Commit("committed", ("c.txt", "c\n"));
        await File.WriteAllTextAsync(Path.Combine(made.Path, "staged.txt"), "staged\n", WorktreeRig.Token);
        work.Git("add", "staged.txt");
        var index = work.Git("ls-files", "--stage");
        Directory.Delete(made.Path, recursive: true);

        var found = await rig.ProvisionAsync();

        Assert.Equal("reused", found.Status);
        Assert.Contains("its folder was gone", found.Note, StringComparison.Ordinal);
        Assert.Equal(index, work.Git("ls-files", "--stage"));
        Assert.Equal("A  staged.txt\n", work.Git("status", "--porcelain"));
        Assert.Equal("staged\n", await File.ReadAllTextAsync(Path.Combine(made.Path, "staged.txt"), WorktreeRig.Token));
    }

    [Fact]
    [Trait("Req", "R-OPN-54")]
    public async Task A_worktree_git_forgot_is_made_again_from_its_branch_or_else_anew()
    {
        using var rig = new WorktreeRig();
        var made = await rig.ProvisionAsync();
        var commit = rig.In(made.Path).Commit("committed", ("c.txt", "c\n"));
        rig.Repository.Git("worktree", "remove", "--force", "--force", made.Path);

        var again = await rig.ProvisionAsync();

        Assert.Equal(("reused", commit), (again.Status, rig.In(made.Path).Git("rev-parse", "HEAD").Trim()));
        rig.Repository.Git("worktree", "remove", "--force", "--force", made.Path);
        rig.Repository.Git("branch", "--delete", "--force", made.Branch!);

        var anew = await rig.ProvisionAsync();

        Assert.Equal(("created", rig.Head), (anew.Status, rig.In(made.Path).Git("rev-parse", "HEAD").Trim()));
    }

    [Fact]
    public async Task A_worktree_that_left_its_branch_is_not_trusted()
    {
        using var rig = new WorktreeRig();
        var made = await rig.ProvisionAsync();
        rig.In(made.Path).Git("switch", "--quiet", "--create", "elsewhere");

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.ProvisionAsync());
        rig.In(made.Path).Git("switch", "--quiet", "--detach");
        var detached = await Assert.ThrowsAsync<UserErrorException>(() => rig.ProvisionAsync());

        Assert.Contains("on branch 'elsewhere', not on 'task-t-1'", refused.Problem.Message, StringComparison.Ordinal);
        Assert.Contains("on no branch", detached.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-WT-24")]
    public async Task A_branch_of_another_task_is_refused_with_its_owner()
    {
        using var rig = new WorktreeRig();
        await rig.ProvisionAsync("shop:g:t-1");

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.ProvisionAsync("shop:other:t-1"));

        Assert.Equal("task worktree provisioning failed: branch 'task-t-1' belongs to 'shop/g/t-1'", refused.Problem.Message);
        Assert.Equal("created", (await rig.ProvisionAsync("shop:other:t-1", "feature")).Status);
    }

    private static Dictionary<string, string> Trace(out string file)
    {
        file = Path.Combine(Directory.CreateTempSubdirectory("okstra-").FullName, "writes");
        return new(StringComparer.Ordinal) { ["OKSTRA_TEST_FAULT"] = $"trace:{file}" };
    }
}
