using System.Text.Json;
using Okstra.Core.Convergence;
using Okstra.Core.Problems;
using Okstra.Core.Profiles;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Tests.Preparation;

public sealed class BundleContentTests
{
    [Fact]
    [Trait("Req", "R-LAY-56")]
    [Trait("Req", "R-LAY-57")]
    [Trait("Req", "R-LAY-58")]
    [Trait("Req", "R-LAY-59")]
    [Trait("Req", "R-LAY-60")]
    [Trait("Req", "R-LAY-62")]
    [Trait("Req", "R-LAY-63")]
    [Trait("Req", "R-CON-13")]
    [Trait("Req", "R-OPN-21")]
    public async Task Run_context_is_one_flat_map_of_all_rendering_variables()
    {
        using var rig = PreparationRig.InGit();
        var bundle = (await rig.PrepareAsync(rig.Request with { TaskGroup = "Team Orders", TaskId = "DEV-9436" })).Bundle;

        var context = rig.Json(bundle.Layout.RunContext).EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString()!, StringComparer.Ordinal);

        Assert.Equal(("shop-front", "Team Orders", "DEV-9436", "shop-front:Team Orders:DEV-9436"), (context["PROJECT_ID"], context["TASK_GROUP"], context["TASK_ID"], context["TASK_KEY"]));
        Assert.Equal(("team-orders", "dev-9436", "error-analysis"), (context["TASK_GROUP_SEGMENT"], context["TASK_ID_SEGMENT"], context["TASK_TYPE_SEGMENT"]));
        Assert.Equal(("2026-01-02 03:04:05", "2026-01-02T03:04:05Z"), (context["TASK_DATE"], context["RUN_TIMESTAMP_ISO"]));
        Assert.Equal(("error-analysis", "error-analysis", "error-analysis", "claude,codex,gemini,report-writer"), (context["ANALYSIS_TYPE"], context["TASK_TYPE"], context["ANALYSIS_PROFILE"], context["SELECTED_REVIEWERS"]));
        Assert.Equal("error-analysis", context["REVIEW_PROFILE"]);
        Assert.Equal(("in-progress", "prepared", "None"), (context["CURRENT_TASK_STATUS"], context["CURRENT_RUN_STATUS"], context["RELATED_TASKS_INLINE"]));
        Assert.Equal(("created", rig.Services.Home.Worktree(Core.Worktrees.WorktreeKey.Of(bundle.Key))), (context["EXECUTOR_WORKTREE_STATUS"], context["EXECUTOR_WORKTREE_PATH"]));
        Assert.Equal(rig.Repository!.Git("rev-parse", "HEAD").Trim(), context["EXECUTOR_WORKTREE_BASE_REF"]);
        Assert.All((string[])["EXECUTOR_WORKTREE_BRANCH", "EXECUTOR_WORKTREE_NOTE", "TEAM_CREATION_GATE"], name => Assert.Contains(name, context.Keys));
        Assert.Equal("implementation-planning", context["WORKFLOW_NEXT_RECOMMENDED_PHASE"]);
        Assert.StartsWith("- requirements-discovery: skipped\n- error-analysis: in-progress\n- implementation-planning: pending\n", context["WORKFLOW_PHASE_STATE_LINES"], StringComparison.Ordinal);
        Assert.StartsWith("- None yet", context["WORKFLOW_LAST_SAFE_CHECKPOINT_LINES"], StringComparison.Ordinal);
        Assert.Equal((rig.Project, bundle.Task.ManifestFile, bundle.Layout.Manifests), (context["PROJECT_ROOT"], context["TASK_MANIFEST_FILE"], context["RUN_MANIFESTS_DIR"]));
    }

    [Fact]
    [Trait("Req", "R-LAY-67")]
    [Trait("Req", "R-OPN-18")]
    [Trait("Req", "R-CON-55")]
    [Trait("Req", "R-LAY-25")]
    [Trait("Req", "R-LAY-40")]
    [Trait("Req", "R-CON-44")]
    public async Task Task_manifest_has_the_keys_other_parties_read()
    {
        using var rig = PreparationRig.InGit();
        var bundle = (await rig.PrepareAsync(rig.Request with { WorkCategory = "bugfix" })).Bundle;

        var manifest = rig.Json(bundle.Task.ManifestFile);

        Assert.Equal("shop-front:default:total-bug", Text("taskKey"));
        Assert.Equal(("error-analysis", "in-progress", "prepared", "in-progress"), (Text("taskType"), Text("currentStatus"), Text("latestRunStatus"), Text("workStatus")));
        Assert.Equal(("shop-front", "default", "total-bug", "Total is wrong for one line", "bugfix"), (Text("projectId"), Text("taskGroup"), Text("taskId"), Text("title"), Text("workCategory")));
        Assert.Equal((bundle.Layout.ResumeCommand, bundle.Layout.RunManifest, rig.Brief), (Text("latestResumeCommandPath"), Text("latestRunManifestPath"), Text("briefPath")));
        Assert.Equal(["claude", "codex", "gemini", "report-writer"], Texts(manifest.GetProperty("recommendedWorkers")));
        Assert.Equal(["Claude worker", "Codex worker", "Gemini worker", "Report writer worker"], Texts(manifest.GetProperty("resultContract").GetProperty("requiredWorkerRoles")));
        Assert.Equal((true, JsonValueKind.Null, "lightweight"), (manifest.GetProperty("convergence").GetProperty("enabled").GetBoolean(), manifest.GetProperty("convergence").GetProperty("maxRounds").ValueKind, manifest.GetProperty("convergence").GetProperty("verificationMode").GetString()));
        Assert.Equal("implementation-planning", manifest.GetProperty("workflow").GetProperty("nextRecommendedPhase").GetString());

        string[] others = ["schemaVersion", "relatedTasks", "createdAt", "updatedAt", "latestReportPath", "parentTaskKey", "followUpOrigin"];
        Assert.Empty(others.Except(manifest.EnumerateObject().Select(member => member.Name)));
        Assert.Empty(((string[])["currentPhase", "phaseStates", "lastSafeCheckpoint"]).Except(manifest.GetProperty("workflow").EnumerateObject().Select(member => member.Name)));

        string? Text(string name) => manifest.GetProperty(name).GetString();
    }

    [Fact]
    public async Task Task_manifest_keeps_members_and_settings_of_others_through_a_new_run()
    {
        using var rig = PreparationRig.InGit();
        var manifest = (await rig.PrepareAsync()).Bundle.Task.ManifestFile;
        var text = await File.ReadAllTextAsync(manifest, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(manifest, text.Replace("\"maxRounds\": null", "\"maxRounds\": 3", StringComparison.Ordinal).Replace("\"schemaVersion\": 1,", "\"schemaVersion\": 1, \"ticketBoard\": { \"column\": \"대기\" },", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var bundle = (await rig.PrepareAsync(rig.Request with { TaskType = "implementation-planning" })).Bundle;

        Assert.Equal((3, 3), (bundle.Manifest.Convergence.RequestedMaxRounds, bundle.Manifest.Convergence.EffectiveMaxRounds));
        Assert.Contains("대기", await File.ReadAllTextAsync(manifest, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("implementation-planning", rig.Json(manifest).GetProperty("taskType").GetString());
    }

    [Fact]
    public async Task Policy_of_the_task_manifest_holds_until_a_flag_overrides_it_for_one_run()
    {
        using var rig = PreparationRig.InGit();
        var first = (await rig.PrepareAsync()).Bundle;
        var text = await File.ReadAllTextAsync(first.Task.ManifestFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(first.Task.ManifestFile, text.Replace("\"policy\": \"evidence\"", "\"policy\": \"classic\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var byManifest = (await rig.PrepareAsync(rig.Request with { TaskType = "implementation-planning" })).Bundle;
        var byFlag = (await rig.PrepareAsync(rig.Request with { TaskType = "requirements-discovery", Policy = "evidence" })).Bundle;

        Assert.Equal(ConvergencePolicy.Evidence, first.Manifest.Convergence.Policy);
        Assert.Equal(ConvergencePolicy.Classic, byManifest.Manifest.Convergence.Policy);
        Assert.Equal(ConvergencePolicy.Evidence, byFlag.Manifest.Convergence.Policy);
        Assert.Equal("classic", rig.Json(first.Task.ManifestFile).GetProperty("convergence").GetProperty("policy").GetString());
    }

    [Fact]
    [Trait("Req", "R-CVG-02")]
    public async Task Rounds_out_of_range_in_a_task_manifest_are_refused_before_anything_is_written()
    {
        using var rig = PreparationRig.InGit();
        var first = (await rig.PrepareAsync()).Bundle;
        var text = await File.ReadAllTextAsync(first.Task.ManifestFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(first.Task.ManifestFile, text.Replace("\"maxRounds\": null", "\"maxRounds\": 7", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<UserErrorException>(() => rig.PrepareAsync(rig.Request with { TaskType = "implementation-planning" }));

        Assert.Contains("maxRounds is 7; valid: 1, 2, 3", error.Problem.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Path.GetDirectoryName(first.Task.ManifestFile)!, "runs", "implementation-planning")));
    }

    [Theory]
    [Trait("Req", "R-PHS-017")]
    [InlineData("requirements-discovery", 1)]
    [InlineData("error-analysis", 2)]
    [InlineData("implementation-planning", 2)]
    public async Task Rounds_default_to_the_phase(string type, int rounds)
    {
        using var rig = PreparationRig.InGit();

        Assert.Equal(rounds, (await rig.PrepareAsync(rig.Request with { TaskType = type })).Bundle.Manifest.Convergence.EffectiveMaxRounds);
    }

    [Fact]
    [Trait("Req", "R-LAY-37")]
    [Trait("Req", "R-LAY-70")]
    [Trait("Req", "R-LAY-71")]
    [Trait("Req", "R-LAY-72")]
    [Trait("Req", "R-OPN-24")]
    public async Task Team_state_of_a_native_lead_is_there_before_any_dispatch()
    {
        using var rig = PreparationRig.InGit();
        var bundle = (await rig.PrepareAsync()).Bundle;

        var team = rig.Json(bundle.Layout.TeamState);

        Assert.Equal("okstra-shop-front-default-total-bug", team.GetProperty("teamName").GetString());
        Assert.Equal((false, "skipped", "native-lead"), (team.GetProperty("teamCreate").GetProperty("attempted").GetBoolean(), team.GetProperty("teamCreate").GetProperty("status").GetString(), team.GetProperty("teamCreate").GetProperty("reason").GetString()));
        Assert.Equal(("native", ""), (team.GetProperty("lead").GetProperty("kind").GetString(), team.GetProperty("lead").GetProperty("sessionId").GetString()));
        var codex = team.GetProperty("workers").EnumerateArray().Single(worker => worker.GetProperty("workerId").GetString() == "codex");
        Assert.Equal(("Codex worker", "codex-worker", "GPT-5.5", "gpt-5.5", "prompts/codex-error-analysis-001.md"), (codex.GetProperty("role").GetString(), codex.GetProperty("agentName").GetString(), codex.GetProperty("modelDisplay").GetString(), codex.GetProperty("modelExecutionValue").GetString(), codex.GetProperty("promptPath").GetString()));
        Assert.Empty(((string[])["provider", "status", "startedAt", "endedAt", "resultPath", "errorPath", "usage", "keyFinding"]).Except(codex.EnumerateObject().Select(member => member.Name)));
        Assert.Equal("sonnet", team.GetProperty("workers").EnumerateArray().Single(worker => worker.GetProperty("workerId").GetString() == "claude").GetProperty("modelExecutionValue").GetString());
        Assert.Equal("created", team.GetProperty("worktree").GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Array, team.GetProperty("usageSummary").GetProperty("unattributedTeamSessions").ValueKind);
    }

    [Fact]
    [Trait("Req", "R-LAY-47")]
    [Trait("Req", "R-OPN-32")]
    [Trait("Req", "R-LAY-69")]
    [Trait("Req", "R-CON-88")]
    public async Task Instruction_set_carries_brief_directive_and_related_tasks()
    {
        using var rig = PreparationRig.InGit();
        await rig.PrepareAsync(rig.Request with { TaskId = "earlier" });

        var bundle = (await rig.PrepareAsync(rig.Request with { Directive = "Look at rounding too.", RelatedTasks = "default/earlier,default/unknown" })).Bundle;

        var packet = await rig.InstructionAsync(bundle, InstructionSetNames.AnalysisPacket);
        Assert.Contains("The total of a cart with one line is 0.", packet, StringComparison.Ordinal);
        Assert.Contains("Look at rounding too.", packet, StringComparison.Ordinal);
        Assert.Contains("- `shop-front:default:earlier`: Total is wrong for one line (in-progress", packet, StringComparison.Ordinal);
        Assert.Contains("- `shop-front:default:unknown`: not known in this project", packet, StringComparison.Ordinal);
        Assert.Contains("Look at rounding too.", await rig.InstructionAsync(bundle, InstructionSetNames.AnalysisMaterial), StringComparison.Ordinal);
        Assert.Equal(PreparationRig.BriefText, await rig.InstructionAsync(bundle, InstructionSetNames.Brief));
    }

    [Fact]
    [Trait("Req", "R-LAY-68")]
    public async Task Related_tasks_come_from_the_manifest_when_nobody_names_them_again()
    {
        using var rig = PreparationRig.InGit();
        await rig.PrepareAsync(rig.Request with { RelatedTasks = "default/earlier" });

        var bundle = (await rig.PrepareAsync()).Bundle;

        Assert.Equal(["shop-front:default:earlier"], bundle.Inputs.RelatedTasks);
        Assert.Contains("shop-front:default:earlier", rig.Json(bundle.Layout.RunContext).GetProperty("RELATED_TASKS_INLINE").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-LAY-28")]
    public async Task Reference_expectations_of_the_task_go_into_the_instruction_set()
    {
        using var rig = PreparationRig.InGit();
        var first = (await rig.PrepareAsync()).Bundle;
        await File.WriteAllTextAsync(first.Task.ReferenceExpectationsFile, "timeout = 30 s\n", TestContext.Current.CancellationToken);

        var second = (await rig.PrepareAsync()).Bundle;

        Assert.Contains("None recorded", await rig.InstructionAsync(first, InstructionSetNames.ReferenceExpectations), StringComparison.Ordinal);
        Assert.Equal("timeout = 30 s\n", await rig.InstructionAsync(second, InstructionSetNames.ReferenceExpectations));
    }

    [Theory]
    [InlineData("requirements-discovery")]
    [InlineData("error-analysis")]
    [InlineData("implementation-planning")]
    [Trait("Req", "R-LAY-66")]
    [Trait("Req", "R-LAY-90")]
    [Trait("Req", "R-PHS-001")]
    public async Task Profile_is_expanded_and_no_token_survives_in_any_rendered_text(string type)
    {
        using var rig = PreparationRig.InGit();

        var bundle = (await rig.PrepareAsync(rig.Request with { TaskType = type })).Bundle;

        var profile = await rig.InstructionAsync(bundle, InstructionSetNames.AnalysisProfile);
        Assert.Contains(Assets.AssetCatalog.Text("prompts/profiles/_common-contract.md").TrimEnd('\n'), profile, StringComparison.Ordinal);
        Assert.DoesNotContain("{{INCLUDE", profile, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(bundle.Layout.InstructionSet).Concat(bundle.Prompts.Values).Append(bundle.Task.IndexFile))
        {
            var tokens = TemplateText.Tokens(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            Assert.DoesNotContain(tokens, token => !token.StartsWith("TOKEN_USAGE_", StringComparison.Ordinal));
        }
    }

    [Fact]
    [Trait("Req", "R-PHS-032")]
    [Trait("Req", "R-OPN-27")]
    public async Task Planning_template_has_the_approval_gate_above_section_zero_and_others_do_not()
    {
        using var rig = PreparationRig.InGit();
        var planning = await rig.InstructionAsync((await rig.PrepareAsync(rig.Request with { TaskType = "implementation-planning" })).Bundle, InstructionSetNames.FinalReportTemplate);
        var analysis = await rig.InstructionAsync((await rig.PrepareAsync()).Bundle, InstructionSetNames.FinalReportTemplate);

        var gate = planning.IndexOf("## User Approval Request (사용자 승인 게이트)\n\n- [ ] Approved\n", StringComparison.Ordinal);
        Assert.InRange(gate, planning.IndexOf("- Author: Report writer worker", StringComparison.Ordinal), planning.IndexOf("## 0. ", StringComparison.Ordinal));
        Assert.Equal(planning.IndexOf("- [ ] Approved", StringComparison.Ordinal), planning.LastIndexOf("- [ ] Approved", StringComparison.Ordinal));
        Assert.Contains("\napproved: false\n---\n", planning, StringComparison.Ordinal);
        Assert.DoesNotContain("Approved", analysis, StringComparison.Ordinal);
        Assert.DoesNotContain("4.5", analysis, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-WRK-12")]
    [Trait("Req", "R-OPN-31")]
    public async Task Resume_script_explains_and_fails_when_there_is_no_session()
    {
        using var rig = PreparationRig.InGit();
        var bundle = (await rig.PrepareAsync()).Bundle;

        var exit = await rig.Services.Runner.RunAsync(new Processes.ProcessSpec { Executable = "sh", Arguments = [bundle.Layout.ResumeCommand], WorkingDirectory = "/", Environment = rig.Host.Variables }, TestContext.Current.CancellationToken);

        Assert.Equal((1, ""), (exit.ExitCode, exit.StandardOutput));
        Assert.Contains("okstra resume shop-front:default:total-bug --seq 001", exit.StandardError, StringComparison.Ordinal);
        Assert.Contains($"cd '{rig.Project}' && exec claude --resume 'abc'", ResumeScript.Render(rig.Project, "abc", ""), StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Texts(JsonElement array) => array.EnumerateArray().Select(item => item.GetString());
}
