using Okstra.Testing;

namespace Okstra.Cli.Tests.Phases;

public sealed class PhaseCommandTests
{
    [Fact]
    [Trait("Req", "R-CLI-039")]
    public async Task Render_bundle_prints_the_stages_other_runs_are_busy_with_between_its_labels()
    {
        using var planned = await PlannedProject.CreateAsync();
        var alone = await planned.ImplementAsync("--stage", "1");

        var beside = await planned.ImplementAsync("--stage", "2");

        Assert.True(beside.ExitCode == 0, beside.Error);
        var lines = beside.Output.Split('\n');
        Assert.StartsWith("okstra task root: ", lines[0], StringComparison.Ordinal);
        Assert.Equal("okstra concurrent-run stages: 1", lines[1]);
        Assert.StartsWith($"okstra instruction-set: {planned.Task}/runs/implementation/stage-2/instruction-set-001", lines[2], StringComparison.Ordinal);
        Assert.Contains("## Concurrent-run: no-team background", beside.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("concurrent-run stages:", alone.Output, StringComparison.Ordinal);
        var json = PlannedProject.Data(await planned.ImplementAsync("--stage", "2", "--json"));
        Assert.Equal((2, 1), (json.GetProperty("stage").GetInt32(), json.GetProperty("concurrentStages")[0].GetInt32()));
    }

    [Fact]
    [Trait("Req", "R-CLI-042")]
    [Trait("Req", "R-CLI-043")]
    public async Task Stale_records_stop_render_bundle_with_a_command_that_leads_to_the_same_line_again()
    {
        using var planned = await PlannedProject.CreateAsync();
        await planned.ImplementAsync("--stage", "2");
        planned.Finish(2, "two.py");
        var worktree = new TestRepository(Path.Combine(planned.Project.OkstraHome, "worktrees", "shop", "g", "t-1-stage-2"));
        worktree.Git("reset", "--quiet", "--hard", "HEAD~1");
        worktree.Commit("feat: after review", ("other.py", "y = 2\n"));
        string[] stage = ["--stage", "3"];

        var stopped = await planned.ImplementAsync(stage);
        var message = stopped.Error.Split('\n').First(line => line.Contains("okstra git-reconcile", StringComparison.Ordinal));
        var command = message[message.IndexOf("git-reconcile", StringComparison.Ordinal)..message.IndexOf("--json", StringComparison.Ordinal)];
        var looked = await planned.Project.Okstra.RunProgramAsync("/bin/sh", "-c", $"{BuiltProgram.Okstra} {command} --json");
        var corrected = await planned.Project.Okstra.RunProgramAsync("/bin/sh", "-c", $"{BuiltProgram.Okstra} {command.Replace("--check", "", StringComparison.Ordinal)} --apply --stage 2 --use-ref feat-t-1-stage-2");
        var again = await planned.ImplementAsync(stage);

        Assert.Equal(1, stopped.ExitCode);
        Assert.Contains("PrepareError: ", stopped.Error, StringComparison.Ordinal);
        Assert.Contains("Recorded stage SHAs no longer match the git history", stopped.Error, StringComparison.Ordinal);
        Assert.Empty(stopped.Output);
        Assert.Equal(2, looked.ExitCode);
        Assert.True(corrected.ExitCode == 0, corrected.Error);
        Assert.True(again.ExitCode == 0, again.Error);
    }

    [Fact]
    public async Task Run_refuses_what_is_prepared_only_and_names_render_bundle()
    {
        using var planned = await PlannedProject.CreateAsync();

        var refused = await planned.DoAsync("run", "--task-type", "implementation", "--brief", planned.Project.Brief, "--task-key", "g/t-1", "--approved-plan", planned.Plan);
        var rendered = await planned.DoAsync("run", "--render-only", "--json", "--task-type", "implementation", "--brief", planned.Project.Brief, "--task-key", "g/t-1", "--approved-plan", planned.Plan);
        var resumed = await planned.DoAsync("resume", "g/t-1");

        Assert.All([refused, resumed], ending =>
        {
            Assert.Equal(1, ending.ExitCode);
            Assert.Contains("PrepareError: this version prepares implementation runs and does not carry them out; a session lead takes over", ending.Error, StringComparison.Ordinal);
            Assert.Contains("okstra render-bundle", ending.Error, StringComparison.Ordinal);
        });
        Assert.Equal(1, PlannedProject.Data(rendered).GetProperty("stage").GetInt32());
    }

    [Theory]
    [InlineData("implementation", "implementation needs the approved plan it carries out, and none was named")]
    [InlineData("final-verification", "final-verification needs the report of the implementation it verifies, and the brief cites none")]
    [InlineData("release-handoff", "release-handoff needs an accepted verification, and the brief cites none")]
    public async Task Shortcut_is_refused_with_what_is_missing(string type, string message)
    {
        using var planned = await PlannedProject.CreateAsync();

        var refused = await planned.DoAsync("render-bundle", "--task-type", type, "--brief", planned.Project.Brief, "--task-key", "g/t-1");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains($"PrepareError: {message}", refused.Error, StringComparison.Ordinal);
        Assert.Contains("hint: ", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(planned.Task, "runs", type)));
    }

    [Fact]
    [Trait("Req", "R-CLI-096")]
    [Trait("Req", "R-LAY-40")]
    public async Task History_lists_the_runs_in_order_of_time_with_resume_scripts_as_the_manifests_name_them()
    {
        using var planned = await PlannedProject.CreateAsync();
        var analysed = await planned.DoAsync("run", "--task-type", "error-analysis", "--brief", planned.Project.Brief, "--task-key", "g/t-1", "--workers", "auditor");
        await planned.ImplementAsync("--stage", "1");

        var history = PlannedProject.Data(await planned.DoAsync("history", "g/t-1", "--json"));
        var shown = await planned.DoAsync("history", "g/t-1");
        var missing = await planned.DoAsync("history", "g/t-9");
        File.Delete(history.GetProperty("latestResumeCommand").GetString()!);
        var without = PlannedProject.Data(await planned.DoAsync("history", "g/t-1", "--json"));

        Assert.True(analysed.ExitCode == 0, analysed.Error);
        var listed = history.GetProperty("runs").EnumerateArray().ToList();
        var times = listed.Select(run => run.GetProperty("preparedAt").GetString()).ToList();
        Assert.Equal(times.Order(StringComparer.Ordinal), times);

        // Runs of one second have no order.
        List<System.Text.Json.JsonElement> runs = [.. ((string[])["implementation-planning", "error-analysis", "implementation"]).Select(type => Assert.Single(listed, run => run.GetProperty("taskType").GetString() == type))];
        Assert.Equal(3, listed.Count);
        Assert.Equal(["prepared", "completed", "prepared"], runs.Select(run => run.GetProperty("status").GetString()));
        Assert.True(runs[1].GetProperty("seconds").GetDouble() >= 0);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, runs[2].GetProperty("seconds").ValueKind);
        Assert.Equal(1, runs[2].GetProperty("stage").GetInt32());
        Assert.True(File.Exists(runs[1].GetProperty("report").GetString()));
        Assert.All(runs, run => Assert.EndsWith(".sh", run.GetProperty("resumeCommand").GetString(), StringComparison.Ordinal));
        Assert.Contains(without.GetProperty("latestResumeCommand").GetString(), runs.Take(2).Select(run => run.GetProperty("resumeCommand").GetString()));
        var manifest = System.Text.Json.JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(planned.Task, "task-manifest.json"), TestContext.Current.CancellationToken));
        Assert.Equal(manifest.GetProperty("latestResumeCommandPath").GetString(), history.GetProperty("latestResumeCommand").GetString());
        Assert.Contains("implementation stage 1", shown.Output, StringComparison.Ordinal);
        Assert.Contains("resume error-analysis 001: ", shown.Output, StringComparison.Ordinal);
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("there is no task 'shop:g:t-9'", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-OPN-33")]
    public async Task Every_launch_option_is_known_to_run_and_to_its_bare_form()
    {
        using var planned = await PlannedProject.CreateAsync();
        string[] all =
        [
            "--project-root", planned.Project.Root, "--project-id", "shop", "--task-group", "g", "--task-id", "t-1", "--task-key", "g/t-1", "--task-type", "implementation", "--task-brief", planned.Project.Brief, "--directive", "d", "--workers", "claude",
            "--work-category", "feature", "--base-ref", "main", "--related-tasks", "g/t-2", "--lead-model", "opus", "--claude-model", "default", "--codex-model", "default", "--gemini-model", "default", "--report-writer-model", "default",
            "--executor", "claude", "--approved-plan", planned.Plan, "--stage", "auto", "--qa-waiver", "t-1-stage-1:why", "--qa-waiver", "t-1-stage-2:why", "--workspace-root", planned.Project.Root, "--render-only", "--yes",
        ];

        var run = await planned.DoAsync(["run", .. all]);
        var bare = await planned.DoAsync([.. all, "--approve"]);
        var template = await planned.DoAsync([.. all, "--pr-template-path", "x.md", "--clarification-response", "y.md"]);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(bare.ExitCode == 0, bare.Error);
        Assert.Contains("PrepareError: --pr-template-path belongs to --task-type release-handoff", template.Error, StringComparison.Ordinal);
        Assert.Equal(1, template.ExitCode);
    }

    [Fact]
    public async Task Show_tells_the_state_of_every_phase()
    {
        using var planned = await PlannedProject.CreateAsync();
        await planned.ImplementAsync("--stage", "1");

        var data = PlannedProject.Data(await planned.DoAsync("show", "g/t-1", "--json"));
        var shown = await planned.DoAsync("show", "g/t-1");

        Assert.Equal(("in-progress", "final-verification"), (data.GetProperty("phases").GetProperty("implementation").GetString(), data.GetProperty("task").GetProperty("next").GetString()));
        Assert.Contains("phases: requirements-discovery skipped, error-analysis skipped, implementation-planning in-progress, implementation in-progress, final-verification pending, release-handoff pending", shown.Output, StringComparison.Ordinal);
        Assert.Contains("last safe checkpoint: none yet", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resume_script_of_a_prepared_phase_says_how_to_prepare_it_again()
    {
        using var planned = await PlannedProject.CreateAsync();
        await planned.ImplementAsync("--stage", "1");
        var script = PlannedProject.Data(await planned.DoAsync("history", "g/t-1", "--json")).GetProperty("latestResumeCommand").GetString()!;

        var ending = await planned.Project.Okstra.RunProgramAsync("/bin/sh", script);

        Assert.Equal(1, ending.ExitCode);
        Assert.Contains($"okstra render-bundle --project-root {planned.Project.Root} --task-key shop:g:t-1 --task-type implementation", ending.Error, StringComparison.Ordinal);
        Assert.Contains("--stage 1 --executor claude", ending.Error, StringComparison.Ordinal);
    }
}
