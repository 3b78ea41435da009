using Okstra.Core.Worktrees;

namespace Okstra.Engine.Tests.Worktrees;

public sealed class SyncLinkTests
{
    [Fact]
    [Trait("Req", "R-WT-15")]
    [Trait("Req", "R-WT-32")]
    [Trait("Req", "R-LAY-21")]
    public async Task Shared_folders_are_links_to_the_main_checkout_and_writes_land_there()
    {
        using var rig = new WorktreeRig();
        Folder(rig, ".okstra", ".scratch", "graphify-out");

        var made = await rig.ProvisionAsync();

        Assert.Equal(Path.Combine(rig.Repository.Folder, ".scratch"), new FileInfo(Path.Combine(made.Path, ".scratch")).LinkTarget);
        await File.WriteAllTextAsync(Path.Combine(made.Path, ".okstra", "note.txt"), "x", WorktreeRig.Token);
        Assert.True(File.Exists(Path.Combine(rig.Repository.Folder, ".okstra", "note.txt")));
        Assert.Equal([".okstra", ".scratch", "graphify-out"], (await rig.Registry.LookupAsync(WorktreeRig.Key(), WorktreeRig.Token))!.Links);
    }

    [Fact]
    [Trait("Req", "R-WT-31")]
    public async Task Missing_sources_and_taken_targets_are_passed_over_and_parents_made()
    {
        using var rig = new WorktreeRig(variables: new(StringComparer.Ordinal) { [SyncDirectories.Variable] = "missing:tracked:docs/deep/shared:dangling" });
        rig.Repository.Commit("tracked", ("tracked/a.txt", "tracked\n"));
        File.CreateSymbolicLink(Path.Combine(rig.Repository.Folder, "dangling"), "/nowhere");
        rig.Repository.Git("add", "dangling");
        rig.Repository.Git("commit", "--quiet", "--message", "a dangling link");
        Folder(rig, "docs/deep/shared");

        var made = await rig.ProvisionAsync();

        Assert.EndsWith("; linked docs/deep/shared", made.Note, StringComparison.Ordinal);
        Assert.Null(new DirectoryInfo(Path.Combine(made.Path, "tracked")).LinkTarget);
        Assert.Equal("/nowhere", new FileInfo(Path.Combine(made.Path, "dangling")).LinkTarget);
        Assert.Equal(Path.Combine(rig.Repository.Folder, "docs/deep/shared"), new FileInfo(Path.Combine(made.Path, "docs/deep/shared")).LinkTarget);
    }

    [Theory]
    [Trait("Req", "R-WT-30")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("notes", "notes")]
    [InlineData(null, ".scratch")]
    public async Task The_variable_replaces_the_list_and_blank_disables_it(string? value, string linked)
    {
        using var rig = new WorktreeRig(variables: value is null ? null : new(StringComparer.Ordinal) { [SyncDirectories.Variable] = value });
        Folder(rig, ".scratch", "notes");

        var made = await rig.ProvisionAsync();

        Assert.Equal(linked, string.Join(",", (await rig.Registry.LookupAsync(WorktreeRig.Key(), WorktreeRig.Token))!.Links));
        Assert.Equal(linked.Length > 0, made.Note.Contains("; linked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Loops_and_ways_out_of_the_project_are_said_and_not_linked()
    {
        using var rig = new WorktreeRig(variables: new(StringComparer.Ordinal) { [SyncDirectories.Variable] = "loop:../outside:/etc:.git:up:ok" });
        File.CreateSymbolicLink(Path.Combine(rig.Repository.Folder, "loop"), "loop");
        Directory.CreateDirectory(rig.At("outside"));
        Directory.CreateSymbolicLink(Path.Combine(rig.Repository.Folder, "up"), rig.At("home", ".okstra", "worktrees"));
        Folder(rig, "ok");

        var made = await rig.ProvisionAsync();

        Assert.EndsWith("; linked ok; not linked: loop, ../outside, /etc, .git, up", made.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_never_reach_the_tasks_commits_and_the_users_own_rules_go_on_holding()
    {
        using var rig = new WorktreeRig();
        Folder(rig, ".scratch");
        rig.Write("home/.config/git/ignore", "*.mine\n");
        var made = await rig.ProvisionAsync();
        await File.WriteAllTextAsync(Path.Combine(made.Path, "notes.mine"), "x", WorktreeRig.Token);
        var work = rig.In(made.Path);

        work.Git("add", "--all");

        Assert.Equal("", work.Git("status", "--porcelain"));
        Assert.Equal("?? .scratch/\n", Untracked(rig, ".scratch"));
    }

    [Fact]
    public async Task A_project_in_a_subfolder_gets_its_links_there()
    {
        using var rig = new WorktreeRig();
        Folder(rig, "src/.scratch");

        var made = await rig.ProvisionAsync(root: Path.Combine(rig.Repository.Folder, "src"));

        Assert.Equal(Path.Combine(rig.Repository.Folder, "src", ".scratch"), new FileInfo(Path.Combine(made.Path, "src", ".scratch")).LinkTarget);
        Assert.Equal("", rig.In(made.Path).Git("status", "--porcelain"));
    }

    /// <summary>The main checkout's own view is not changed.</summary>
    private static string Untracked(WorktreeRig rig, string folder)
    {
        File.WriteAllText(Path.Combine(rig.Repository.Folder, folder, "x"), "x");
        return rig.Repository.Git("status", "--porcelain");
    }

    private static void Folder(WorktreeRig rig, params string[] names)
    {
        foreach (var name in names)
        {
            Directory.CreateDirectory(Path.Combine(rig.Repository.Folder, name));
        }
    }
}
