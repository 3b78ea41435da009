using System.Text.Json.Nodes;
using Okstra.Testing;

namespace Okstra.Cli.Tests.HandingOff;

public sealed class AssembleTests : IDisposable
{
    private readonly StagedProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    [Trait("Req", "R-OPN-12")]
    [Trait("Req", "R-WT-59")]
    public async Task Two_stages_become_one_branch_with_the_tree_that_merging_by_hand_gives()
    {
        var heads = _project.ThreeStages();
        var main = _project.Repository.Commit("main goes on", (StagedProject.Name(20), "main\n"));
        var expected = _project.TreeByHand(main, heads[0], heads[1]);

        var ending = await _project.AssembleAsync("2,1");

        Assert.True(ending.ExitCode == 0, ending.Error);
        var answer = StagedProject.Json(ending);
        Assert.True(answer["ok"]!.GetValue<bool>());
        Assert.Equal(("1-2", "feat-t-1-group-1-2", "main"), ((string?)answer["groupId"], (string?)answer["branch"], (string?)answer["base"]));
        Assert.Equal([(1, heads[0]), (2, heads[1])], answer["merged"]!.AsArray().Select(stage => ((int)stage!["stage"]!, (string)stage["sha"]!)));
        var worktree = (string)answer["worktreePath"]!;
        Assert.Equal(Path.Combine(_project.Home, ".okstra", "worktrees", "shop", "g", "t-1-group-1-2"), worktree);
        var collector = new TestRepository(worktree);
        Assert.Equal((expected, (string?)answer["headSha"]), (collector.Git("rev-parse", "HEAD^{tree}").Trim(), collector.Git("rev-parse", "refs/heads/feat-t-1-group-1-2").Trim()));
        Assert.Equal("", collector.Git("status", "--porcelain"));
        Assert.Equal(
            ["Merge stage 2 (Part 2) into feat-t-1-group-1-2", "Merge stage 1 (Part 1) into feat-t-1-group-1-2"],
            collector.Git("log", "--first-parent", "--format=%s", $"{main}..HEAD").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var row = Row("shop/g/t-1#group-1-2");
        Assert.Equal((main, "active"), ((string?)row["base_ref"], (string?)row["status"]));
        Assert.Equal([1, 2], row["stages"]!.AsArray().Select(stage => (int)stage!));
    }

    [Fact]
    public async Task Three_stages_are_merged_dependencies_first_whatever_their_numbers()
    {
        var low = _project.Base;
        _project.Planned(1, 3);
        var three = _project.Accepted(3, low, [], (StagedProject.Name(1), StagedProject.Text(1, (1, "three"))));
        var one = _project.Build(1, three, (StagedProject.Name(1), StagedProject.Text(1, (1, "three"), (8, "one"))));
        _project.Started(1, three);
        _project.Done(1, one);
        _project.Verified(1, one);
        var two = _project.Accepted(2, low, [], (StagedProject.Name(2), "two\n"));
        var expected = _project.TreeByHand(low, two, three, one);

        var answer = StagedProject.Json(await _project.AssembleAsync("1,2,3"));

        Assert.Equal([2, 3, 1], answer["merged"]!.AsArray().Select(stage => (int)stage!["stage"]!));
        Assert.Equal(expected, _project.Head("feat-t-1-group-1-2-3^{tree}"));
    }

    [Fact]
    public async Task One_stage_is_fast_forwarded_without_a_merge_commit()
    {
        var heads = _project.ThreeStages();

        var answer = StagedProject.Json(await _project.AssembleAsync("2"));

        Assert.Equal((heads[1], "2"), ((string?)answer["headSha"], (string?)answer["groupId"]));
        Assert.Equal(heads[1], _project.Head("feat-t-1-group-2"));
        Assert.Equal(_project.Base, (string?)Row("shop/g/t-1#group-2")["base_ref"]);
        Assert.Contains("two", await File.ReadAllTextAsync(Path.Combine((string)answer["worktreePath"]!, StagedProject.Name(2)), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_origin_has_is_preferred_to_the_local_branch_of_that_name()
    {
        _project.ThreeStages();
        _project.Repository.Git("update-ref", "refs/remotes/origin/main", _project.Base);
        _project.Repository.Commit("not pushed", (StagedProject.Name(20), "main\n"));

        var byName = StagedProject.Json(await _project.AssembleAsync("2"));
        var byRemote = StagedProject.Json(await _project.AssembleAsync("2", "origin/main"));

        Assert.Equal(("origin/main", _project.Base), ((string?)byName["base"], (string?)byName["baseSha"]));
        Assert.Equal(byName.ToJsonString(), byRemote.ToJsonString());
    }

    [Fact]
    public async Task With_json_the_answer_is_wrapped_like_every_other()
    {
        _project.ThreeStages();

        var answer = StagedProject.Json(await _project.AssembleAsync("2", "main", "--json"));

        Assert.Equal(1, (int)answer["schemaVersion"]!);
        Assert.True((bool)answer["data"]!["ok"]!);
    }

    [Fact]
    public async Task Stages_that_conflict_with_one_another_are_named_with_their_files_and_leave_no_trace()
    {
        _project.Accepted(1, _project.Base, [], (StagedProject.Name(1), StagedProject.Text(1, (1, "one"))));
        _project.Accepted(2, _project.Base, [], (StagedProject.Name(1), StagedProject.Text(1, (1, "two"))), (StagedProject.Name(5), "two\n"));
        _project.Accepted(3, _project.Base, [], (StagedProject.Name(5), "three\n"), (StagedProject.Name(1), StagedProject.Text(1, (1, "three"))));
        var before = _project.Traces();

        var ending = await _project.AssembleAsync("1,2,3");

        Assert.Equal(2, ending.ExitCode);
        var answer = StagedProject.Json(ending);
        Assert.False((bool)answer["ok"]!);
        Assert.Equal(
            ["2: src/part01.txt", "3: src/part01.txt"],
            answer["conflicts"]!.AsArray().Select(conflict => $"{conflict!["stage"]}: {string.Join(", ", conflict["files"]!.AsArray())}"));
        Assert.Equal(before, _project.Traces());
    }

    [Fact]
    public async Task A_stage_that_conflicts_with_the_base_is_named_too()
    {
        _project.ThreeStages();
        _project.Repository.Commit("main changes the same line", (StagedProject.Name(2), StagedProject.Text(2, (1, "main"))));
        var before = _project.Traces();

        var ending = await _project.AssembleAsync("2");

        Assert.Equal(2, ending.ExitCode);
        Assert.Equal("""[{"stage":2,"files":["src/part02.txt"]}]""", StagedProject.Json(ending)["conflicts"]!.ToJsonString());
        Assert.Equal(before, _project.Traces());
    }

    [Theory]
    [InlineData("9", "the plan has no stage 9")]
    [InlineData("3", "depends on stage 1, which is neither selected nor in a pull request")]
    [InlineData("4", "stage 4 was not verified")]
    [InlineData(",", "is not a list of stages")]
    [InlineData("2;3", "is not a list of stages")]
    public async Task A_selection_that_cannot_go_out_is_refused(string stages, string because)
    {
        _project.ThreeStages();
        _project.Planned(4);
        var head = _project.Build(4, _project.Base, (StagedProject.Name(9), "four\n"));
        _project.Started(4, _project.Base);
        _project.Done(4, head);
        var before = _project.Traces();

        var ending = await _project.AssembleAsync(stages);

        StagedProject.Refused(ending, because);
        Assert.Equal(before, _project.Traces());
    }

    [Fact]
    public async Task A_dependency_in_a_pull_request_need_not_be_selected()
    {
        _project.ThreeStages();
        _project.InPullRequest(1);
        _project.InPullRequest(2);

        var ending = await _project.AssembleAsync("3");

        Assert.True(ending.ExitCode == 0, ending.Error);
    }

    [Theory]
    [InlineData("nowhere", "there is no branch 'nowhere'")]
    [InlineData("--upload-pack=x", "is not a branch name")]
    [InlineData("main~1", "there is no branch 'main~1'")]
    [InlineData("feat-t-1-group-2", "cannot be their base")]
    [InlineData("origin/feat-t-1-group-2", "cannot be their base")]
    public async Task A_base_that_is_no_branch_is_refused(string onto, string because)
    {
        _project.ThreeStages();
        _project.Repository.Commit("second", ("x", "x\n"));
        var before = _project.Traces();

        StagedProject.Refused(await _project.AssembleAsync("2", onto), because);
        Assert.Equal(before, _project.Traces());
    }

    [Fact]
    public async Task Stages_the_base_contains_already_are_refused()
    {
        var heads = _project.ThreeStages();
        _project.Repository.Git("merge", "--quiet", "--no-edit", heads[1]);

        StagedProject.Refused(await _project.AssembleAsync("2"), "contains stage 2 already");
    }

    [Fact]
    public async Task A_recorded_head_that_is_gone_is_refused()
    {
        _project.ThreeStages();
        _project.Planned(4);
        var gone = new string('a', 40);
        _project.Started(4, _project.Base);
        _project.Done(4, gone);
        _project.Verified(4, gone);

        StagedProject.Refused(await _project.AssembleAsync("4"), $"the recorded head {gone} of stage 4 is not in");
    }

    [Fact]
    public async Task A_stage_without_common_history_is_refused()
    {
        _project.Repository.Git("checkout", "--quiet", "--orphan", "other");
        var other = _project.Repository.Commit("other root");
        _project.Repository.Git("checkout", "--quiet", "main");
        _project.Accepted(1, other, [], ("a", "a\n"));

        StagedProject.Refused(await _project.AssembleAsync("1"), "has no history in common with the base");
    }

    [Fact]
    public async Task A_plan_of_another_task_is_refused()
    {
        _project.ThreeStages();

        StagedProject.Refused(await _project.Okstra.RunAsync(
            "handoff", "assemble", "--plan-run-root", _project.PlanRun, "--approved-plan", _project.Plan, "--project-root", _project.Repository.Folder, "--project-id", "shop", "--task-group", "g",
            "--task-id", "t-2", "--work-category", "feature", "--stages", "2", "--base", "main"), "belongs to task 'shop:g:t-1', not to 'shop:g:t-2'");
    }

    [Fact]
    [Trait("Req", "R-WT-62")]
    public async Task The_work_category_is_required_and_gives_the_branch_its_prefix()
    {
        _project.ThreeStages();
        string[] arguments = ["handoff", "assemble", "--plan-run-root", _project.PlanRun, "--approved-plan", _project.Plan, "--project-root", _project.Repository.Folder, "--project-id", "shop", "--task-group", "g", "--task-id", "t-1", "--stages", "2", "--base", "main"];

        var without = await _project.Okstra.RunAsync(arguments);
        var with = await _project.Okstra.RunAsync([.. arguments, "--work-category", "bugfix"]);

        Assert.Equal(64, without.ExitCode);
        Assert.Contains("--work-category", without.Error, StringComparison.Ordinal);
        Assert.Equal("fix-t-1-group-2", (string?)StagedProject.Json(with)["branch"]);
    }

    [Fact]
    public async Task No_hook_of_the_repository_runs()
    {
        _project.ThreeStages();
        var sprung = Path.Combine(_project.TempPath, "sprung");
        foreach (var hook in (string[])["post-checkout", "pre-commit", "commit-msg", "prepare-commit-msg", "post-commit", "post-merge", "pre-merge-commit", "reference-transaction", "post-index-change"])
        {
            var path = Path.Combine(_project.Repository.Folder, ".git", "hooks", hook);
            await File.WriteAllTextAsync(path, $"#!/bin/sh\ntouch '{sprung}'\n", TestContext.Current.CancellationToken);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        var ending = await _project.AssembleAsync("1,2");

        Assert.True(ending.ExitCode == 0, ending.Error);
        Assert.False(File.Exists(sprung));
    }

    [Theory]
    [InlineData(true, "Grace <grace@example.org>")]
    [InlineData(false, "okstra <okstra@localhost>")]
    public async Task Merges_are_the_users_if_git_knows_the_user_and_okstras_otherwise(bool configured, string who)
    {
        _project.ThreeStages();
        if (configured)
        {
            _project.Repository.Git("config", "user.name", "Grace");
            _project.Repository.Git("config", "user.email", "grace@example.org");
        }

        await _project.AssembleAsync("1,2");

        Assert.Equal($"{who} {who}", _project.Repository.Git("log", "-1", "--format=%an <%ae> %cn <%ce>", "feat-t-1-group-1-2").Trim());
    }

    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    public async Task A_call_killed_at_any_write_is_finished_by_the_next(string side)
    {
        var untouched = true;
        for (var write = 1; untouched; write++)
        {
            using var project = new StagedProject();
            var heads = project.ThreeStages();
            var expected = project.TreeByHand(project.Base, heads[0], heads[1]);
            project.Okstra.Environment["OKSTRA_TEST_FAULT"] = $"kill:{write}:{side}";
            var killed = await project.AssembleAsync("1,2");
            untouched = killed.ExitCode == 137;
            Assert.True(untouched || (write > 2 && killed.ExitCode == 0), $"write {write}: {killed.ExitCode} {killed.Error}");
            project.Okstra.Environment.Remove("OKSTRA_TEST_FAULT");

            var next = await project.AssembleAsync("1,2");

            Assert.True(next.ExitCode == 0, $"write {write}: {next.Error}");
            var answer = StagedProject.Json(next);
            Assert.Equal(expected, project.Head("feat-t-1-group-1-2^{tree}"));
            Assert.Equal("", new TestRepository((string)answer["worktreePath"]!).Git("status", "--porcelain"));
            var registry = JsonNode.Parse(await File.ReadAllTextAsync(project.Registry, TestContext.Current.CancellationToken))!;
            Assert.Equal(project.Base, (string?)registry["tasks"]!["shop/g/t-1#group-1-2"]!["base_ref"]);
            Assert.Null(registry["pending"]);
        }
    }

    private JsonNode Row(string key) => JsonNode.Parse(File.ReadAllText(_project.Registry))!["tasks"]![key]!;
}
