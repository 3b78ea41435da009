using Okstra.Core.Reconciling;
using Okstra.Engine.Tests.Stages;
using Okstra.Testing;

namespace Okstra.Engine.Tests.Reconciling;

/// <summary>What people do to branches behind okstra's back, and what is made of it.</summary>
[Trait("Req", "R-WT-51")]
public sealed class ReconcileMatrixTests
{
    private const string Branch = "feat-t-1-stage-1";

    private static readonly (string Path, string Text)[] Work =
    [
        ("cart.py", "def total(items):\n    result = 0\n    for item in items:\n        result += item.price\n    return result\n"),
        ("tests.py", "def test_total():\n    assert total([]) == 0\n"),
        ("extra.py", "EXTRA = 1\n"),
    ];

    [Fact]
    public async Task An_untouched_branch_and_one_with_more_commits_are_ok()
    {
        using var rig = await StageRig.CreateAsync();
        var stage = await rig.FinishAsync(1, Work);
        await ExpectAsync(rig, ReconcileKind.Ok, null, null);

        stage.Commit("more", ("more.py", "MORE = 1\n"));

        await ExpectAsync(rig, ReconcileKind.Ok, null, null);
    }

    [Fact]
    public async Task A_rebase_onto_a_moved_base_is_auto()
    {
        using var rig = await StageRig.CreateAsync();
        var stage = await rig.FinishAsync(1, Work);
        var moved = rig.Main.Commit("moved", ("notes.txt", "zero\none\ntwo\nthree\n"));
        stage.Git("rebase", "--quiet", "main");

        var report = await ExpectAsync(rig, ReconcileKind.Auto, null, Tip(stage));

        Assert.Equal(moved, report.CandidateBase);
    }

    [Fact]
    public async Task A_rebase_that_moves_lines_without_changing_them_is_auto()
    {
        using var rig = await StageRig.CreateAsync();
        var stage = await rig.FinishAsync(1, Work);
        rig.Main.Commit("moved", ("cart.py", "# A cart.\n#\n#\n#\n#\nimport os\n\n\ndef total(items):\n    result = 0\n    for item in items:\n        result = item.price\n    return result\n"));
        stage.Git("rebase", "--quiet", "main");

        await ExpectAsync(rig, ReconcileKind.Auto, null, Tip(stage));
    }

    [Fact]
    public async Task A_rebase_over_changes_right_beside_the_work_is_confirm()
    {
        using var rig = await StageRig.CreateAsync();
        var stage = await rig.FinishAsync(1, Work);
        rig.Main.Commit("moved", ("cart.py", "def total(lines):\n    result = 0\n    for item in items:\n        result = item.price\n    return result\n"));
        stage.Git("rebase", "--quiet", "main");

        await ExpectAsync(rig, ReconcileKind.Confirm, "content-changed", Tip(stage));
    }

    [Theory]
    [InlineData("2,$s/^pick/squash/")]
    [InlineData("2s/^pick/fixup/")]
    [InlineData("3s/^pick/squash/")]
    public async Task An_interactive_squash_to_fewer_commits_is_auto(string edit)
    {
        using var rig = await StageRig.CreateAsync();
        var stage = await rig.FinishAsync(1, Work);
        Interactive(stage, edit, "HEAD~3");

        await ExpectAsync(rig, ReconcileKind.Auto, null, Tip(stage));
    }

    [Fact]
    public async Task An_amended_message_is_auto_also_with_commits_on_top_of_it()
    {
        using var rig = await StageRig.CreateAsync();
        var stage = await rig.FinishAsync(1, Work);
        stage.Git("commit", "--quiet", "--amend", "--message", "for review");
        var amended = Tip(stage);
        await ExpectAsync(rig, ReconcileKind.Auto, null, amended);

        stage.Commit("more", ("more.py", "MORE = 1\n"));

        await ExpectAsync(rig, ReconcileKind.Auto, null, amended);
    }

    [Theory]
    [InlineData("EXTRA = 2\n")]
    [InlineData("EXTRA  = 1\n")]
    [InlineData("    EXTRA = 1\n")]
    [InlineData("EXTRA = 1\r\n")]
    [InlineData("EXTRA = 1")]
    public async Task Amended_content_is_confirm_white_space_too(string text)
    {
        using var rig = await StageRig.CreateAsync();
        var stage = await rig.FinishAsync(1, Work);
        await File.WriteAllTextAsync(Path.Combine(stage.Folder, "extra.py"), text, TestContext.Current.CancellationToken);
        stage.Git("commit", "--quiet", "--all", "--amend", "--message", "for review");

        await ExpectAsync(rig, ReconcileKind.Confirm, "content-changed", Tip(stage));
    }

    [Fact]
    public async Task An_amended_mode_is_confirm()
    {
        using var rig = await StageRig.CreateAsync();
        var stage = await rig.FinishAsync(1, Work);
        stage.Git("update-index", "--chmod=+x", "extra.py");
        stage.Git("commit", "--quiet", "--amend", "--message", "for review");

        await ExpectAsync(rig, ReconcileKind.Confirm, "content-changed", Tip(stage));
    }

    [Theory]
    [InlineData(2, ReconcileKind.Auto)]
    [InlineData(3, ReconcileKind.Confirm)]
    public async Task Binary_content_is_compared_byte_for_byte(byte last, string kind)
    {
        using var rig = await StageRig.CreateAsync();
        var stage = new TestRepository((await rig.PrepareAsync("1")).WorktreePath);
        var path = Path.Combine(stage.Folder, "logo.bin");
        await File.WriteAllBytesAsync(path, [0, 1, 0, 2], TestContext.Current.CancellationToken);
        stage.Commit("logo");
        await rig.DoneAsync(1);
        await File.WriteAllBytesAsync(path, [0, 1, 0, last], TestContext.Current.CancellationToken);
        stage.Git("commit", "--quiet", "--all", "--amend", "--message", "for review");

        await ExpectAsync(rig, kind, kind == ReconcileKind.Auto ? null : "content-changed", Tip(stage));
    }

    [Fact]
    public async Task Commits_picked_to_a_new_branch_are_auto_when_the_old_branch_is_deleted()
    {
        using var rig = await StageRig.CreateAsync();
        var stage = await rig.FinishAsync(1, Work);
        rig.Main.Git("switch", "--quiet", "--create", "review");
        var before = rig.Main.Commit("before", ("notes.txt", "zero\n"));
        rig.Main.Git("cherry-pick", $"{Branch}~3..{Branch}");
        var picked = Tip(rig.Main);
        rig.Main.Commit("after", ("after.py", "AFTER = 1\n"));
        rig.Main.Git("switch", "--quiet", "main");
        DeleteBranch(rig, stage);

        var state = await ExpectAsync(rig, ReconcileKind.Auto, null, picked);

        Assert.Null(state.BranchTip);
        Assert.Equal(before, state.CandidateBase);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_squash_merge_on_the_base_is_auto_whatever_became_of_the_branch(bool deleted)
    {
        using var rig = await StageRig.CreateAsync();
        var stage = await rig.FinishAsync(1, Work);
        rig.Main.Commit("before", ("notes.txt", "zero\n"));
        rig.Main.Git("merge", "--quiet", "--squash", Branch);
        var squashed = rig.Main.Commit("stage 1 (#7)");
        rig.Main.Commit("after", ("after.py", "AFTER = 1\n"));
        if (deleted)
        {
            DeleteBranch(rig, stage);
        }
        else
        {
            await File.WriteAllTextAsync(Path.Combine(stage.Folder, "extra.py"), "EXTRA = 2\n", TestContext.Current.CancellationToken);
            stage.Git("commit", "--quiet", "--all", "--amend", "--message", "other");
        }

        await ExpectAsync(rig, ReconcileKind.Auto, null, squashed);
    }

    [Fact]
    public async Task A_renamed_branch_still_has_the_commits()
    {
        using var rig = await StageRig.CreateAsync();
        await rig.FinishAsync(1, Work);
        rig.Main.Git("branch", "--move", Branch, "renamed");

        Assert.Null((await ExpectAsync(rig, ReconcileKind.Ok, null, null)).BranchTip);
    }

    [Fact]
    public async Task A_deleted_branch_is_confirm()
    {
        using var rig = await StageRig.CreateAsync();
        DeleteBranch(rig, await rig.FinishAsync(1, Work));

        await ExpectAsync(rig, ReconcileKind.Confirm, "branch-missing", null);
    }

    [Fact]
    public async Task A_head_that_was_collected_is_confirm()
    {
        using var rig = await StageRig.CreateAsync();
        var stage = await rig.FinishAsync(1, Work);
        stage.Git("commit", "--quiet", "--amend", "--message", "for review");
        rig.CollectGarbage();

        await ExpectAsync(rig, ReconcileKind.Confirm, "recorded-sha-missing", Tip(stage));
    }

    [Fact]
    public async Task A_commit_taken_off_the_branch_is_confirm()
    {
        using var rig = await StageRig.CreateAsync();
        var stage = await rig.FinishAsync(1, Work);
        stage.Git("reset", "--quiet", "--hard", "HEAD~1");

        await ExpectAsync(rig, ReconcileKind.Confirm, "content-changed", Tip(stage));
    }

    [Fact]
    public async Task Changes_that_do_nothing_are_never_taken_for_one_another()
    {
        using var rig = await StageRig.CreateAsync();
        var stage = new TestRepository((await rig.PrepareAsync("1")).WorktreePath);
        stage.Commit("nothing");
        await rig.DoneAsync(1);
        stage.Git("commit", "--quiet", "--amend", "--allow-empty", "--message", "nothing else");

        await ExpectAsync(rig, ReconcileKind.Confirm, "content-changed", Tip(stage));
    }

    [Fact]
    public async Task A_stage_with_a_merge_in_it_is_compared_as_a_whole()
    {
        using var rig = await StageRig.CreateAsync();
        var stage = new TestRepository((await rig.PrepareAsync("1")).WorktreePath);
        stage.Git("switch", "--quiet", "--create", "side");
        stage.Commit("side", ("side.py", "SIDE = 1\n"));
        stage.Git("switch", "--quiet", Branch);
        stage.Commit("own", ("own.py", "OWN = 1\n"));
        stage.Git("merge", "--quiet", "--no-ff", "--no-edit", "side");
        await rig.DoneAsync(1);
        stage.Git("reset", "--quiet", "--soft", "HEAD~2");
        stage.Commit("one commit");

        await ExpectAsync(rig, ReconcileKind.Auto, null, Tip(stage));
    }

    [Fact]
    public async Task A_stage_on_a_rebased_stage_is_counted_from_the_rebased_one()
    {
        using var rig = await StageRig.CreateAsync();
        var first = await rig.FinishAsync(1, Work);
        var third = await rig.FinishAsync(3, ("print.py", "PRINT = 1\n"), ("more.py", "MORE = 1\n"));
        rig.Main.Commit("moved", ("notes.txt", "zero\n"));
        first.Git("rebase", "--quiet", "main");
        third.Git("rebase", "--quiet", "--onto", Branch, "HEAD~2");

        var report = await rig.ReconcileAsync(check: true);

        Assert.Equal(["auto", "auto"], report.Stages.Select(stage => stage.Kind));
        Assert.Equal(Tip(third), report.Stages[1].CandidateSha);
        Assert.Equal(report.Stages[0].CandidateSha, report.Stages[1].CandidateBase);
    }

    [Theory]
    [InlineData("diff.noprefix", "true")]
    [InlineData("diff.mnemonicPrefix", "true")]
    [InlineData("diff.context", "0")]
    [InlineData("diff.interHunkContext", "9")]
    [InlineData("diff.algorithm", "patience")]
    [InlineData("diff.indentHeuristic", "false")]
    [InlineData("diff.renames", "copies")]
    [InlineData("diff.suppressBlankEmpty", "true")]
    [InlineData("diff.external", "/bin/false")]
    [InlineData("core.abbrev", "5")]
    [InlineData("color.diff", "always")]
    public async Task Configuration_of_the_user_has_no_say(string name, string value)
    {
        using var rig = await StageRig.CreateAsync();
        var stage = await rig.FinishAsync(1, Work);
        rig.Main.Git("config", name, value);
        rig.Main.Commit("moved", ("notes.txt", "zero\n"));
        stage.Git("-c", "diff.external=", "rebase", "--quiet", "main");

        await ExpectAsync(rig, ReconcileKind.Auto, null, Tip(stage));
    }

    private static async Task<StageState> ExpectAsync(StageRig rig, string kind, string? reason, string? candidate)
    {
        var before = await File.ReadAllTextAsync(rig.Consumers.Path, TestContext.Current.CancellationToken);
        var report = await rig.ReconcileAsync();
        var state = Assert.Single(report.Stages);
        Assert.Equal((kind, reason, candidate), (state.Kind, state.Reason, state.CandidateSha));
        Assert.Equal(kind == ReconcileKind.Confirm ? 1 : 0, report.Remaining);
        Assert.Equal(before, await File.ReadAllTextAsync(rig.Consumers.Path, TestContext.Current.CancellationToken));
        return state;
    }

    private static string Tip(TestRepository repository) => repository.Git("rev-parse", "HEAD").Trim();

    private static void Interactive(TestRepository repository, string edit, string onto) =>
        repository.Git("-c", $"sequence.editor=sed -i -e '{edit}'", "-c", "core.editor=true", "rebase", "--quiet", "--interactive", onto);

    private static void DeleteBranch(StageRig rig, TestRepository stage)
    {
        stage.Git("switch", "--quiet", "--detach");
        rig.Main.Git("branch", "-D", Branch);
    }
}
