using Okstra.Core.Stages;
using Okstra.Core.Tasks;
using Okstra.Engine.Preparation;
using Okstra.Engine.Tests.Preparation;
using Okstra.Testing;

namespace Okstra.Engine.Tests.Phases;

public sealed class HandOffPreparationTests
{
    [Fact]
    [Trait("Req", "R-CON-43")]
    [Trait("Req", "R-WRK-04")]
    [Trait("Req", "R-PHS-101")]
    [Trait("Req", "R-CLI-032")]
    public async Task Accepted_whole_task_is_handed_off_by_the_lead_alone()
    {
        using var rig = await PhaseRig.PlannedAsync();
        var done = await rig.ImplementedAsync();
        var verified = await rig.VerifiedAsync(done);
        var template = rig.Write("template.md", "## What\n");

        var bundle = (await rig.PrepareAsync(PhaseRig.HandOff with { SourceReports = [verified.Layout.ReportMarkdown], Workers = "claude,codex", PrTemplatePath = template })).Bundle;

        Assert.Empty(bundle.Manifest.Roster);
        Assert.Empty(bundle.Prompts);
        Assert.Equal((done.Two.Manifest.Worktree.Path, "whole-task"), (bundle.Manifest.Worktree.Path, bundle.Inputs.Phase!.VerificationScope));
        var prompt = rig.Instruction(bundle, InstructionSetNames.LeadPrompt);
        Assert.Contains("## Single-Lead Phase (no team creation)", prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("## Team Creation Gate", prompt, StringComparison.Ordinal);
        Assert.Equal("## What\n", rig.Instruction(bundle, InstructionSetNames.PrTemplate));
        Assert.Contains($"--pr-template-path {template}", string.Join(' ', bundle.Inputs.CanonicalArgv), StringComparison.Ordinal);
        Assert.Equal("single-lead", rig.Json(bundle.Layout.TeamState).GetProperty("teamCreate").GetProperty("reason").GetString());
        Assert.Empty(rig.Json(bundle.Task.ManifestFile).GetProperty("recommendedWorkers").EnumerateArray());
    }

    [Fact]
    [Trait("Req", "R-OPN-50")]
    public async Task Pull_request_template_is_the_named_one_then_the_projects_then_the_usual_one_then_four_sections()
    {
        using var rig = await PhaseRig.PlannedAsync();
        var request = PhaseRig.HandOff with { SourceReports = [(await rig.VerifiedAsync(await rig.ImplementedAsync())).Layout.ReportMarkdown] };
        var project = State.Layout.StateLayout.Resolve(rig.Project).ProjectFile;

        var builtIn = await TemplateAsync(request);
        rig.Services.Writer.Write(Path.Combine(rig.Project, ".github", "pull_request_template.md"), "usual\n");
        var usual = await TemplateAsync(request);
        rig.Services.Writer.Write(Path.Combine(rig.Project, "docs", "pr.md"), "registered\n");
        rig.Services.Writer.Write(project, (await File.ReadAllTextAsync(project, TestContext.Current.CancellationToken)).Replace("\"projectRoot\"", "\"prTemplatePath\": \"docs/pr.md\", \"projectRoot\"", StringComparison.Ordinal).Replace("\"prTemplatePath\": null,", "", StringComparison.Ordinal));
        var registered = await TemplateAsync(request);
        var named = await TemplateAsync(request with { PrTemplatePath = rig.Write("named.md", "named\n") });

        Assert.Equal(("## Summary\n\n## Changes\n\n## Test plan\n\n## Linked issues\n", "usual\n", "registered\n", "named\n"), (builtIn, usual, registered, named));
        Assert.Equal("OKS0211", (await rig.RefusedAsync(request with { PrTemplatePath = "missing.md" })).Code);

        async Task<string> TemplateAsync(PrepareRequest asked) => rig.Instruction((await rig.PrepareAsync(asked)).Bundle, InstructionSetNames.PrTemplate);
    }

    [Fact]
    [Trait("Req", "R-PHS-092")]
    [Trait("Req", "R-PHS-093")]
    public async Task Only_one_verdict_token_lets_a_task_out()
    {
        using var rig = await PhaseRig.PlannedAsync();
        var verified = await rig.VerifiedAsync(await rig.ImplementedAsync());
        var report = verified.Layout.ReportMarkdown;

        await RefusesAsync(rig, [], "OKS0775", "release-handoff needs an accepted verification, and the brief cites none");
        await RefusesAsync(rig, ["no.md"], "OKS0776", $"the verification report '{rig.Project}/no.md' does not exist");
        await RefusesAsync(rig, [rig.Plan], "OKS0777", $"'{rig.Plan}' is no verification report: it does not lie below runs/final-verification");
        foreach (var (text, code, message) in ((string, string, string)[])[
            ("## 2. Final Verdict\n\nLooks good, mostly ready.\n", "OKS0779", $"'{report}' has no single 'Verdict Token' row in '## 2. Final Verdict'"),
            ("## 3. Evidence\n\n| Verdict Token | accepted |\n", "OKS0779", $"'{report}' has no single 'Verdict Token' row in '## 2. Final Verdict'"),
            (Row("conditional-accept"), "OKS0780", $"'{report}' accepts under conditions ('conditional-accept'); only 'accepted' is handed off"),
            (Row("blocked"), "OKS0781", $"the verdict of '{report}' is 'blocked', not 'accepted'"),
            (Row("accepted, mostly"), "OKS0781", $"the verdict of '{report}' is 'accepted, mostly', not 'accepted'"),
            (Row("Accepted"), "OKS0781", $"the verdict of '{report}' is 'Accepted', not 'accepted'"),
        ])
        {
            rig.Services.Writer.Write(report, text);
            await RefusesAsync(rig, [report], code, message);
        }

        ProfileText.Says(
            TaskType.ReleaseHandoff,
            "Entry gate",
            "Any other token, vague wording, or no cited report: end at once as `blocked` and route to `error-analysis` or `implementation-planning`. Ask the user nothing and run no git command.");
    }

    [Fact]
    public async Task Data_document_has_to_be_there_and_to_agree_with_the_verdict()
    {
        using var rig = await PhaseRig.PlannedAsync();
        var verified = await rig.VerifiedAsync(await rig.ImplementedAsync());
        var (report, data) = (verified.Layout.ReportMarkdown, verified.Layout.ReportDocument);
        foreach (var (text, wrong) in ((string, string)[])[
            ("""{ "verdictToken": "blocked", "verificationScope": "whole-task" }""", "it says 'blocked'"),
            ("""{ "verdictToken": "accepted", "verificationScope": "most" }""", "its scope is 'most'"),
            ("""{ "verdictToken": "accepted", "verificationScope": "single-stage" }""", "its scope is 'single-stage' and it names no stage"),
            ("""{ "verdictToken": "accepted", "verificationScope": "whole-task", "taskKey": "shop:g:t-9" }""", "it is about the task 'shop:g:t-9'"),
        ])
        {
            rig.Services.Writer.Write(data, text);
            await RefusesAsync(rig, [report], "OKS0783", $"the data document beside '{report}' and its verdict 'accepted' do not agree: {wrong}");
        }

        File.Delete(data);
        await RefusesAsync(rig, [report], "OKS0782", $"the data document beside '{report}' cannot be used: '{data}' does not exist");
    }

    [Fact]
    [Trait("Req", "R-PHS-094")]
    [Trait("Req", "R-PHS-096")]
    public async Task Branch_has_to_be_clean_have_commits_and_be_what_was_accepted()
    {
        using var rig = await PhaseRig.PlannedAsync();
        var done = await rig.ImplementedAsync();
        var verified = await rig.VerifiedAsync(done);
        var report = verified.Layout.ReportMarkdown;
        var worktree = new TestRepository(done.Two.Manifest.Worktree.Path);
        var head = worktree.Git("rev-parse", "HEAD").Trim();

        await File.WriteAllTextAsync(Path.Combine(worktree.Folder, "left.py"), "x\n", TestContext.Current.CancellationToken);
        await RefusesAsync(rig, [report], "OKS0785", "the worktree of 'feat-t-1-stage-2' has 1 uncommitted file(s): left.py");
        File.Delete(Path.Combine(worktree.Folder, "left.py"));

        var tip = worktree.Commit("feat: more", ("more.py", "z = 1\n"));
        await RefusesAsync(rig, [report], "OKS0788", $"the verification accepted {head[..12]}, but 'feat-t-1-stage-2' is at {tip[..12]}");

        var anchor = verified.Manifest.Inputs.BaseCommit!;
        worktree.Git("reset", "--quiet", "--hard", anchor);
        rig.Record(new ConsumerEvent.Done(1, anchor) { At = "2026-01-02T03:04:05Z" });
        rig.Record(new ConsumerEvent.Done(2, anchor) { At = "2026-01-02T03:04:05Z" });
        await RefusesAsync(rig, [report], "OKS0787", $"'feat-t-1-stage-2' has no commit beyond {anchor[..12]}, so there is nothing to hand off");
    }

    [Fact]
    [Trait("Req", "R-CON-29")]
    [Trait("Req", "R-WT-64")]
    [Trait("Req", "R-OPN-42")]
    public async Task Accepted_stage_leads_to_a_stage_group_and_never_to_the_whole_task()
    {
        using var rig = await PhaseRig.PlannedAsync(PhaseRig.Wide);
        var one = await rig.FinishAsync(1, ("cart.py", "x = 1\n"));
        var verified = await rig.VerifyAsync(PhaseRig.Verification with { Stage = "1", SourceReports = [one.Layout.ReportMarkdown] });
        var request = PhaseRig.HandOff with { SourceReports = [verified.Layout.ReportMarkdown] };

        var unrecorded = await rig.RefusedAsync(request);
        var head = verified.Manifest.Inputs.InspectedCommit!;
        rig.Record(new ConsumerEvent.Verified(1, head, verified.Layout.ReportMarkdown, "accepted", "single-stage") { At = "2026-01-02T03:04:05Z" });
        var bundle = (await rig.PrepareAsync(request)).Bundle;
        var listed = (await rig.PrepareAsync(PhaseRig.HandOff with { Stage = "1" })).Bundle;
        var tooMany = await rig.RefusedAsync(PhaseRig.HandOff with { Stage = "1,2" });
        rig.Services.Writer.Write(verified.Layout.ReportDocument, """{ "verdictToken": "accepted", "verificationScope": "single-stage", "stage": 1, "routing": "release-handoff" }""");
        var plain = await rig.RefusedAsync(request);

        Assert.Equal(("OKS0784", "stage 1 cannot be handed off: stage 1 was not verified"), (unrecorded.Code, unrecorded.Message));
        Assert.Equal("single-stage", bundle.Inputs.Phase!.VerificationScope);
        Assert.All([bundle, listed], run => Assert.Equal([1], run.Inputs.Phase!.HandOffStages));
        Assert.Contains("- Stages to hand off: 1 (stage group", rig.Instruction(bundle, InstructionSetNames.LeadPrompt), StringComparison.Ordinal);
        Assert.Equal(("OKS0784", "stage 1, 2 cannot be handed off: stage 2 was not started"), (tooMany.Code, tooMany.Message));
        Assert.Equal("OKS0783", plain.Code);
        ProfileText.Says(
            TaskType.ReleaseHandoff,
            "Stage groups",
            "Each needs a recorded verification that accepted it as it is now.",
            "The base is asked before anything is gathered.",
            "4. That branch is pushed and its pull request opened",
            "4.6.1 lists one source report for each stage; 4.6.7 says `done` and which stages remain.");
        Assert.Contains("takes a verification of the whole task", plain.Message, StringComparison.Ordinal);
    }

    private static string Row(string token) => $"## 2. Final Verdict\n\n| 항목 | 값 |\n|---|---|\n| Verdict Token | {token} |\n";

    private static Task RefusesAsync(PhaseRig rig, string[] reports, string code, string message) =>
        ImplementationGateTests.RefusesAsync(rig, PhaseRig.HandOff with { SourceReports = reports }, code, message);
}
