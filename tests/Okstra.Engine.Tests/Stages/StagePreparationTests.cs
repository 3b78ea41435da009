using Okstra.Core.Problems;
using Okstra.Core.Stages;
using Okstra.Core.Worktrees;
using Okstra.Engine.Stages;
using Okstra.Testing;

namespace Okstra.Engine.Tests.Stages;

public sealed class StagePreparationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "R-WT-44")]
    [Trait("Req", "R-OPN-13")]
    public async Task A_stage_gets_its_own_row_branch_and_folder_beside_the_task()
    {
        using var rig = await StageRig.CreateAsync();

        var first = await rig.PrepareAsync("1");
        var second = await rig.PrepareAsync("2");
        var task = await rig.RowAsync();

        Assert.Equal(("feat-t-1-stage-1", "feat-t-1-stage-2"), (first.Branch, second.Branch));
        Assert.Equal($"{task.WorktreePath}-stage-1", first.WorktreePath);
        Assert.Equal(("feat-t-1-stage-2", "active", 2), ((await rig.RowAsync(2)).Branch, (await rig.RowAsync(2)).Status, (await rig.RowAsync(2)).Stage));
        Assert.Equal("feat-t-1-group-2-3", WorktreeKey.Of(rig.Key, null, "2-3").Branch("feature"));
        Assert.EndsWith("/g/t-1-group-2-3", rig.Services.Home.Worktree(WorktreeKey.Of(rig.Key, null, "2-3")), StringComparison.Ordinal);
        await new WorktreeRegistryProbe(rig).ReleaseAsync(null);
        Assert.False((await rig.RowAsync(1)).IsReleased);
    }

    [Fact]
    [Trait("Req", "R-CON-22")]
    [Trait("Req", "R-WT-40")]
    public async Task The_anchor_is_where_the_task_stands_at_the_first_preparation_and_stays_there()
    {
        using var rig = await StageRig.CreateAsync();
        var task = new TestRepository((await rig.RowAsync()).WorktreePath);
        var anchor = task.Commit("prepared by hand", ("setup.cfg", "[x]\n"));

        var first = await rig.PrepareAsync("1");
        task.Commit("later", ("setup.cfg", "[y]\n"));
        var second = await rig.PrepareAsync("2");

        Assert.Equal((anchor, anchor, anchor, anchor), (first.Anchor, first.BaseSha, second.Anchor, second.BaseSha));
        Assert.Equal(anchor, (await rig.RowAsync()).ImplementationBaseCommit);
    }

    [Fact]
    [Trait("Req", "R-OPN-57")]
    public async Task A_stage_begins_at_the_anchor_at_the_head_it_depends_on_or_at_a_merge_of_several()
    {
        using var rig = await StageRig.CreateAsync();
        var one = await rig.FinishAsync(1, ("one.py", "1\n"));
        var two = await rig.FinishAsync(2, ("two.py", "2\n"));

        var third = await rig.PrepareAsync("3");
        var fourth = await rig.PrepareAsync("4");

        Assert.Equal(one.Git("rev-parse", "HEAD").Trim(), third.BaseSha);
        var joined = new TestRepository(fourth.WorktreePath);
        Assert.Equal("1\n", await File.ReadAllTextAsync(Path.Combine(fourth.WorktreePath, "one.py"), Token));
        Assert.Equal("2\n", await File.ReadAllTextAsync(Path.Combine(fourth.WorktreePath, "two.py"), Token));
        Assert.Equal([one.Git("rev-parse", "HEAD").Trim(), two.Git("rev-parse", "HEAD").Trim()], joined.Git("log", "-1", "--format=%P").Trim().Split(' '));
        Assert.Equal("okstra <okstra@localhost>", joined.Git("log", "-1", "--format=%cn <%ce>").Trim());
    }

    [Fact]
    public async Task Stages_that_contradict_one_another_are_named_with_their_files_and_nothing_is_made()
    {
        using var rig = await StageRig.CreateAsync();
        await rig.FinishAsync(1, ("notes.txt", "one\nTWO\nthree\n"));
        await rig.FinishAsync(2, ("notes.txt", "one\n2\nthree\n"));
        var before = rig.Main.Git("worktree", "list");

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.PrepareAsync("4"));

        Assert.Equal("OKS0696", refused.Problem.Code);
        Assert.Contains("stage 4 is built on stages 1, 2", refused.Message, StringComparison.Ordinal);
        Assert.Contains("notes.txt", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, rig.Main.Git("worktree", "list"));
        Assert.False(rig.Consumers.Stages().ContainsKey(4));
    }

    [Fact]
    [Trait("Req", "R-WT-46")]
    public async Task A_stage_under_way_is_resumed_in_its_worktree_and_recorded_once()
    {
        using var rig = await StageRig.CreateAsync();
        var first = await rig.PrepareAsync("1");
        await File.WriteAllTextAsync(Path.Combine(first.WorktreePath, "half.py"), "half\n", Token);

        var again = await rig.PrepareAsync("1");

        Assert.True(again.IsResumed);
        Assert.Equal((first.WorktreePath, first.BaseSha, first.RunDir), (again.WorktreePath, again.BaseSha, again.RunDir));
        Assert.True(File.Exists(Path.Combine(again.WorktreePath, "half.py")));
        Assert.Single(rig.Consumers.Read());
    }

    [Fact]
    [Trait("Req", "R-OPN-59")]
    public async Task Concurrent_are_the_other_stages_with_an_active_worktree_that_are_started_and_not_done()
    {
        using var rig = await StageRig.CreateAsync();
        await rig.FinishAsync(1, ("one.py", "1\n"));
        Assert.Null((await rig.PrepareAsync("2")).ConcurrentLabel);
        await rig.PrepareAsync("3");

        var second = await rig.PrepareAsync("2");
        Assert.Equal("3", second.ConcurrentLabel);

        await rig.DoneAsync(2);
        var fourth = await rig.PrepareAsync("4");
        Assert.Equal("3", fourth.ConcurrentLabel);
        Assert.Equal("4", (await rig.PrepareAsync("3")).ConcurrentLabel);

        await new WorktreeRegistryProbe(rig).ReleaseAsync(3);
        Assert.Null((await rig.PrepareAsync("4")).ConcurrentLabel);
    }

    [Fact]
    public async Task The_label_lists_the_stages_in_ascending_order_without_spaces()
    {
        using var rig = await StageRig.CreateAsync();
        await rig.PrepareAsync("2");
        await rig.FinishAsync(1, ("one.py", "1\n"));
        await rig.PrepareAsync("3");
        await rig.DoneAsync(2);
        var fourth = await rig.PrepareAsync("4");
        Assert.Equal("3", fourth.ConcurrentLabel);

        Assert.Equal("2,3,10", (fourth with { ConcurrentStages = [2, 3, 10] }).ConcurrentLabel);
    }

    [Fact]
    public async Task Auto_passes_over_a_stage_another_run_is_busy_with()
    {
        using var rig = await StageRig.CreateAsync();

        Assert.Equal(1, (await rig.PrepareAsync()).Stage.Number);
        Assert.Equal(2, (await rig.PrepareAsync()).Stage.Number);
        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.PrepareAsync());

        Assert.Equal("OKS0693", refused.Problem.Code);
        Assert.Contains("stage 1 is active in another run", refused.Message, StringComparison.Ordinal);
        Assert.Contains("stage 4 waits for stages 1, 2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stage_whose_run_is_alive_is_refused()
    {
        using var rig = await StageRig.CreateAsync();
        var first = await rig.PrepareAsync("1");
        using var held = await rig.Services.Locks.AcquireAsync(Path.Combine(first.RunDir, "state", "run-implementation-001.lock"), "run", TimeSpan.Zero, Token);

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.PrepareAsync("1"));

        Assert.Equal("OKS0694", refused.Problem.Code);
    }

    [Fact]
    public async Task An_unapproved_plan_is_refused_with_the_accepted_forms()
    {
        using var rig = await StageRig.CreateAsync(approved: false);

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.PrepareAsync());

        Assert.Equal("OKS0686", refused.Problem.Code);
        Assert.Contains("approved: true", refused.Problem.Hint, StringComparison.Ordinal);
        Assert.Contains("[x] Approved", refused.Problem.Hint, StringComparison.Ordinal);
        Assert.Empty((await rig.RowAsync()).ImplementationBaseCommit);
    }

    [Fact]
    public async Task The_data_document_may_be_named_instead_of_the_report()
    {
        using var rig = await StageRig.CreateAsync();

        var plan = ApprovedPlan.Read(rig.Services, Path.ChangeExtension(rig.Plan, "data.json"));

        Assert.Equal(rig.Plan, plan.Report);
        Assert.Equal(rig.PlanRunRoot, plan.PlanRunRoot);
        Assert.Equal(4, plan.Plan.Stages.Count);
    }

    [Fact]
    public async Task Done_is_recorded_once_for_each_head()
    {
        using var rig = await StageRig.CreateAsync();
        var one = await rig.FinishAsync(1, ("one.py", "1\n"));

        var head = await rig.DoneAsync(1);

        Assert.Equal(one.Git("rev-parse", "HEAD").Trim(), head);
        Assert.Equal(2, rig.Consumers.Read().Count);
        Assert.Equal("OKS0700", (await Assert.ThrowsAsync<UserErrorException>(() => rig.DoneAsync(2))).Problem.Code);
    }

    [Fact]
    public async Task A_preparation_cut_off_at_any_write_is_finished_by_the_next_one()
    {
        using var whole = await StageRig.CreateAsync();
        await TwoDoneAsync(whole);
        var expected = await whole.PrepareAsync("4");
        var failures = 0;
        for (var write = 1; write < 40; write++)
        {
            using var rig = await StageRig.CreateAsync();
            await TwoDoneAsync(rig);
            var outcome = await Record.ExceptionAsync(() => rig.PrepareAsync("4", rig.With($"fail:{write}")));
            if (outcome is null)
            {
                break;
            }

            failures++;
            var prepared = await rig.PrepareAsync("4");

            Assert.Equal((expected.BaseSha, expected.Branch, expected.Anchor), (prepared.BaseSha, prepared.Branch, prepared.Anchor));
            Assert.Equal(whole.Consumers.Read().Count, rig.Consumers.Read().Count);
            Assert.Single(rig.Consumers.Read().OfType<ConsumerEvent.Started>(), started => started.Stage == 4);
            Assert.Equal(prepared.BaseSha, new TestRepository(prepared.WorktreePath).Git("rev-parse", "HEAD").Trim());
        }

        Assert.InRange(failures, 3, 38);

        static async Task TwoDoneAsync(StageRig rig)
        {
            await rig.FinishAsync(1, ("one.py", "1\n"));
            await rig.FinishAsync(2, ("two.py", "2\n"));
        }
    }

    [Fact]
    public async Task A_first_preparation_cut_off_at_any_write_sets_the_anchor_once()
    {
        var failures = 0;
        for (var write = 1; write < 40; write++)
        {
            using var rig = await StageRig.CreateAsync();
            var outcome = await Record.ExceptionAsync(() => rig.PrepareAsync("1", rig.With($"fail:{write}")));
            if (outcome is null)
            {
                break;
            }

            failures++;
            var recorded = (await rig.RowAsync()).ImplementationBaseCommit;
            var prepared = await rig.PrepareAsync("1");
            Assert.Contains(recorded, (string[])["", prepared.Anchor]);
            Assert.Single(rig.Consumers.Read());
        }

        Assert.InRange(failures, 4, 38);
    }
}
