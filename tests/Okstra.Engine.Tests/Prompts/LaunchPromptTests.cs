using Okstra.Engine.Preparation;
using Okstra.Engine.Prompts;
using Okstra.Engine.Tests.Preparation;

namespace Okstra.Engine.Tests.Prompts;

public sealed class LaunchPromptTests
{
    [Fact]
    [Trait("Req", "R-LAY-92")]
    [Trait("Req", "R-AST-22")]
    [Trait("Req", "R-LAY-64")]
    public async Task Launch_prompt_has_its_sections_in_order()
    {
        using var rig = PreparationRig.InGit();

        var prompt = await LeadPromptAsync(rig, rig.Request);

        string[] sections = ["Invoke the `okstra` skill first, then read the manifests", "## Lifecycle", "## Team Creation Gate (BLOCKING)", "## Project Root", "## Executor Worktree", "\n## Available MCP Servers\n"];
        var positions = sections.Select(section => prompt.IndexOf(section, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, positions);
        Assert.Equal(positions.Order(), positions);
        Assert.Contains("\n## Executor Worktree\n\n- Status: `created`\n- Working tree path: `", prompt, StringComparison.Ordinal);
        Assert.All((string[])["\n- Branch: `", "\n- Base ref: `", "\n- Note: "], line => Assert.Contains(line, prompt, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Req", "R-WT-26")]
    [Trait("Req", "R-WT-27")]
    [Trait("Req", "R-WT-28")]
    public async Task Launch_prompt_anchors_the_work_in_the_tasks_worktree_and_its_diffs_at_the_base()
    {
        using var rig = PreparationRig.InGit();
        using var plain = PreparationRig.OutsideGit();
        var created = (await rig.PrepareAsync()).Bundle;
        var reused = (await rig.PrepareAsync()).Bundle;

        foreach (var bundle in (RunBundle[])[created, reused])
        {
            var prompt = await rig.InstructionAsync(bundle, InstructionSetNames.LeadPrompt);
            Assert.Contains($"- Lead, executor and verifiers read and write below `{created.Manifest.Worktree.Path}` only, so verifiers see exactly the executor's diff.\n", prompt, StringComparison.Ordinal);
            Assert.Contains($"- `{created.Manifest.Worktree.BaseRef}` is the base of every `git diff` and `git log` of this run.\n", prompt, StringComparison.Ordinal);
        }

        var outside = await plain.InstructionAsync((await plain.PrepareAsync()).Bundle, InstructionSetNames.LeadPrompt);
        Assert.Contains("- For information only: this run works directly in the project root.\n", outside, StringComparison.Ordinal);
        Assert.DoesNotContain("read and write below", outside, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-CON-32")]
    public async Task Launch_prompt_says_that_the_next_phase_needs_its_own_invocation()
    {
        using var rig = PreparationRig.InGit();

        var prompt = await LeadPromptAsync(rig, rig.Request);

        Assert.Contains("It needs an okstra invocation of its own with `--task-type implementation-planning`, after the final report of this run is written and approved.", prompt, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-WRK-17")]
    [Trait("Req", "R-WRK-18")]
    [Trait("Req", "R-WRK-19")]
    [Trait("Req", "R-WRK-20")]
    [Trait("Req", "R-WRK-21")]
    [Trait("Req", "R-OPN-14")]
    public async Task Team_gate_gives_the_finished_name_the_order_and_the_exceptions()
    {
        using var rig = PreparationRig.InGit();
        var bundle = (await rig.PrepareAsync(rig.Request with { TaskGroup = "Team Orders", TaskId = "DEV-9436" })).Bundle;

        var gate = TeamCreationGate.Render(bundle.Key, null, [], bundle.Manifest.Roster, bundle.Layout.TeamState);

        string[] steps = ["1. Invoke `okstra-team-contract`", "2. `TeamCreate` with exactly the name `okstra-shop-front-team-orders-dev-9436`", "3. Store `teamName` and `teamCreate`", "4. Only then dispatch"];
        var positions = steps.Select(step => gate.IndexOf(step, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, positions);
        Assert.Equal(positions.Order(), positions);
        Assert.Contains("`Claude worker`, `Codex worker`, `Gemini worker`, `Report writer worker`", gate, StringComparison.Ordinal);
        Assert.StartsWith("## Team Creation Gate (BLOCKING)\n\nCarry out Phase 3 of the okstra skill before you dispatch anybody, whatever the size of the roster.", gate, StringComparison.Ordinal);
        Assert.Contains("Passing over it silently turns every dispatch into a background one and loses the split-pane view.", gate, StringComparison.Ordinal);
        Assert.Contains("check the roster against `resultContract.requiredWorkerRoles`", gate, StringComparison.Ordinal);
        Assert.Contains($"in `{bundle.Layout.TeamState}`, and check `lead.sessionId` there, before any dispatch.", gate, StringComparison.Ordinal);
        Assert.Contains("with the team name when creation succeeded. Without it, in the background (`run_in_background: true`), ", gate, StringComparison.Ordinal);
        Assert.Contains("only when `teamCreate.status` is recorded as `error`, or as `skipped` with reason `concurrent-run`", gate, StringComparison.Ordinal);
        Assert.Contains("\"team must be created first\" or \"team을 먼저 생성하거나 team_name 없이 호출해야 합니다\" means: go back to step 2. Dropping the team name and trying again is wrong.", gate, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-WRK-16")]
    public async Task Empty_roster_makes_a_single_lead_phase()
    {
        using var rig = PreparationRig.InGit();
        var bundle = (await rig.PrepareAsync()).Bundle;

        var gate = TeamCreationGate.Render(bundle.Key, null, [], [], bundle.Layout.TeamState);

        Assert.StartsWith("## Single-Lead Phase (no team creation)", gate, StringComparison.Ordinal);
        Assert.All((string[])["no roster", "no `TeamCreate`", "no `Agent` dispatch", "no convergence", "violates the contract"], part => Assert.Contains(part, gate, StringComparison.Ordinal));
        Assert.DoesNotContain("BLOCKING", gate, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-CON-47")]
    public async Task Prompt_says_whether_gemini_has_to_be_attempted()
    {
        using var rig = PreparationRig.InGit();

        Assert.Contains("`Gemini worker` is in the roster and has to be attempted.", await LeadPromptAsync(rig, rig.Request), StringComparison.Ordinal);
        Assert.Contains("no Gemini attempt is required", await LeadPromptAsync(rig, rig.Request with { Workers = "claude,codex" }), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-CLI-038")]
    [Trait("Req", "R-LAY-24")]
    public async Task Bundle_is_printed_as_labelled_lines_and_the_complete_lead_prompt()
    {
        using var rig = PreparationRig.InGit();
        var bundle = (await rig.PrepareAsync()).Bundle;
        var prompt = await File.ReadAllTextAsync(bundle.LeadPromptPath, TestContext.Current.CancellationToken);

        var printed = BundleLabels.Render(bundle, prompt);

        Assert.Equal($"okstra task root: {rig.Project}/.okstra/tasks/default/total-bug\nokstra instruction-set: {bundle.Layout.InstructionSet}\n{prompt}", printed);
        Assert.DoesNotContain("okstra concurrent-run stages:", printed, StringComparison.Ordinal);
    }

    private static async Task<string> LeadPromptAsync(PreparationRig rig, PrepareRequest request) =>
        await File.ReadAllTextAsync((await rig.PrepareAsync(request)).Bundle.LeadPromptPath, TestContext.Current.CancellationToken);
}
