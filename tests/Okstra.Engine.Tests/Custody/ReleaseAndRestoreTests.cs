using System.Diagnostics;
using Okstra.Core.Problems;
using Okstra.Core.Worktrees;

namespace Okstra.Engine.Tests.Custody;

public sealed class ReleaseAndRestoreTests
{
    [Fact]
    [Trait("Req", "R-WT-39")]
    public async Task Release_frees_key_and_branch_keeps_the_work_and_leaves_directory_and_branch_alone()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Write("new.txt", "x\n");
        var before = rig.Everything();

        var outcome = await rig.ReleaseAsync();

        Assert.Equal("released", outcome.Row.Status);
        var registry = await rig.Registry.ReadAsync(CustodyRig.Token);
        Assert.Equal("released", registry.Row(rig.Key)!.Status);
        Assert.Empty(registry.Branches);
        Assert.Equal(before, rig.Everything());
        Assert.Equal("  feat-t-1", rig.Main.Git("branch", "--list", "feat-t-1").TrimEnd().Replace('+', ' '));
        Assert.Null(await rig.Registry.ReleaseAsync(WorktreeKey.TryParse("shop/g/unknown", out var other) ? other.Value : default, CustodyRig.Token));
        Assert.Equal(("refs/okstra/keep/shop/g/t-1/1", true), ((await rig.ReleaseAsync()).Kept!.Ref, (await rig.ReleaseAsync()).WasReleased));
    }

    [Fact]
    public async Task Released_and_untouched_it_is_simply_active_again()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Write("new.txt", "x\n");
        var before = rig.Everything() + rig.Shell("stat -c %Y%i new.txt");
        await rig.ReleaseAsync();

        var restored = await rig.RestoreAsync();

        Assert.Null(restored.Kept);
        Assert.Equal(before, rig.Everything() + rig.Shell("stat -c %Y%i new.txt"));
        Assert.Equal(rig.Key.ToString(), (await rig.Registry.ReadAsync(CustodyRig.Token)).Branches["feat-t-1"]);
    }

    [Fact]
    public async Task Work_of_two_lives_of_one_worktree_is_kept_apart()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Write("life.txt", "first\n");
        await rig.ReleaseAsync();
        await rig.ClearAwayAsync();
        await rig.RestoreAsync();
        rig.Write("life.txt", "second\n");
        await rig.ReleaseAsync();
        await rig.ClearAwayAsync();

        await rig.RestoreAsync(from: "1");
        Assert.Equal("first\n", File.ReadAllText(rig.At("life.txt")));
        var copy = rig.TempAt("copy");
        await rig.RestoreAsync(from: "refs/okstra/keep/shop/g/t-1/2", to: copy);
        Assert.Equal("second\n", File.ReadAllText(Path.Combine(copy, "life.txt")));
        Assert.Equal("first\n", File.ReadAllText(rig.At("life.txt")));
    }

    [Fact]
    public async Task A_branch_that_moved_on_is_left_alone_and_the_work_gets_another()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Shell("echo 1 > one && git add one && git commit -qm one");
        var tip = rig.Shell("git rev-parse HEAD");
        await rig.ReleaseAsync();
        await rig.ClearAwayAsync();
        rig.Main.Git("branch", "feat-t-1", "main");
        var main = rig.Main.Git("rev-parse", "main");

        var restored = await rig.RestoreAsync();

        Assert.Equal("feat-t-1-restored-1", restored.Branch);
        Assert.Contains(restored.Notes, note => note.Contains("feat-t-1-restored-1", StringComparison.Ordinal));
        Assert.Equal((main, tip), (rig.Main.Git("rev-parse", "feat-t-1"), rig.Shell("git rev-parse HEAD")));
        Assert.Equal("feat-t-1-restored-1", (await rig.Registry.LookupAsync(rig.Key, CustodyRig.Token))!.Branch);
    }

    [Fact]
    public async Task Nothing_that_is_there_is_overwritten()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Write("new.txt", "x\n");
        await rig.ReleaseAsync();
        await rig.ClearAwayAsync();
        Directory.CreateDirectory(rig.Folder);
        rig.Write("mine.txt", "mine\n");
        var other = Directory.CreateDirectory(rig.TempAt("full")).FullName;
        File.WriteAllText(Path.Combine(other, "mine.txt"), "mine\n");

        Assert.Equal("OKS0662", (await Assert.ThrowsAsync<UserErrorException>(() => rig.RestoreAsync())).Problem.Code);
        Assert.Equal("OKS0662", (await Assert.ThrowsAsync<UserErrorException>(() => rig.RestoreAsync(to: other))).Problem.Code);
        Assert.Equal("mine\n", File.ReadAllText(rig.At("mine.txt")));
        Assert.Single(Directory.GetFiles(rig.Folder));
    }

    [Fact]
    public async Task Without_a_registry_the_kept_commit_is_enough()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Shell("echo 1 > one && git add one && git commit -qm one && echo 2 > two");
        var before = rig.Everything();
        await rig.ReleaseAsync();
        await rig.ClearAwayAsync();
        File.Delete(rig.Services.Home.WorktreeRegistry);

        await rig.RestoreAsync();

        Assert.Equal(before, rig.Everything());
        var row = (await rig.Registry.LookupAsync(rig.Key, CustodyRig.Token))!;
        Assert.Equal(("feat-t-1", rig.Main.Git("rev-parse", "main").Trim(), rig.Common), (row.Branch, row.BaseRef, row.Repository));
    }

    [Fact]
    public async Task A_copy_takes_nobodys_branch_and_is_not_registered()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Shell("echo 1 > one && git add one && git commit -qm one && echo 2 > two");
        await rig.ReleaseAsync();
        await rig.RestoreAsync();

        var copy = rig.TempAt("copies/one more");
        var outcome = await rig.RestoreAsync(to: copy);

        Assert.Null(outcome.Branch);
        Assert.Equal("2\n", File.ReadAllText(Path.Combine(copy, "two")));
        Assert.Equal([copy], Directory.GetFileSystemEntries(rig.TempAt("copies")));
        Assert.Single((await rig.Registry.ReadAsync(CustodyRig.Token)).Tasks);
        Assert.Equal("2\n", File.ReadAllText(rig.At("two")));
    }

    [Fact]
    public async Task Precious_ignored_files_block_release_and_prune_with_their_names_and_output_does_not()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Shell("mkdir -p node_modules/x dist secret && echo 1 > node_modules/x/y && echo 2 > dist/z && echo KEY > .env && echo k > secret/key && echo l > run.log && echo w > w.txt");

        var refusal = await rig.RefusedReleaseAsync();
        Assert.Equal("OKS0657", refusal.Code);
        Assert.All(["'.env' (4 B)", "'secret/' (2 B)", "'run.log'"], name => Assert.Contains(name, refusal.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("node_modules", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("dist", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".okstra'", refusal.Message, StringComparison.Ordinal);

        rig.Shell("rm -r .env secret run.log");
        await rig.ReleaseAsync();
        rig.Write(".env", "KEY2\n");
        var pruned = Assert.Single(await rig.PruneAsync());
        Assert.Equal("OKS0657", pruned.Refusal!.Code);
        Assert.Equal("KEY2\n", File.ReadAllText(rig.At(".env")));

        File.Delete(rig.At(".env"));
        await rig.ClearAwayAsync();
    }

    [Fact]
    public async Task A_process_in_the_folder_blocks_the_release_and_is_named()
    {
        using var rig = await CustodyRig.CreateAsync();
        Directory.CreateDirectory(rig.At("src/deep"));
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "read line"]) { WorkingDirectory = rig.At("src/deep"), RedirectStandardInput = true, UseShellExecute = false })!;
        var refusal = await rig.RefusedReleaseAsync();
        process.StandardInput.Close();
        await process.WaitForExitAsync(CustodyRig.Token);

        Assert.Equal("OKS0656", refusal.Code);
        Assert.Contains($"{process.Id} /bin/sh -c read line", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_whose_mutex_is_held_is_not_released()
    {
        using var rig = await CustodyRig.CreateAsync();
        using var held = await rig.Services.Locks.AcquireAsync(Path.Combine(rig.Services.Home.Root, ".locks", "shop-g-t-1.lock"), "prepare a run", TimeSpan.Zero, CustodyRig.Token);
        Assert.Equal("OKS0206", (await rig.RefusedReleaseAsync()).Code);
    }

    [Fact]
    public async Task Prune_touches_no_active_row_and_no_folder_that_is_not_okstras()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Main.Git("worktree", "add", "--quiet", "--lock", "--reason", "mine", "-b", "own", rig.TempAt("own"));
        Assert.Empty(await rig.PruneAsync());

        await rig.ReleaseAsync();
        rig.Main.Git("worktree", "unlock", rig.Folder);
        rig.Main.Git("worktree", "lock", "--reason", "mine now", rig.Folder);
        Assert.Empty(await rig.PruneAsync());
        Assert.True(Path.Exists(rig.At("a.txt")));
        Assert.True(Path.Exists(rig.TempAt("own/a.txt")));
    }

    [Fact]
    public async Task Work_done_after_the_release_is_kept_before_the_removal()
    {
        using var rig = await CustodyRig.CreateAsync();
        await rig.ReleaseAsync();
        rig.Write("late.txt", "late\n");
        rig.Shell("git checkout -q -b other && echo x > x.txt && git add x.txt && git commit -qm x && git checkout -q feat-t-1");

        await rig.ClearAwayAsync();
        await rig.RestoreAsync();

        Assert.Equal("late\n", File.ReadAllText(rig.At("late.txt")));
        Assert.Equal("x\n", rig.Main.Git("show", "other:x.txt"));
    }

    [Fact]
    public async Task Files_kept_at_the_release_come_back_when_the_folder_was_deleted_by_hand_before_the_prune()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Shell("echo s > s.txt && git add s.txt && echo u > u.txt && echo t >> a.txt");
        var before = rig.Everything();
        await rig.ReleaseAsync();
        Directory.Delete(rig.Folder, recursive: true);

        await rig.ClearAwayAsync();
        await rig.RestoreAsync();

        Assert.Equal(before, rig.Everything());
        Assert.Single(await rig.KeptAsync());
    }

    [Fact]
    public async Task A_branch_that_is_checked_out_elsewhere_stays()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Shell("echo 1 > one && git add one && git commit -qm one && git checkout -q --detach");
        rig.Main.Git("worktree", "add", "--quiet", rig.TempAt("own"), "feat-t-1");
        await rig.ReleaseAsync();

        var outcome = Assert.Single(await rig.PruneAsync());

        Assert.Null(outcome.Refusal);
        Assert.Contains(rig.TempAt("own"), outcome.BranchKept, StringComparison.Ordinal);
        Assert.NotEqual("", rig.Main.Git("branch", "--list", "feat-t-1"));
    }

    [Fact]
    public async Task A_half_removed_worktree_somebody_worked_in_since_is_left_alone()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Write("kept.txt", "kept\n");
        await rig.ReleaseAsync();
        File.WriteAllText(Path.Combine(rig.Common, "worktrees", "t-1", "locked"), "okstra removing shop/g/t-1\n");
        File.Delete(rig.At("kept.txt"));
        rig.Write("since.txt", "since\n");

        Assert.Equal("OKS0668", Assert.Single(await rig.PruneAsync()).Refusal!.Code);
        Assert.Equal("since\n", File.ReadAllText(rig.At("since.txt")));

        File.Delete(rig.At("since.txt"));
        await rig.ClearAwayAsync();
        await rig.RestoreAsync();
        Assert.Equal("kept\n", File.ReadAllText(rig.At("kept.txt")));
    }
}
