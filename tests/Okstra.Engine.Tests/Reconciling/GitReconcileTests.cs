using Okstra.Core.Problems;
using Okstra.Core.Reconciling;
using Okstra.Core.Stages;
using Okstra.Engine.Reconciling;
using Okstra.Engine.Tests.Stages;
using Okstra.Testing;

namespace Okstra.Engine.Tests.Reconciling;

public sealed class GitReconcileTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Preparation_corrects_what_is_provable_by_itself_and_builds_on_it()
    {
        using var rig = await StageRig.CreateAsync();
        var first = await rig.FinishAsync(1, ("one.py", "1\n"));
        rig.Main.Commit("moved", ("notes.txt", "zero\n"));
        first.Git("rebase", "--quiet", "main");

        var third = await rig.PrepareAsync("3");

        Assert.Equal("auto", Assert.Single(third.Reconciled).Kind);
        Assert.Equal(first.Git("rev-parse", "HEAD").Trim(), third.BaseSha);
        Assert.Equal(rig.Main.Git("rev-parse", "HEAD").Trim(), rig.Consumers.Stages()[1].BaseSha);
    }

    [Fact]
    [Trait("Req", "R-WT-53")]
    [Trait("Req", "R-WT-45")]
    public async Task Preparation_stops_at_changed_content_with_the_command_to_run_next_and_goes_on_after_the_users_pick()
    {
        using var rig = await StageRig.CreateAsync();
        var first = await rig.FinishAsync(1, ("one.py", "1\n"));
        var old = rig.Consumers.Stages()[1].HeadSha!;
        first.Commit("other", ("one.py", "2\n"));
        first.Git("reset", "--quiet", "--soft", "HEAD~2");
        var changed = first.Commit("changed");

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.PrepareAsync("3"));

        Assert.Equal("OKS0697", refused.Problem.Code);
        Assert.Contains("Recorded stage SHAs no longer match the git history", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"okstra git-reconcile --plan-run-root '{rig.PlanRunRoot.Replace("'", "'\\''", StringComparison.Ordinal)}' --project-id shop --task-group g --task-id t-1 --work-category feature --check --json", refused.Message, StringComparison.Ordinal);
        Assert.False(rig.Consumers.Stages().ContainsKey(3));
        Assert.Equal(1, (await rig.ReconcileAsync(apply: true)).Remaining);
        Assert.Equal(old, rig.Consumers.Stages()[1].HeadSha);

        var report = await rig.ReconcileAsync(stage: 1, useRef: "feat-t-1-stage-1");

        Assert.Equal((0, "confirm", changed), (report.Remaining, Assert.Single(report.Applied).Kind, rig.Consumers.Stages()[1].HeadSha));
        Assert.Equal(changed, (await rig.PrepareAsync("3")).BaseSha);
    }

    [Fact]
    [Trait("Req", "R-WT-54")]
    public async Task The_pick_may_be_a_commit_a_branch_or_a_tag_and_the_tip_is_recommended()
    {
        foreach (var kind in (string[])["commit", "branch", "tag"])
        {
            using var rig = await StageRig.CreateAsync();
            var (_, tip) = await ChangedAsync(rig);
            rig.Main.Git("tag", "--annotate", "--message", "x", "reviewed", tip);

            Assert.Equal(tip, Assert.Single((await rig.ReconcileAsync()).Stages).CandidateSha);
            await rig.ReconcileAsync(stage: 1, useRef: kind switch { "commit" => tip[..12], "branch" => "feat-t-1-stage-1", _ => "reviewed" });

            Assert.Equal(tip, rig.Consumers.Stages()[1].HeadSha);
        }
    }

    [Fact]
    [Trait("Req", "R-WT-52")]
    public async Task Apply_corrects_in_bulk_keeps_the_old_heads_and_moves_the_bases_that_named_them()
    {
        using var rig = await StageRig.CreateAsync();
        var first = await rig.FinishAsync(1, ("one.py", "1\n"));
        var second = await rig.FinishAsync(2, ("two.py", "2\n"));
        var third = await rig.PrepareAsync("3");
        var old = rig.Consumers.Stages()[1].HeadSha!;
        foreach (var stage in (TestRepository[])[first, second])
        {
            stage.Git("commit", "--quiet", "--amend", "--message", "for review");
        }

        var report = await rig.ReconcileAsync(apply: true);
        var again = await rig.ReconcileAsync(apply: true);

        Assert.Equal(["auto", "auto"], report.Applied.Select(correction => correction.Kind));
        Assert.Equal(["ok", "ok"], report.Stages.Select(stage => stage.Kind));
        Assert.Empty(again.Applied);
        Assert.Equal(old, third.BaseSha);
        Assert.Equal(first.Git("rev-parse", "HEAD").Trim(), (await rig.RowAsync(3)).BaseRef);
        rig.CollectGarbage();
        Assert.Equal(old, rig.Main.Git("rev-parse", "refs/okstra/keep/shop/g/t-1/stage-1/1").Trim());
        Assert.True((await rig.PrepareAsync("3")).IsResumed);
    }

    [Fact]
    public async Task A_head_found_or_chosen_off_the_stage_branch_stays_where_it_was_put()
    {
        using var rig = await StageRig.CreateAsync();
        var (stage, _) = await ChangedAsync(rig);
        rig.Main.Git("switch", "--quiet", "--create", "review");
        var chosen = rig.Main.Commit("chosen", ("one.py", "3\n"));
        rig.Main.Git("switch", "--quiet", "main");

        Assert.True((await rig.ReconcileAsync(stage: 1, useRef: chosen)).Ok);
        Assert.Equal("ok", Assert.Single((await rig.ReconcileAsync()).Stages).Kind);

        rig.Main.Git("merge", "--quiet", "--squash", "review");
        var squashed = rig.Main.Commit("squashed");
        rig.Main.Git("branch", "-D", "review");
        Assert.Equal(squashed, Assert.Single((await rig.ReconcileAsync(apply: true)).Applied).NewSha);
        Assert.Empty((await rig.ReconcileAsync(apply: true)).Applied);
        Assert.NotEqual(squashed, stage.Git("rev-parse", "HEAD").Trim());
    }

    [Fact]
    public async Task A_stage_that_was_merged_before_its_branch_was_rewritten_is_ok()
    {
        using var rig = await StageRig.CreateAsync();
        var stage = await rig.FinishAsync(1, ("one.py", "1\n"));
        rig.Main.Git("merge", "--quiet", "--ff-only", "feat-t-1-stage-1");
        await File.WriteAllTextAsync(Path.Combine(stage.Folder, "one.py"), "2\n", Token);
        stage.Git("commit", "--quiet", "--all", "--amend", "--message", "changed");

        Assert.Equal("ok", Assert.Single((await rig.ReconcileAsync()).Stages).Kind);
    }

    [Fact]
    public async Task A_commit_that_nothing_names_is_no_choice()
    {
        using var rig = await StageRig.CreateAsync();
        var (stage, tip) = await ChangedAsync(rig);
        stage.Git("commit", "--quiet", "--amend", "--message", "again");

        Assert.Equal("OKS0712", await CodeAsync(() => rig.ReconcileAsync(stage: 1, useRef: tip)));
    }

    [Fact]
    public async Task A_pick_for_a_stage_that_is_not_stale_changes_nothing_and_says_so()
    {
        using var rig = await StageRig.CreateAsync();
        await rig.FinishAsync(1, ("one.py", "1\n"));

        var report = await rig.ReconcileAsync(stage: 1, useRef: "main");

        Assert.True(report.Ok);
        Assert.Contains("not stale", report.Note, StringComparison.Ordinal);
        Assert.Empty(report.Applied);
        Assert.Equal(2, rig.Consumers.Read().Count);
    }

    [Fact]
    [Trait("Req", "R-WT-55")]
    [Trait("Req", "R-CLI-070")]
    public async Task An_anchor_that_is_gone_is_reported_apart_stops_preparation_and_is_reset_on_demand_alone()
    {
        using var rig = await StageRig.CreateAsync();
        var task = new TestRepository((await rig.RowAsync()).WorktreePath);
        var anchor = task.Commit("anchor", ("a.py", "1\n"));
        var stage = new TestRepository((await rig.PrepareAsync("1")).WorktreePath);
        task.Git("reset", "--quiet", "--hard", "main");
        stage.Git("reset", "--quiet", "--hard", "main");
        task.Git("update-ref", "-d", "ORIG_HEAD");
        stage.Git("update-ref", "-d", "ORIG_HEAD");
        rig.CollectGarbage();

        var report = await rig.ReconcileAsync(apply: true);
        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.PrepareAsync("1"));

        Assert.Equal(new AnchorState(anchor, "unresolvable"), report.Anchor);
        Assert.Equal(1, report.Remaining);
        Assert.Equal("OKS0698", refused.Problem.Code);
        Assert.Equal("OKS0703", (await Assert.ThrowsAsync<UserErrorException>(() => rig.ReconcileAsync(resetAnchor: "nowhere"))).Problem.Code);
        Assert.Equal(anchor, (await rig.RowAsync()).ImplementationBaseCommit);

        var reset = await rig.ReconcileAsync(resetAnchor: "main");

        Assert.Equal((0, "ok", "anchor"), (reset.Remaining, reset.Anchor.Status, Assert.Single(reset.Applied).Kind));
        Assert.Equal(rig.Main.Git("rev-parse", "main").Trim(), (await rig.RowAsync()).ImplementationBaseCommit);
    }

    [Fact]
    public async Task A_base_branch_that_was_force_moved_leaves_anchor_and_stages_as_they_are()
    {
        using var rig = await StageRig.CreateAsync();
        rig.Main.Commit("second", ("notes.txt", "x\n"));
        await rig.FinishAsync(1, ("one.py", "1\n"));
        rig.Main.Git("commit", "--quiet", "--amend", "--message", "rewritten");

        var report = await rig.ReconcileAsync();

        Assert.Equal(("ok", "ok"), (report.Anchor.Status, Assert.Single(report.Stages).Kind));
    }

    [Fact]
    public async Task Requests_that_contradict_themselves_or_name_nothing_are_refused_and_change_nothing()
    {
        using var rig = await StageRig.CreateAsync();
        await ChangedAsync(rig);
        var before = await File.ReadAllTextAsync(rig.Consumers.Path, Token);

        Assert.Equal("OKS0702", await CodeAsync(() => rig.ReconcileAsync(stage: 1)));
        Assert.Equal("OKS0702", await CodeAsync(() => rig.ReconcileAsync(useRef: "main")));
        Assert.Equal("OKS0703", await CodeAsync(() => rig.ReconcileAsync(apply: true, stage: 1, useRef: "nowhere")));
        Assert.Equal("OKS0704", await CodeAsync(() => rig.ReconcileAsync(stage: 9, useRef: "main")));
        Assert.Equal("OKS0705", await CodeAsync(() => rig.ReconcileAsync(check: true, apply: true)));
        Assert.Equal(before, await File.ReadAllTextAsync(rig.Consumers.Path, Token));
    }

    [Fact]
    public async Task A_head_chosen_after_a_rebase_is_counted_from_where_the_rebase_put_it()
    {
        using var rig = await StageRig.CreateAsync();
        var (stage, _) = await ChangedAsync(rig);
        var moved = rig.Main.Commit("moved", ("notes.txt", "zero\n"));
        stage.Git("rebase", "--quiet", "main");

        await rig.ReconcileAsync(stage: 1, useRef: "feat-t-1-stage-1");
        Assert.Equal(moved, rig.Consumers.Stages()[1].BaseSha);

        stage.Git("commit", "--quiet", "--amend", "--message", "again");
        Assert.Equal("auto", Assert.Single((await rig.ReconcileAsync()).Stages).Kind);
    }

    [Fact]
    public async Task A_correction_cut_off_at_any_write_is_finished_by_the_next_one()
    {
        var failures = 0;
        for (var write = 1; write < 30; write++)
        {
            using var rig = await StageRig.CreateAsync();
            var first = await rig.FinishAsync(1, ("one.py", "1\n"));
            await rig.PrepareAsync("3");
            first.Git("commit", "--quiet", "--amend", "--message", "for review");
            var outcome = await Record.ExceptionAsync(() => rig.ReconcileAsync(apply: true, services: rig.With($"fail:{write}")));
            if (outcome is null)
            {
                break;
            }

            failures++;
            var report = await rig.ReconcileAsync(apply: true);

            Assert.True(report.Ok);
            Assert.Single(rig.Consumers.Read().OfType<ConsumerEvent.Reconciled>());
            Assert.Equal(first.Git("rev-parse", "HEAD").Trim(), (await rig.RowAsync(3)).BaseRef);
            Assert.Single(rig.Main.Git("for-each-ref", "refs/okstra/keep/").Trim().Split('\n'));
        }

        Assert.InRange(failures, 2, 28);
    }

    [Fact]
    public void The_command_is_safe_to_paste()
    {
        Assert.True(Core.Tasks.TaskKey.TryParse("shop:g g:t$1", null, out var key, out _));

        Assert.Equal(
            "okstra git-reconcile --plan-run-root '/a b/it'\\''s' --project-id shop --task-group 'g g' --task-id 't$1' --work-category task --check --json",
            ReconcileCommandLine.For(key, "/a b/it's", null));
    }

    private static async Task<(TestRepository Stage, string Tip)> ChangedAsync(StageRig rig)
    {
        var stage = await rig.FinishAsync(1, ("one.py", "1\n"));
        await File.WriteAllTextAsync(Path.Combine(stage.Folder, "one.py"), "2\n", Token);
        stage.Git("commit", "--quiet", "--all", "--amend", "--message", "changed");
        return (stage, stage.Git("rev-parse", "HEAD").Trim());
    }

    private static async Task<string> CodeAsync(Func<Task> act) => (await Assert.ThrowsAsync<UserErrorException>(act)).Problem.Code;
}
