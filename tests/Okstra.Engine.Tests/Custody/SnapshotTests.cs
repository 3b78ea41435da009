using Okstra.Engine.Custody;

namespace Okstra.Engine.Tests.Custody;

public sealed class SnapshotTests
{
    [Fact]
    public async Task Keeping_leaves_files_index_HEAD_refs_and_times_untouched()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Shell("echo s > s.txt && git add s.txt && echo u > u.txt && echo c >> a.txt");
        var before = Times(rig) + rig.Shell("git for-each-ref refs/heads refs/stash; cat \"$(git rev-parse --git-dir)/HEAD\"; sha256sum \"$(git rev-parse --git-dir)/index\"");

        Assert.NotNull(await KeepAsync(rig));

        Assert.Equal(before, Times(rig) + rig.Shell("git for-each-ref refs/heads refs/stash; cat \"$(git rev-parse --git-dir)/HEAD\"; sha256sum \"$(git rev-parse --git-dir)/index\""));
    }

    [Fact]
    public async Task No_hook_filter_monitor_or_signing_program_runs()
    {
        using var rig = await CustodyRig.CreateAsync();
        var trap = rig.Script("trap.sh", $"touch '{rig.TempAt("sprung")}'\ncat\n");
        foreach (var hook in new[] { "pre-commit", "post-commit", "reference-transaction", "post-checkout", "post-index-change", "pre-auto-gc", "post-rewrite" })
        {
            File.Copy(trap, Path.Combine(rig.Common, "hooks", hook));
        }

        rig.Shell("printf '* filter=trap\\n' > .gitattributes && echo x >> a.txt && echo new > new.txt");
        foreach (var (name, value) in new[] { ("filter.trap.clean", trap), ("filter.trap.smudge", trap), ("filter.trap.process", trap), ("core.fsmonitor", trap), ("commit.gpgSign", "true"), ("gpg.program", trap), ("diff.external", trap), ("core.editor", trap) })
        {
            rig.Main.Git("config", name, value);
        }

        await rig.ReleaseAsync();
        Assert.All(await rig.PruneAsync(), outcome => Assert.Null(outcome.Refusal?.Message));
        await rig.RestoreAsync();

        Assert.False(File.Exists(rig.TempAt("sprung")));
        rig.Main.Git("config", "--unset", "filter.trap.process");
        rig.Main.Git("config", "--unset", "core.fsmonitor");
        rig.Shell("echo y >> a.txt && git add a.txt", mayFail: true);
        Assert.True(File.Exists(rig.TempAt("sprung")), "the trap does not work, so it proves nothing");
    }

    [Fact]
    public async Task The_same_state_is_kept_once_and_another_one_under_the_next_number()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Write("new.txt", "1\n");
        var first = await KeepAsync(rig);
        var again = await KeepAsync(rig);
        rig.Write("new.txt", "2\n");
        var second = await KeepAsync(rig);

        Assert.Equal(("refs/okstra/keep/shop/g/t-1/1", first!.Commit), (again!.Ref, again.Commit));
        Assert.Equal("refs/okstra/keep/shop/g/t-1/2", second!.Ref);
        Assert.Equal([1, 2], (await rig.KeptAsync()).Select(kept => kept.Number));
    }

    [Fact]
    public async Task Nothing_beyond_the_base_is_not_kept()
    {
        using var rig = await CustodyRig.CreateAsync();
        Assert.Null(await KeepAsync(rig));
        Assert.Empty(await rig.KeptAsync());
    }

    [Fact]
    public async Task A_snapshot_without_a_ref_leads_to_every_file()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Write("new.txt", "predicted\n");
        var snapshot = await new WorktreeCustody(rig.Services).SnapshotAsync(await TargetAsync(rig), CustodyRig.Token);

        Assert.Equal("predicted\n", rig.Main.Git("show", $"{snapshot.Commit}:new.txt"));
        Assert.Empty(await rig.KeptAsync());
    }

    [Fact]
    public async Task Kept_work_can_be_read_with_git_alone()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Shell("echo two > a.txt && git add a.txt && echo three > a.txt");
        var kept = (await KeepAsync(rig))!;

        Assert.Equal("three\n", rig.Main.Git("show", $"{kept.Ref}:a.txt"));
        Assert.Equal("two\n", rig.Main.Git("show", $"{kept.Message.Index}:a.txt"));
        Assert.Equal(kept.Message.Tip, rig.Main.Git("rev-parse", $"{kept.Ref}^1").Trim());
        Assert.Contains("Okstra-Branch: feat-t-1", rig.Main.Git("log", "-1", "--format=%B", kept.Ref), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_was_deleted_by_hand_still_gives_up_what_git_has_of_it()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Shell("echo committed > c.txt && git add c.txt && git commit -qm c && echo staged > s.txt && git add s.txt");
        var index = rig.Shell("git ls-files -s");
        Directory.Delete(rig.Folder, recursive: true);

        await rig.ReleaseAsync();
        await rig.ClearAwayAsync();
        await rig.RestoreAsync();

        Assert.Equal(index, rig.Shell("git ls-files -s"));
        Assert.Equal("staged\n", File.ReadAllText(rig.At("s.txt")));
    }

    [Fact]
    public async Task A_worktree_of_which_only_the_branch_is_left_is_kept_and_restored()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Shell("echo committed > c.txt && git add c.txt && git commit -qm c");
        rig.Main.Git("worktree", "unlock", rig.Folder);
        Directory.Delete(rig.Folder, recursive: true);
        rig.Main.Git("worktree", "prune");

        await rig.ReleaseAsync();
        await rig.ClearAwayAsync();
        Assert.Equal("", rig.Main.Git("branch", "--list", "feat-t-1"));
        await rig.RestoreAsync();

        Assert.Equal("committed\n", File.ReadAllText(rig.At("c.txt")));
        Assert.Equal("", rig.Shell("git status --porcelain"));
    }

    [Theory]
    [InlineData("git init -q inner && echo x > inner/x", "inner/")]
    [InlineData("git init -q src && true", "src/")]
    [InlineData("mkdir -p deep && git init -q deep/er", "deep/")]
    public async Task Repositories_inside_are_refused_by_name(string arrange, string named)
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Shell(arrange);
        var refusal = await rig.RefusedReleaseAsync();

        Assert.Equal("OKS2031", refusal.Code);
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.Equal("active", (await rig.Registry.LookupAsync(rig.Key, CustodyRig.Token))!.Status);
    }

    [Fact]
    public async Task Initialised_submodules_are_refused()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Shell($"git init -q ../lib && cd ../lib && git commit -q --allow-empty -m x && cd - && git -c protocol.file.allow=always submodule --quiet add ../lib '{rig.At("lib")}' 2>/dev/null || git -c protocol.file.allow=always submodule --quiet add \"$(cd ../lib && pwd)\" lib");
        Assert.Equal("OKS0654", (await rig.RefusedReleaseAsync()).Code);
    }

    private static string Times(CustodyRig rig) => rig.Shell("find . \"$(git rev-parse --git-dir)\" -type f -printf '%p %T@ %s\\n' | LC_ALL=C sort");

    private static async Task<CustodyTarget> TargetAsync(CustodyRig rig) => CustodyTarget.Of(rig.Key, (await rig.Registry.LookupAsync(rig.Key, CustodyRig.Token))!, rig.Common);

    private static async Task<Processes.Custody.KeptWork?> KeepAsync(CustodyRig rig) => await new WorktreeCustody(rig.Services).KeepAsync(await TargetAsync(rig), CustodyRig.Token);
}
