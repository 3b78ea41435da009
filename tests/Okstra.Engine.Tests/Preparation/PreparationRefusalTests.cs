using Okstra.Core.Problems;
using Okstra.Engine.Preparation;
using Okstra.Testing;

namespace Okstra.Engine.Tests.Preparation;

public sealed class PreparationRefusalTests
{
    private static readonly AvailableWorkers SomebodyElse = new([]);

    public static TheoryData<string, PrepareRequest> Requests => new()
    {
        { "OKS0101", new PrepareRequest { TaskType = "error" } },
        { "OKS0101", new PrepareRequest { TaskType = null } },
        { "OKS0160", new PrepareRequest { TaskType = "error-analysis", Approve = true, ApprovedPlan = "plan.md" } },
        { "OKS0161", new PrepareRequest { TaskType = "implementation", Approve = true } },
        { "OKS0750", new PrepareRequest { TaskType = "implementation" } },
        { "OKS0760", new PrepareRequest { TaskType = "final-verification" } },
        { "OKS0775", new PrepareRequest { TaskType = "release-handoff" } },
        { "OKS0165", new PrepareRequest { TaskType = "error-analysis", WorkCategory = "chore" } },
        { "OKS0341", new PrepareRequest { TaskType = "error-analysis", MaxRounds = 4 } },
        { "OKS0342", new PrepareRequest { TaskType = "error-analysis", VerificationMode = "quick" } },
        { "OKS0344", new PrepareRequest { TaskType = "error-analysis", Grouping = "cluster" } },
        { "OKS0343", new PrepareRequest { TaskType = "error-analysis", Policy = "majority" } },
        { "OKS0164", new PrepareRequest { TaskType = "error-analysis", BriefPath = " " } },
        { "OKS0211", new PrepareRequest { TaskType = "error-analysis", BriefPath = "missing.md" } },
        { "OKS0151", new PrepareRequest { TaskType = "error-analysis", ProjectRoot = "/no/such/folder" } },
        { "OKS0147", new PrepareRequest { TaskType = "error-analysis", TaskKey = "other:g:t" } },
        { "OKS0102", new PrepareRequest { TaskType = "error-analysis", TaskKey = "just-one" } },
        { "OKS0149", new PrepareRequest { TaskType = "error-analysis", TaskKey = "g/t", TaskId = "u" } },
        { "OKS0145", new PrepareRequest { TaskType = "error-analysis", TaskId = "a/b" } },
        { "OKS0148", new PrepareRequest { TaskType = "error-analysis", TaskId = "버그" } },
        { "OKS0150", new PrepareRequest { TaskType = "error-analysis", ProjectId = "a:b" } },
        { "OKS0102", new PrepareRequest { TaskType = "error-analysis", RelatedTasks = "nonsense" } },
        { "OKS0130", new PrepareRequest { TaskType = "error-analysis", Workers = " , " } },
        { "OKS0132", new PrepareRequest { TaskType = "error-analysis", Workers = "claude,cursor" } },
        { "OKS0133", new PrepareRequest { TaskType = "error-analysis", Models = new Dictionary<string, string> { ["cursor"] = "x" } } },
        { "OKS0134", new PrepareRequest { TaskType = "error-analysis", Models = new Dictionary<string, string> { ["codex"] = "--yolo" } } },
        { "OKS0163", new PrepareRequest { TaskType = "error-analysis", Directive = new string('x', 20_001) } },
    };

    [Theory]
    [MemberData(nameof(Requests), DisableDiscoveryEnumeration = true)]
    [Trait("Req", "R-CON-90")]
    public async Task Preparation_refuses_a_wrong_request_and_writes_nothing(string code, PrepareRequest request)
    {
        using var rig = PreparationRig.InGit();

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.PrepareAsync(request with { BriefPath = request.BriefPath ?? rig.Brief }));

        Assert.Equal(code, refused.Problem.Code);
        Assert.NotNull(refused.Problem.Hint);
        Assert.Empty(rig.StateFiles());
        Assert.False(Directory.Exists(Path.Combine(rig.Project, ".okstra")));
    }

    [Fact]
    [Trait("Req", "R-CLI-018")]
    public async Task Approval_flags_are_refused_for_every_phase_but_implementation()
    {
        using var rig = PreparationRig.InGit();
        foreach (var type in (string[])["requirements-discovery", "error-analysis", "implementation-planning", "final-verification", "release-handoff"])
        {
            var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.PrepareAsync(rig.Request with { TaskType = type, Approve = true }));

            Assert.Equal("OKS0160", refused.Problem.Code);
        }
    }

    [Fact]
    public async Task Work_category_is_one_of_five_and_ops_change_means_ops()
    {
        using var rig = PreparationRig.InGit();
        foreach (var category in (string[])["bugfix", "feature", "refactor", "ops", "improvement"])
        {
            Assert.Equal(category, (await rig.PrepareAsync(rig.Request with { WorkCategory = category })).Bundle.Inputs.WorkCategory);
        }

        Assert.Equal("ops", (await rig.PrepareAsync(rig.Request with { WorkCategory = "ops-change" })).Bundle.Inputs.WorkCategory);
    }

    [Fact]
    [Trait("Req", "R-CLI-029")]
    public async Task Empty_roster_names_the_profile()
    {
        using var rig = PreparationRig.InGit();

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.PrepareAsync(rig.Request with { Workers = "" }));

        Assert.Equal("no workers resolved for profile: error-analysis", refused.Problem.Message);
    }

    [Fact]
    [Trait("Req", "R-WRK-03")]
    public async Task Unknown_worker_is_told_the_valid_ones()
    {
        using var rig = PreparationRig.InGit();

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.PrepareAsync(rig.Request with { Workers = "cursor" }));

        Assert.Contains("'cursor'", refused.Problem.Message, StringComparison.Ordinal);
        Assert.All((string[])["claude", "codex", "gemini", "report-writer", "auditor", "auditor-trace"], name => Assert.Contains(name, refused.Problem.Hint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Repository_without_commits_is_refused()
    {
        using var rig = PreparationRig.OutsideGit();
        var empty = new TestRepository(rig.Project);
        empty.Git("init", "--quiet");

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.PrepareAsync());

        Assert.Equal("OKS0140", refused.Problem.Code);
        Assert.Empty(rig.StateFiles());
    }

    [Fact]
    public async Task Corrupt_task_manifest_is_named_and_left_alone()
    {
        using var rig = PreparationRig.InGit();
        var manifest = (await rig.PrepareAsync()).Bundle.Task.ManifestFile;
        await File.WriteAllTextAsync(manifest, "{ torn", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.PrepareAsync());

        Assert.Contains(manifest, refused.Problem.Message, StringComparison.Ordinal);
        Assert.Equal("{ torn", await File.ReadAllTextAsync(manifest, TestContext.Current.CancellationToken));
    }

    [Fact]
    [Trait("Req", "R-CON-08")]
    public async Task Two_task_ids_never_share_one_folder()
    {
        using var rig = PreparationRig.InGit();
        await rig.PrepareAsync(rig.Request with { TaskId = "pay-out" });

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.PrepareAsync(rig.Request with { TaskId = "pay out" }));
        var again = await rig.PrepareAsync(rig.Request with { TaskId = "Pay-Out" });

        Assert.Equal("OKS0146", refused.Problem.Code);
        Assert.Equal("002", again.Bundle.Manifest.Seq);
    }

    [Fact]
    public async Task Nobody_available_at_all_is_a_refusal_not_a_crash()
    {
        using var rig = PreparationRig.InGit();

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.PrepareAsync(available: SomebodyElse));

        Assert.Equal("OKS0132", refused.Problem.Code);
    }
}
