using Okstra.Assets;
using Okstra.Core.Tasks;
using Okstra.Engine.Preparation;
using Okstra.Engine.Tests.Preparation;
using Okstra.Testing;

namespace Okstra.Engine.Tests.Phases;

public sealed class VerificationPreparationTests
{
    [Fact]
    [Trait("Req", "R-PHS-080")]
    public async Task Whole_task_is_verified_where_all_its_stages_lie_against_the_commit_they_are_based_on()
    {
        using var rig = await PhaseRig.PlannedAsync();
        var (one, two) = await rig.ImplementedAsync();
        var brief = rig.Write("verify.md", $"# Verify\n\n## Source Implementation Report\n\n- `{Path.GetRelativePath(rig.Project, one.Layout.ReportMarkdown)}`\n- [stage 2]({two.Layout.ReportMarkdown})\n");

        var bundle = (await rig.PrepareAsync(PhaseRig.Verification with { BriefPath = brief })).Bundle;

        Assert.Equal(two.Manifest.Worktree.Path, bundle.Manifest.Worktree.Path);
        Assert.Equal(one.Manifest.Inputs.BaseCommit, bundle.Manifest.Inputs.BaseCommit);
        Assert.Equal(new TestRepository(two.Manifest.Worktree.Path).Git("rev-parse", "HEAD").Trim(), bundle.Manifest.Inputs.InspectedCommit);
        Assert.Equal(("whole-task", null), (bundle.Inputs.Phase!.VerificationScope, bundle.Inputs.Phase.Stage));
        Assert.Equal([one.Layout.ReportMarkdown, two.Layout.ReportMarkdown], bundle.Inputs.Phase.SourceReports);
        Assert.Equal(["claude", "codex", "gemini", "report-writer"], bundle.Manifest.Roster.Select(entry => entry.Worker));
        Assert.All((string[])["- Checkout or worktree:", "- Implementation base:"], line => Assert.Contains(line, AssetCatalog.Text("templates/reports/final-verification-input.template.md"), StringComparison.Ordinal));
        Assert.Contains("- Verification scope: `whole-task`", rig.Instruction(bundle, InstructionSetNames.LeadPrompt), StringComparison.Ordinal);
        Assert.Contains($"In this run it is `{two.Manifest.Worktree.Path}`, with base `{bundle.Manifest.Inputs.BaseCommit}`.", await File.ReadAllTextAsync(bundle.Prompts["claude"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-OPN-72")]
    public async Task Single_stage_is_verified_in_its_own_worktree()
    {
        using var rig = await PhaseRig.PlannedAsync(PhaseRig.Wide);
        var one = await rig.FinishAsync(1, ("cart.py", "x = 1\n"));

        var named = (await rig.PrepareAsync(PhaseRig.Verification with { SourceReports = [one.Layout.ReportMarkdown], Stage = "1" })).Bundle;
        var scoped = (await rig.PrepareAsync(PhaseRig.Verification with { SourceReports = [one.Layout.ReportMarkdown], VerificationScope = "single-stage" })).Bundle;

        Assert.All([named, scoped], bundle => Assert.Equal((one.Manifest.Worktree.Path, "single-stage", 1), (bundle.Manifest.Worktree.Path, bundle.Inputs.Phase!.VerificationScope, bundle.Inputs.Phase.Stage)));
        Assert.Contains($"--stage 1 --source-report {one.Layout.ReportMarkdown} --verification-scope single-stage", string.Join(' ', scoped.Inputs.CanonicalArgv), StringComparison.Ordinal);
        Assert.Null(scoped.Layout.Stage);
        ProfileText.Says(TaskType.FinalVerification, "Scope", "the stage is then recorded with `okstra handoff record-verified`.");
    }

    [Fact]
    [Trait("Req", "R-PHS-079")]
    public async Task Source_report_has_to_be_cited_exist_and_be_an_implementation_report_of_this_task()
    {
        using var rig = await PhaseRig.PlannedAsync();
        var other = (await rig.PrepareAsync(new PrepareRequest { TaskType = "implementation-planning", TaskKey = "shop:g:t-2" })).Bundle.Task;
        var foreign = Path.Combine(other.RunsDirectory, "implementation", "stage-1", "reports", "final-report-implementation-001.md");
        rig.Services.Writer.Write(foreign, "# r\n");
        var missing = Path.Combine(rig.Task.RunsDirectory, "implementation", "stage-1", "reports", "final-report-implementation-001.md");

        await RefusesAsync(rig, [], "OKS0760", "final-verification needs the report of the implementation it verifies, and the brief cites none");
        await RefusesAsync(rig, [missing], "OKS0761", $"the implementation report '{missing}' does not exist");
        await RefusesAsync(rig, [rig.Plan], "OKS0762", $"'{rig.Plan}' is no implementation report: it does not lie below runs/implementation/stage-<N>");
        await RefusesAsync(rig, [foreign], "OKS0763", $"the implementation report '{foreign}' belongs to the task 'shop:g:t-2', not to 'shop:g:t-1'");
    }

    [Theory]
    [InlineData("Plan link & approval evidence")]
    [InlineData("Commit list")]
    [InlineData("Diff summary")]
    [InlineData("Validation evidence")]
    [InlineData("Routing recommendation for final-verification")]
    [Trait("Req", "R-PHS-079")]
    public async Task Source_report_has_to_have_every_part_a_verification_looks_up(string part)
    {
        using var rig = await PhaseRig.PlannedAsync();
        var one = await rig.FinishAsync(1, ("cart.py", "x = 1\n"));
        rig.WriteReport(one, [Head(one)], ["cart.py"], without: part);

        await RefusesAsync(rig, one, "OKS0764", $"the implementation report '{one.Layout.ReportMarkdown}' lacks '{part}'");
    }

    [Fact]
    [Trait("Req", "R-PHS-082")]
    public async Task Commit_list_and_diff_summary_have_to_be_what_lies_in_the_worktree()
    {
        using var rig = await PhaseRig.PlannedAsync();
        var one = await rig.FinishAsync(1, ("cart.py", "x = 1\n"), ("print.py", "y = 1\n"));
        var worktree = new TestRepository(one.Manifest.Worktree.Path);
        var (first, head) = (worktree.Git("rev-parse", "HEAD~1").Trim(), Head(one));
        var range = $"'feat-t-1-stage-1' from {one.Manifest.Inputs.BaseCommit![..12]} to {head[..12]}";

        rig.WriteReport(one, [], ["cart.py", "print.py"]);
        await RefusesAsync(rig, one, "OKS0765", $"the implementation report '{one.Layout.ReportMarkdown}' lists no commit, so nothing was delivered");
        rig.WriteReport(one, [head], ["cart.py", "print.py"]);
        await RefusesAsync(rig, one, "OKS0766", $"the commit list does not match {range}: {first[..12]} is there and not listed");
        rig.WriteReport(one, [head, first, "0123456789abcdef0123456789abcdef01234567"], ["cart.py", "print.py"]);
        await RefusesAsync(rig, one, "OKS0766", $"the commit list does not match {range}: 0123456789 is listed and not there");
        rig.WriteReport(one, [head, first], ["cart.py", "readme.md"]);
        await RefusesAsync(rig, one, "OKS0767", $"the diff summary does not match {range}: readme.md is listed and unchanged; print.py is changed and not listed");
        ProfileText.Says(
            TaskType.FinalVerification,
            "Entry gate",
            "A report that is missing, one without commits for what was delivered, or a checkout that does not match its commit list or diff summary: the run ends `blocked` and routes to `implementation` or `implementation-planning`.");
    }

    [Fact]
    public async Task Stage_has_to_be_started_done_and_where_it_was_left()
    {
        using var rig = await PhaseRig.PlannedAsync(PhaseRig.Wide);
        var open = (await rig.ImplementAsync("2")).Bundle;
        rig.WriteReport(open, ["0123456789abcdef"], ["cart.py"]);
        var ghost = Path.Combine(rig.Task.RunsDirectory, "implementation", "stage-3", "reports", "final-report-implementation-001.md");
        rig.Services.Writer.Write(ghost, "# r\n");
        var one = await rig.FinishAsync(1, ("cart.py", "x = 1\n"));
        var done = Head(one);
        var tip = new TestRepository(one.Manifest.Worktree.Path).Commit("feat: more", ("more.py", "z = 1\n"));

        Assert.Equal("OKS0769", (await rig.RefusedAsync(PhaseRig.Verification with { Stage = "2", SourceReports = [open.Layout.ReportMarkdown] })).Code);
        Assert.Equal("OKS0773", (await rig.RefusedAsync(PhaseRig.Verification with { Stage = "3", SourceReports = [ghost] })).Code);
        await RefusesAsync(rig, one, "OKS0772", $"the branch 'feat-t-1-stage-1' is at {tip[..12]}, but the stage was done at {done[..12]}");
    }

    [Fact]
    public async Task Whole_task_needs_every_stage_done_and_one_tree_that_holds_them_all()
    {
        using var rig = await PhaseRig.PlannedAsync(PhaseRig.Wide);
        var one = await rig.FinishAsync(1, ("cart.py", "x = 1\n"));
        var request = PhaseRig.Verification with { SourceReports = [one.Layout.ReportMarkdown] };

        var undone = await rig.RefusedAsync(request);
        await rig.FinishAsync(2, ("two.py", "x = 2\n"));
        await rig.FinishAsync(3, ("three.py", "x = 3\n"));
        var apart = await rig.RefusedAsync(request);

        Assert.Equal(("OKS0769", "stage 2, 3 of 'shop:g:t-1' is not done"), (undone.Code, undone.Message));
        Assert.Equal(("OKS0770", "no worktree of 'shop:g:t-1' holds all stages of its plan (1, 2, 3)"), (apart.Code, apart.Message));
    }

    [Fact]
    [Trait("Req", "R-CON-62")]
    public async Task Contradicting_scopes_stages_and_citations_are_refused()
    {
        using var rig = await PhaseRig.PlannedAsync();
        var (one, two) = await rig.ImplementedAsync();
        var brief = rig.Write("verify.md", $"# Verify\n\n## Source Implementation Report\n\n{one.Layout.ReportMarkdown}\n");
        string[] both = [one.Layout.ReportMarkdown, two.Layout.ReportMarkdown];

        Assert.Equal("OKS0757", (await rig.RefusedAsync(PhaseRig.Verification with { VerificationScope = "everything", SourceReports = both })).Code);
        Assert.Equal("OKS0758", (await rig.RefusedAsync(PhaseRig.Verification with { VerificationScope = "whole-task", Stage = "1", SourceReports = both })).Code);
        Assert.Equal("OKS0759", (await rig.RefusedAsync(PhaseRig.Verification with { BriefPath = brief, SourceReports = both })).Code);
        Assert.Equal("OKS0768", (await rig.RefusedAsync(PhaseRig.Verification with { VerificationScope = "single-stage", SourceReports = both })).Code);
        Assert.Equal("OKS0768", (await rig.RefusedAsync(PhaseRig.Verification with { Stage = "2", SourceReports = [one.Layout.ReportMarkdown] })).Code);
    }

    private static string Head(RunBundle bundle) => new TestRepository(bundle.Manifest.Worktree.Path).Git("rev-parse", "HEAD").Trim();

    private static Task RefusesAsync(PhaseRig rig, RunBundle one, string code, string message) =>
        ImplementationGateTests.RefusesAsync(rig, PhaseRig.Verification with { VerificationScope = "single-stage", SourceReports = [one.Layout.ReportMarkdown] }, code, message);

    private static Task RefusesAsync(PhaseRig rig, string[] reports, string code, string message) =>
        ImplementationGateTests.RefusesAsync(rig, PhaseRig.Verification with { SourceReports = reports }, code, message);
}
