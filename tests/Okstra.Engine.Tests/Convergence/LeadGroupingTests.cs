using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Grouping;
using Okstra.Engine.Convergence;
using Okstra.Engine.Dispatching;
using Okstra.Engine.Pipeline;
using Okstra.Engine.Preparation;
using Okstra.Engine.Tests.Preparation;
using Okstra.Processes;
using Okstra.State.Runs;
using Okstra.Testing;

namespace Okstra.Engine.Tests.Convergence;

/// <summary>What becomes of a grouping that finds nobody to ask; the asking itself is tested through the real command.</summary>
public sealed class LeadGroupingTests
{
    private const string At = "2026-11-21T01:00:00Z";
    private static readonly WorkerFindings Ada = Of("ada", "Loop overwrites the total");
    private static readonly WorkerFindings Bob = Of("bob", "Customers pay too little");

    [Theory]
    [InlineData("llama-4", "no agent CLI is known for the lead's model 'llama-4'", "claude-lead")]
    [InlineData("opus", "claude is not on the PATH", "lead")]
    [InlineData("gemini-3-pro", "gemini is not on the PATH", "lead")]
    public async Task Rules_have_to_do_it_when_no_cli_can_run_the_leads_model_and_the_log_says_so_once(string model, string reason, string agent)
    {
        using var tools = new TempFolder();
        File.CreateSymbolicLink(Path.Combine(tools.Path, "git"), ExecutableFinder.Find("git", HermeticHost.Variables(tools.Path))!);
        using var rig = PreparationRig.InGit(new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = tools.Path });
        var bundle = (await rig.PrepareAsync(rig.Request with { Grouping = "lead", Models = new Dictionary<string, string>(StringComparer.Ordinal) { ["lead"] = model } })).Bundle;

        var first = await AskAsync(rig, bundle, Ada, Bob);
        var resumed = await AskAsync(rig, bundle, Ada, Bob);

        Assert.Null(first.Groups);
        Assert.StartsWith(reason, first.Reason, StringComparison.Ordinal);
        Assert.Equal(first, resumed);
        var entry = Assert.Single(await File.ReadAllLinesAsync(bundle.Layout.ErrorLog, TestContext.Current.CancellationToken));
        Assert.Contains($"\"agent\":\"{agent}\"", entry, StringComparison.Ordinal);
        Assert.Contains("findings were grouped by the rules", entry, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_asked_and_nothing_logged_when_one_worker_alone_raised_findings()
    {
        using var rig = PreparationRig.InGit();
        var bundle = (await rig.PrepareAsync(rig.Request with { Grouping = "lead" })).Bundle;

        var (groups, reason) = await AskAsync(rig, bundle, Ada);

        Assert.Null(groups);
        Assert.Contains("nothing to ask", reason, StringComparison.Ordinal);
        Assert.Null(LeadGrouping.Known(rig.Services, bundle));
        Assert.False(File.Exists(bundle.Layout.ErrorLog));
    }

    [Fact]
    public async Task Grouping_of_the_task_manifest_holds_until_a_flag_overrides_it()
    {
        using var rig = PreparationRig.InGit();
        var first = (await rig.PrepareAsync()).Bundle;
        var text = await File.ReadAllTextAsync(first.Task.ManifestFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(first.Task.ManifestFile, text.Replace("\"grouping\": \"rules\"", "\"grouping\": \"lead\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var byManifest = (await rig.PrepareAsync(rig.Request with { TaskType = "implementation-planning" })).Bundle;
        var byFlag = (await rig.PrepareAsync(rig.Request with { TaskType = "requirements-discovery", Grouping = "rules" })).Bundle;

        Assert.Equal(GroupingMode.Rules, first.Manifest.Convergence.Grouping);
        Assert.Equal(GroupingMode.Lead, byManifest.Manifest.Convergence.Grouping);
        Assert.Equal(GroupingMode.Rules, byFlag.Manifest.Convergence.Grouping);
    }

    private static async Task<(IReadOnlyList<IReadOnlyList<FindingSource>>? Groups, string? Reason)> AskAsync(PreparationRig rig, RunBundle bundle, params IReadOnlyList<WorkerFindings> workers)
    {
        await using var place = await Workplace.OpenAsync(rig.Services, bundle, TestContext.Current.CancellationToken);
        var silent = new SilentObserver();
        using var terms = DispatchTerms.WithoutBudget(rig.Services, bundle, silent, TimeSpan.FromMinutes(1));
        var dispatches = new DispatchStage(rig.Services, bundle, place.Drivers, place.Trees, new Journal(bundle.Layout.Journal, rig.Services.Writer), silent, terms);
        return await new LeadGrouping(rig.Services, bundle, dispatches).AskAsync(workers, At, TestContext.Current.CancellationToken);
    }

    private static WorkerFindings Of(string worker, string title) =>
        new(worker, [new CheckedFinding(new Finding { Id = "1", Kind = "cause", Title = title, Claim = "It is so.", Severity = Severity.Major, Confidence = 0.5 }, [])]);
}
