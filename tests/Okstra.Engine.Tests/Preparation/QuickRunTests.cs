using Okstra.Core.Problems;
using Okstra.Engine.Auditing;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Tests.Preparation;

/// <summary><c>--quick</c>: who works, in which phase, for how long.</summary>
public sealed class QuickRunTests
{
    [Fact]
    public async Task One_worker_is_asked_the_auditors_join_and_nobody_writes_the_report()
    {
        using var rig = PreparationRig.InGit();

        var bundle = (await rig.PrepareAsync(Quick(rig))).Bundle;

        Assert.Equal(["claude", "auditor-trace", "auditor-history", "auditor-checks"], bundle.Manifest.Roster.Select(entry => entry.Worker));
        Assert.Equal([false, true, true, true], bundle.Manifest.Roster.Select(entry => entry.IsExtraVoter));
        Assert.All(bundle.Manifest.Roster, entry => Assert.True(entry.IsAnalyst));
        Assert.Equal(1, bundle.Manifest.Convergence.EffectiveMaxRounds);
        Assert.Contains("\n## This is a quick run\n", await rig.InstructionAsync(bundle, "analysis-profile.md"), StringComparison.Ordinal);
        Assert.Contains("--quick", bundle.Inputs.CanonicalArgv);
    }

    [Fact]
    public async Task The_first_cli_that_is_there_works_and_without_any_the_auditors_do()
    {
        using var rig = PreparationRig.InGit();
        var codex = AvailableWorkers.Of(vendor => vendor.Facts.Id == "claude" ? "not here" : null, Auditors.All.Select(auditor => auditor.Worker));

        Assert.Equal("codex", (await rig.PrepareAsync(Quick(rig), codex)).Bundle.Manifest.Roster[0].Worker);
        Assert.Equal(["auditor-trace", "auditor-history", "auditor-checks"], (await rig.PrepareAsync(Quick(rig), PreparationRig.AuditorsOnly)).Bundle.Manifest.Roster.Select(entry => entry.Worker));
    }

    [Theory]
    [InlineData("# Bug\n\nx\n", null, "error-analysis")]
    [InlineData("---\ntaskType: requirements-discovery\n---\n# Bug\n\nx\n", null, "requirements-discovery")]
    [InlineData("---\ntaskType: requirements-discovery\n---\n# Bug\n\nx\n", "implementation-planning", "implementation-planning")]
    public async Task The_phase_is_the_one_asked_for_else_the_briefs_else_error_analysis(string brief, string? asked, string phase)
    {
        using var rig = PreparationRig.InGit();

        var prepared = await rig.PrepareAsync(Quick(rig) with { TaskType = asked, BriefPath = rig.WriteBrief("q.md", brief) });

        Assert.Equal(phase, prepared.Bundle.Manifest.TaskType);
    }

    [Theory]
    [InlineData("implementation", "OKS0900")]
    [InlineData("bugs", "OKS0101")]
    public async Task A_brief_of_a_phase_that_does_not_analyse_is_refused(string type, string code)
    {
        using var rig = PreparationRig.InGit();

        var refusal = await Assert.ThrowsAsync<UserErrorException>(() => rig.PrepareAsync(Quick(rig) with { BriefPath = rig.WriteBrief("q.md", $"---\ntaskType: {type}\n---\n# Bug\n\nx\n") }));

        Assert.Equal(code, refusal.Problem.Code);
        Assert.Empty(rig.StateFiles());
    }

    [Fact]
    public async Task A_full_run_is_as_it_was()
    {
        using var rig = PreparationRig.InGit();

        var bundle = (await rig.PrepareAsync()).Bundle;

        Assert.Equal(["claude", "codex", "gemini", "report-writer"], bundle.Manifest.Roster.Select(entry => entry.Worker));
        Assert.DoesNotContain("quick run", await rig.InstructionAsync(bundle, "analysis-profile.md"), StringComparison.Ordinal);
        Assert.DoesNotContain("quick", await File.ReadAllTextAsync(bundle.Layout.RunInputs, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static PrepareRequest Quick(PreparationRig rig) => rig.Request with { TaskType = null, Quick = true };
}
