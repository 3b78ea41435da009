using Okstra.Core.Worktrees;
using Okstra.Engine.Custody;
using Okstra.Processes.Git;

namespace Okstra.Engine.Tests.Custody;

public sealed class RepairTests
{
    [Fact]
    public async Task A_healthy_registry_needs_nothing()
    {
        using var rig = await CustodyRig.CreateAsync();
        Assert.Empty(await RepairAsync(rig, rig.Project));
    }

    [Fact]
    public async Task A_corrupt_registry_is_put_aside_and_made_again_from_git()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Shell("echo 1 > one && git add one && git commit -qm one");
        var row = await rig.Registry.LookupAsync(rig.Key, CustodyRig.Token);
        File.WriteAllText(rig.Services.Home.WorktreeRegistry, "{ \"tasks\": torn");

        var check = await new WorktreeRepair(rig.Services, rig.Places).RepairAsync(checkOnly: true, CustodyRig.Token);
        Assert.Equal("{ \"tasks\": torn", File.ReadAllText(rig.Services.Home.WorktreeRegistry));
        Assert.Equal(2, check.Count(finding => finding.CanRepair));
        await RepairAsync(rig, rig.Project);

        var again = (await rig.Registry.LookupAsync(rig.Key, CustodyRig.Token))!;
        Assert.Equal((row!.WorktreePath, row.Branch, row.BaseRef, row.Repository, "active"), (again.WorktreePath, again.Branch, again.BaseRef, again.Repository, again.Status));
        Assert.Equal("{ \"tasks\": torn", File.ReadAllText(Assert.Single(Directory.GetFiles(rig.Services.Home.Worktrees, "registry.json.unreadable-*"))));
        Assert.Empty(await RepairAsync(rig, rig.Project));
    }

    [Fact]
    public async Task A_lost_registry_is_made_again_from_worktree_folders_also_from_elsewhere()
    {
        using var rig = await CustodyRig.CreateAsync();
        File.Delete(rig.Services.Home.WorktreeRegistry);
        Assert.Contains(await RepairAsync(rig, null), finding => finding.CanRepair && finding.What.Contains("shop/g/t-1", StringComparison.Ordinal));
        Assert.NotNull(await rig.Registry.LookupAsync(rig.Key, CustodyRig.Token));
    }

    [Fact]
    public async Task A_repository_that_moved_is_found_again_and_work_goes_on()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Write("new.txt", "x\n");
        var moved = rig.TempAt("moved");
        Directory.Move(rig.Project, moved);

        var findings = await RepairAsync(rig, moved);

        Assert.Contains(findings, finding => finding.CanRepair && finding.What.Contains(moved, StringComparison.Ordinal));
        Assert.Equal(Path.Combine(moved, ".git"), (await rig.Registry.LookupAsync(rig.Key, CustodyRig.Token))!.Repository);
        Assert.Contains("new.txt", rig.Shell("git status --porcelain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_announcement_of_which_nothing_was_made_goes_and_branch_owners_are_recomputed()
    {
        using var rig = await CustodyRig.CreateAsync();
        var other = WorktreeKey.TryParse("shop/g/t-9", out var parsed) ? parsed.Value : default;
        await rig.Registry.ChangeAsync(
            document => document.WithPending(other, new PendingWorktree { WorktreePath = rig.TempAt("none"), Branch = "feat-t-9", BaseRef = "x", Repository = rig.Common, Since = "then" }).WithBranch("feat-t-1", null).WithBranch("ghost", "shop/g/t-8"),
            CustodyRig.Token);

        var findings = await RepairAsync(rig, rig.Project);

        var registry = await rig.Registry.ReadAsync(CustodyRig.Token);
        Assert.Equal(3, findings.Count);
        Assert.Null(registry.Pending);
        Assert.Equal([KeyValuePair.Create("feat-t-1", "shop/g/t-1")], registry.Branches);
    }

    [Fact]
    public async Task What_cannot_be_proven_is_only_reported()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Shell("git checkout -q -b elsewhere");

        var finding = Assert.Single(await RepairAsync(rig, rig.Project));

        Assert.False(finding.CanRepair);
        Assert.Contains("wrong-branch", finding.What, StringComparison.Ordinal);
        Assert.Equal("feat-t-1", (await rig.Registry.LookupAsync(rig.Key, CustodyRig.Token))!.Branch);
    }

    [Fact]
    public async Task A_record_whose_folder_is_gone_and_that_nobody_claims_is_kept_and_pruned()
    {
        using var rig = await CustodyRig.CreateAsync();
        rig.Shell("echo staged > s.txt && git add s.txt");
        Directory.Delete(rig.Folder, recursive: true);
        File.Delete(rig.Services.Home.WorktreeRegistry);

        var outcome = Assert.Single(await rig.PruneAsync());

        Assert.Equal((PruneKind.Stale, null), (outcome.Item.Kind, outcome.Refusal));
        Assert.Equal("staged\n", rig.Main.Git("show", $"{outcome.KeptRef}:s.txt"));
        Assert.Single(WorktreeEntry.ParseList(rig.Main.Git("worktree", "list", "--porcelain", "-z")));
    }

    private static Task<IReadOnlyList<RepairFinding>> RepairAsync(CustodyRig rig, string? project) =>
        new WorktreeRepair(rig.Services, new KnownPlaces(rig.Services, project)).RepairAsync(checkOnly: false, CustodyRig.Token);
}
