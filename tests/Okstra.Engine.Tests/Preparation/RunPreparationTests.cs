using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Engine.Preparation;
using Okstra.State.Runs;

namespace Okstra.Engine.Tests.Preparation;

public sealed class RunPreparationTests
{
    [Fact]
    [Trait("Req", "R-CLI-015")]
    [Trait("Req", "R-LAY-29")]
    public async Task Preparation_needs_only_a_task_type_and_a_brief_inside_a_repository()
    {
        using var rig = PreparationRig.InGit();

        var prepared = await rig.PrepareAsync();

        Assert.Equal("shop-front:default:total-bug", prepared.Bundle.Key.ToString());
        Assert.Equal(Path.Combine(rig.Project, ".okstra", "tasks", "default", "total-bug", "runs", "error-analysis"), prepared.Bundle.Layout.Root);
        Assert.Equal("001", prepared.Bundle.Manifest.Seq);
        Assert.Empty(prepared.Warnings);
    }

    [Fact]
    [Trait("Req", "R-CLI-041")]
    [Trait("Req", "R-LAY-33")]
    [Trait("Req", "R-LAY-41")]
    [Trait("Req", "R-LAY-34")]
    [Trait("Req", "R-LAY-26")]
    [Trait("Req", "R-WRK-32")]
    [Trait("Req", "R-LAY-43")]
    public async Task Preparation_writes_contexts_inputs_manifests_prompts_and_discovery_files()
    {
        using var rig = PreparationRig.InGit();

        var bundle = (await rig.PrepareAsync()).Bundle;

        const string Run = ".okstra/tasks/default/total-bug/runs/error-analysis";
        Assert.Equal(
            [
                ".okstra/discovery/latest-task.json",
                ".okstra/discovery/tasks.json",
                ".okstra/project.json",
                $"{Run}/instruction-set-001/active-run-context.md",
                $"{Run}/instruction-set-001/analysis-material.md",
                $"{Run}/instruction-set-001/analysis-packet.md",
                $"{Run}/instruction-set-001/analysis-profile.md",
                $"{Run}/instruction-set-001/brief.md",
                $"{Run}/instruction-set-001/claude-execution-prompt.md",
                $"{Run}/instruction-set-001/final-report-template.md",
                $"{Run}/instruction-set-001/reference-expectations.md",
                $"{Run}/manifests/run-context-error-analysis-001.json",
                $"{Run}/manifests/run-inputs-error-analysis-001.json",
                $"{Run}/manifests/run-manifest-error-analysis-001.json",
                $"{Run}/prompts/claude-error-analysis-001.md",
                $"{Run}/prompts/codex-error-analysis-001.md",
                $"{Run}/prompts/gemini-error-analysis-001.md",
                $"{Run}/sessions/claude-resume-error-analysis-001.sh",
                $"{Run}/state/team-state-error-analysis-001.json",
                ".okstra/tasks/default/total-bug/task-index.md",
                ".okstra/tasks/default/total-bug/task-manifest.json",
            ],
            rig.StateFiles());
        Assert.All(bundle.Layout.Directories, folder => Assert.True(Directory.Exists(folder), folder));
    }

    [Fact]
    [Trait("Req", "R-LAY-06")]
    [Trait("Req", "R-OPN-22")]
    [Trait("Req", "R-LAY-74")]
    [Trait("Req", "R-CLI-041")]
    public async Task Preparation_appends_one_prepared_line_to_the_recents()
    {
        using var rig = PreparationRig.InGit();

        var bundle = (await rig.PrepareAsync()).Bundle;

        var line = Assert.Single(await File.ReadAllLinesAsync(rig.Services.Home.RecentFile, TestContext.Current.CancellationToken));
        Assert.Contains("\"status\":\"prepared\"", line, StringComparison.Ordinal);
        var recent = Assert.Single(new RecentRuns(rig.Services.Home, rig.Services.Writer, rig.Services.Locks).Read());
        Assert.Equal((bundle.Key.ToString(), "error-analysis", "001", bundle.Task.Root, bundle.Layout.Root), (recent.TaskKey, recent.TaskType, recent.Seq, recent.TaskRoot, recent.RunDir));
    }

    [Fact]
    [Trait("Req", "R-OPN-23")]
    public async Task Preparation_names_every_task_once_in_the_discovery_files()
    {
        using var rig = PreparationRig.InGit();
        await rig.PrepareAsync();
        await rig.PrepareAsync();

        var other = (await rig.PrepareAsync(rig.Request with { TaskId = "other" })).Bundle;

        var tasks = rig.Json(other.State.TaskListFile).GetProperty("tasks").EnumerateArray().Select(task => task.GetProperty("taskKey").GetString()).ToList();
        Assert.Equal(["shop-front:default:other", "shop-front:default:total-bug"], tasks);
        Assert.Equal("shop-front:default:other", rig.Json(other.State.LatestTaskFile).GetProperty("taskKey").GetString());
    }

    [Fact]
    [Trait("Req", "R-OPN-20")]
    [Trait("Req", "R-OPN-21")]
    public async Task Bundle_freezes_commit_brief_profile_and_asset_version()
    {
        using var rig = PreparationRig.InGit();

        var bundle = (await rig.PrepareAsync()).Bundle;

        var head = rig.Repository!.Git("rev-parse", "HEAD").Trim();
        var frozen = bundle.Manifest.Inputs;
        Assert.Equal((head, head, 0), (frozen.BaseCommit, frozen.InspectedCommit, frozen.UncommittedFiles));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(rig.Brief, TestContext.Current.CancellationToken))), frozen.BriefSha256);
        Assert.Equal(Assets.AssetCatalog.Version, frozen.AssetVersion);
        Assert.Equal("2026-01-02T03:04:05Z", frozen.PreparedAt);
        Assert.Matches("^[0-9a-f]{64}$", frozen.ProfileSha256);
        Assert.Equal(RunStatus.Prepared, bundle.Manifest.Status);
        var stored = rig.Json(bundle.Layout.RunManifest);
        Assert.Empty(((string[])["artifacts", "roster", "models", "worktree", "inputs", "status"]).Except(stored.EnumerateObject().Select(member => member.Name)));
        Assert.Equal("prepared", stored.GetProperty("status").GetString());
        Assert.All(bundle.Manifest.Artifacts.Where(artifact => artifact.Key.StartsWith("prompt/", StringComparison.Ordinal) || artifact.Key.StartsWith("instructionSet/", StringComparison.Ordinal)), artifact => Assert.True(File.Exists(Path.Combine(bundle.Layout.Root, artifact.Value)), artifact.Value));
    }

    [Fact]
    public async Task Bundle_read_back_from_disk_equals_the_prepared_one()
    {
        using var rig = PreparationRig.InGit();
        var prepared = (await rig.PrepareAsync(rig.Request with { Directive = "Look at rounding too." })).Bundle;

        var loaded = RunBundle.Load(prepared.Layout, rig.Services.Documents);

        Assert.Equal(prepared.Key, loaded.Key);
        Assert.Equal(prepared.Manifest.Inputs, loaded.Manifest.Inputs);
        Assert.Equal(prepared.Manifest.Roster, loaded.Manifest.Roster);
        Assert.Equal(prepared.Manifest.Convergence, loaded.Manifest.Convergence);
        Assert.Equal(prepared.Brief.Text, loaded.Brief.Text);
        Assert.Equal(prepared.Prompts, loaded.Prompts);
        Assert.Equal(["claude", "codex", "gemini"], loaded.Prompts.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Uncommitted_files_are_warned_about_and_okstras_own_state_is_not_one()
    {
        using var rig = PreparationRig.InGit();
        await rig.PrepareAsync();
        rig.WriteInProject("shop/new.py", "pass\n");
        rig.WriteInProject("shop/cart.py", "changed\n");

        var prepared = await rig.PrepareAsync();

        Assert.Equal(["2 uncommitted files are not seen"], prepared.Warnings);
        Assert.Equal(2, prepared.Bundle.Manifest.Inputs.UncommittedFiles);
    }

    [Fact]
    [Trait("Req", "R-CLI-030")]
    public async Task Base_ref_is_resolved_to_a_commit_or_refused()
    {
        using var rig = PreparationRig.InGit();
        var first = rig.Repository!.Git("rev-parse", "HEAD").Trim();
        rig.Repository.Commit("second", ("a.txt", "a"));

        var bundle = (await rig.PrepareAsync(rig.Request with { BaseRef = "main~1" })).Bundle;
        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.PrepareAsync(rig.Request with { BaseRef = "--upload-pack=touch" }));

        Assert.Equal(first, bundle.Manifest.Inputs.InspectedCommit);
        Assert.Equal(first, bundle.Manifest.Worktree.BaseRef);
        Assert.Equal("OKS0142", refused.Problem.Code);
    }

    [Fact]
    public async Task Outside_git_the_commits_are_null_and_the_status_says_so()
    {
        using var rig = PreparationRig.OutsideGit();

        var prepared = await rig.PrepareAsync();

        Assert.Null(prepared.Bundle.Manifest.Inputs.BaseCommit);
        Assert.Null(prepared.Bundle.Manifest.Inputs.InspectedCommit);
        Assert.Equal(("skipped-not-git", rig.Project), (prepared.Bundle.Manifest.Worktree.Status, prepared.Bundle.Manifest.Worktree.Path));
        Assert.Contains(prepared.Warnings, warning => warning.Contains("skipped-not-git", StringComparison.Ordinal));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, rig.Json(prepared.Bundle.Layout.RunManifest).GetProperty("inputs").GetProperty("baseCommit").ValueKind);
    }

    [Fact]
    [Trait("Req", "R-CLI-040")]
    [Trait("Req", "R-LAY-05")]
    public async Task Preparation_waits_for_the_tasks_mutex_and_names_its_holder_when_it_gives_up()
    {
        using var rig = PreparationRig.InGit();
        var bundle = (await rig.PrepareAsync()).Bundle;
        var path = Path.Combine(rig.Home, ".okstra", ".locks", "shop-front-default-total-bug.lock");
        Assert.Equal(path, rig.Services.Home.TaskLock(bundle.Key));
        using var held = await rig.Services.Locks.AcquireAsync(path, "somebody else", TimeSpan.Zero, TestContext.Current.CancellationToken);

        var waiting = rig.PrepareAsync();
        while (!waiting.IsCompleted)
        {
            rig.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => waiting);
        Assert.Contains("somebody else", refused.Problem.Message, StringComparison.Ordinal);
        Assert.Single(bundle.Task.RunManifests());
    }

    [Fact]
    [Trait("Req", "R-LAY-46")]
    [Trait("Req", "R-CLI-024")]
    [Trait("Req", "R-CON-87")]
    public async Task Clarification_response_is_carried_in_with_its_rows()
    {
        using var rig = PreparationRig.InGit();
        var answered = rig.WriteBrief("answered.md", """
            # Final report
            ## 5. Clarification Requests for the Next Run
            ### 5.1 추가 자료 요청 (Additional Materials Requested)
            | ID | Ticket ID | 요청 자료 | 이유 | 찾는 위치 | 둘 위치 | Status |
            |---|---|---|---|---|---|---|
            | A1 | DEV-1 | server log | shows the order | /var/log | ./server.log | resolved |
            ### 5.2 사용자 확인 질문 (Questions for the User)
            | ID | Ticket ID | 질문 | 이유 | 기대 답 형태 | 선택지 | 답변 | Status |
            |---|---|---|---|---|---|---|---|
            | Q1 | DEV-1 | Which store? | decides the fix | one of | memory \| redis | redis | open |
            ## 6. Recommended Next Steps
            | Q9 | x | not a row of section 5 | | | | | open |
            """);

        var bundle = (await rig.PrepareAsync(rig.Request with { ClarificationResponse = answered })).Bundle;

        Assert.Equal(["A1 resolved ./server.log", "Q1 resolved redis"], bundle.CarryIn.Select(row => $"{row.Id} {row.Status} {row.Answer}"));
        Assert.Equal(await File.ReadAllTextAsync(answered, TestContext.Current.CancellationToken), await File.ReadAllTextAsync(Path.Combine(bundle.Layout.InstructionSet, "clarification-response.md"), TestContext.Current.CancellationToken));
        Assert.Contains("Q1 (resolved): Which store? => redis", await File.ReadAllTextAsync(bundle.Prompts["claude"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-CLI-034")]
    [Trait("Req", "R-OPN-21")]
    public async Task Canonical_arguments_name_the_run_completely_and_nothing_that_was_not_asked()
    {
        using var rig = PreparationRig.InGit();
        var models = new Dictionary<string, string>(StringComparer.Ordinal) { ["codex"] = "gpt-x" };

        var bundle = (await rig.PrepareAsync(rig.Request with { Workers = "codex,auditor", Models = models, MaxRounds = 1, Policy = "classic", Grouping = "lead" })).Bundle;

        Assert.Equal(
            ["run", "--project-root", rig.Project, "--task-key", "shop-front:default:total-bug", "--task-type", "error-analysis", "--brief", rig.Brief, "--workers", "codex,auditor", "--codex-model", "gpt-x", "--max-rounds", "1", "--policy", "classic", "--grouping", "lead"],
            bundle.Inputs.CanonicalArgv);
        Assert.Equal(bundle.Inputs.CanonicalArgv, rig.Json(bundle.Layout.RunInputs).GetProperty("canonicalArgv").EnumerateArray().Select(argument => argument.GetString()));
    }

    [Fact]
    [Trait("Req", "R-CON-17")]
    [Trait("Req", "R-LAY-48")]
    [Trait("Req", "R-OPN-10")]
    public async Task Counters_of_categories_differ_and_a_prepared_run_keeps_its_numbers()
    {
        using var rig = PreparationRig.InGit();
        var first = (await rig.PrepareAsync()).Bundle;
        await File.WriteAllTextAsync(Path.Combine(first.Layout.Sessions, "claude-resume-error-analysis-006.sh"), "", TestContext.Current.CancellationToken);

        var second = (await rig.PrepareAsync()).Bundle;

        Assert.Equal(("002", "007", "002"), (second.Manifest.Seq, second.Manifest.Sequences["sessions"], second.Manifest.Sequences["reports"]));
        var context = rig.Json(second.Layout.RunContext);
        Assert.Equal(("002", "007"), (context.GetProperty("RUN_MANIFESTS_SEQ").GetString(), context.GetProperty("RUN_SESSIONS_SEQ").GetString()));
        Assert.EndsWith("claude-resume-error-analysis-007.sh", rig.Json(second.Task.ManifestFile).GetProperty("latestResumeCommandPath").GetString(), StringComparison.Ordinal);
    }
}
