using System.Text.Json;

namespace Okstra.Cli.Tests.Custody;

public sealed class WorktreeVerbTests
{
    private static readonly string[] Destructive = ["worktree remove", "branch -D", "branch -d", "rm -r", "rm -f", "reset --hard", "git clean", "update-ref", "worktree prune --", "git worktree"];

    [Fact]
    [Trait("Req", "R-CLI-085")]
    [Trait("Req", "R-OPN-43")]
    public async Task Release_ends_with_0_or_1_for_an_unknown_key_lists_as_released_and_prints_no_cleanup_commands()
    {
        using var project = await CustodyProject.CreateAsync();
        var before = project.Everything();

        var released = await project.Project.Okstra.RunAsync("worktree", "release", "shop:g:t-1");
        var unknown = await project.Project.Okstra.RunAsync("worktree", "release", "g/t-2");
        var stage = await project.Project.Okstra.RunAsync("worktree", "release", "g/t-1", "--stage", "1");
        var group = await project.Project.Okstra.RunAsync("worktree", "release", "g/t-1", "--group", "2-3");

        Assert.Equal((0, 1, 1, 1), (released.ExitCode, unknown.ExitCode, stage.ExitCode, group.ExitCode));
        Assert.Contains("refs/okstra/keep/shop/g/t-1/1", released.Output, StringComparison.Ordinal);
        Assert.Contains("okstra worktree prune", released.Error, StringComparison.Ordinal);
        Assert.Contains("'shop/g/t-1#stage-1'", stage.Error, StringComparison.Ordinal);
        Assert.Contains("'shop/g/t-1#group-2-3'", group.Error, StringComparison.Ordinal);
        Assert.All(Destructive, command => Assert.DoesNotContain(command, released.Output + released.Error + unknown.Output + unknown.Error, StringComparison.Ordinal));
        Assert.Equal(before, project.Everything());
        Assert.Equal("released", (await ListAsync(project)).GetProperty("worktrees")[0].GetProperty("status").GetString());
    }

    [Fact]
    [Trait("Req", "R-WT-25")]
    public async Task The_worktree_outlives_runs_and_release_and_goes_only_with_prune()
    {
        using var project = await CustodyProject.CreateAsync();
        var before = project.Everything();
        foreach (var run in new[] { 1, 2 })
        {
            var ending = await project.Project.Okstra.RunAsync(project.Project.Run("--task-group", "g", "--task-id", "t-1", "--workers", "auditor", "--yes"));
            Assert.True(ending.ExitCode == 0, $"{run}: {ending.Error}");
            Assert.Equal(before, project.Everything());
        }

        var released = await project.DoAsync("worktree", "release", "g/t-1");
        Assert.Equal(before, project.Everything());
        Assert.All(Destructive, command => Assert.DoesNotContain(command, released.Output + released.Error, StringComparison.Ordinal));
        await project.DoAsync("worktree", "prune", "--yes");
        Assert.False(Path.Exists(project.Folder));
    }

    [Fact]
    public async Task While_a_run_of_the_task_lives_neither_release_nor_prune_touches_anything_of_it()
    {
        using var project = await CustodyProject.CreateAsync();
        var run = await project.Project.Okstra.RunAsync(project.Project.Run("--task-group", "g", "--task-id", "t-1", "--workers", "auditor", "--yes"));
        Assert.True(run.ExitCode == 0, run.Error);
        var lockFile = Directory.GetFiles(project.Project.StateRoot, "run-error-analysis-001.lock", SearchOption.AllDirectories).Single();
        var tree = Path.Combine(project.Project.OkstraHome, "scratch", "shop-g-t-1-error-analysis-001", "trees", "left");
        project.Shell($"git worktree add -q --detach --lock --reason 'okstra throw-away worktree' '{tree}'");

        await using (new FileStream(lockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var refused = await project.Project.Okstra.RunAsync("worktree", "release", "g/t-1");
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains("error-analysis 001", refused.Error, StringComparison.Ordinal);
            Assert.Contains("nothing to clear away", (await project.DoAsync("worktree", "prune", "--yes")).Output, StringComparison.Ordinal);
        }

        await project.DoAsync("worktree", "release", "g/t-1");
        await using (new FileStream(lockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal(1, (await project.Project.Okstra.RunAsync("worktree", "prune", "--yes")).ExitCode);
            Assert.True(Path.Exists(project.Folder) && Path.Exists(tree));
        }

        await project.DoAsync("worktree", "prune", "--yes");
        Assert.False(Path.Exists(project.Folder) || Path.Exists(Path.GetDirectoryName(Path.GetDirectoryName(tree))));
    }

    [Fact]
    public async Task Prune_without_yes_and_without_a_terminal_shows_and_removes_nothing()
    {
        using var project = await CustodyProject.CreateAsync();
        await project.DoAsync("worktree", "release", "g/t-1");

        var asked = await project.Project.Okstra.RunAsync("worktree", "prune");

        Assert.Equal(2, asked.ExitCode);
        Assert.Contains(project.Folder, asked.Output, StringComparison.Ordinal);
        Assert.Contains("frees", asked.Output, StringComparison.Ordinal);
        Assert.True(Path.Exists(project.Folder));
        Assert.All(Destructive, command => Assert.DoesNotContain(command, asked.Output + asked.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Prune_ends_with_1_and_names_what_it_refused_and_clears_the_rest()
    {
        using var project = await CustodyProject.CreateAsync();
        await project.DoAsync("worktree", "provision", "g/t-2");
        await project.DoAsync("worktree", "release", "g/t-1");
        await project.DoAsync("worktree", "release", "g/t-2");
        project.Shell("echo .env >> \"$(git rev-parse --git-common-dir)/info/exclude\" && echo k > .env");

        var pruned = await project.Project.Okstra.RunAsync("worktree", "prune", "--yes", "--json");

        Assert.Equal(1, pruned.ExitCode);
        var items = JsonElement.Parse(pruned.Output).GetProperty("data").GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("key").GetString()!, item => item);
        Assert.Contains(".env", items["shop/g/t-1"].GetProperty("refusal").GetString(), StringComparison.Ordinal);
        Assert.True(items["shop/g/t-2"].GetProperty("removed").GetBoolean());
        Assert.True(Path.Exists(project.Folder));
        Assert.False(Path.Exists(Path.Combine(Path.GetDirectoryName(project.Folder)!, "t-2")));
    }

    [Fact]
    public async Task List_shows_a_broken_row_as_broken_and_the_others_whole()
    {
        using var project = await CustodyProject.CreateAsync();
        await project.DoAsync("worktree", "provision", "g/t-2");
        await project.DoAsync("worktree", "provision", "g/t-3");
        Directory.Delete(Path.Combine(Path.GetDirectoryName(project.Folder)!, "t-2"), recursive: true);
        var registry = Path.Combine(project.Project.OkstraHome, "worktrees", "registry.json");
        await File.WriteAllTextAsync(registry, (await File.ReadAllTextAsync(registry, TestContext.Current.CancellationToken)).Replace("\"branch\": \"task-t-3\"", "\"branch\": \"task-other\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var answer = await ListAsync(project);

        var rows = answer.GetProperty("worktrees").EnumerateArray().ToDictionary(row => row.GetProperty("key").GetString()!, row => row);
        Assert.Equal(("ok", "folder-missing", "wrong-branch"), (State("shop/g/t-1"), State("shop/g/t-2"), State("shop/g/t-3")));
        Assert.Equal((4, 1), (rows["shop/g/t-1"].GetProperty("dirty").GetInt32(), rows["shop/g/t-1"].GetProperty("ahead").GetInt32()));
        Assert.Equal(rows.Values.Sum(row => row.GetProperty("bytes").GetInt64()), answer.GetProperty("totalBytes").GetInt64());
        Assert.Equal(0, (await project.Project.Okstra.RunAsync("worktree", "list")).ExitCode);

        string? State(string key) => rows[key].GetProperty("agreement").GetString();
    }

    [Fact]
    public async Task Show_names_kept_refs_and_ignored_files_by_class()
    {
        using var project = await CustodyProject.CreateAsync();
        await project.DoAsync("worktree", "release", "g/t-1");
        project.Shell("printf '.env\\nnode_modules/\\n' >> \"$(git rev-parse --git-common-dir)/info/exclude\" && echo key > .env && mkdir -p node_modules/x && echo 1 > node_modules/x/y");

        var data = JsonElement.Parse((await project.DoAsync("worktree", "show", "g/t-1", "--json")).Output).GetProperty("data");

        Assert.Equal("refs/okstra/keep/shop/g/t-1/1", data.GetProperty("kept")[0].GetProperty("ref").GetString());
        Assert.Equal((".env", 4), (data.GetProperty("precious")[0].GetProperty("path").GetString(), data.GetProperty("precious")[0].GetProperty("bytes").GetInt32()));
        Assert.Equal(["node_modules/"], data.GetProperty("regenerable").EnumerateArray().Select(file => file.GetProperty("path").GetString()));
        Assert.Equal(1, data.GetProperty("precious").GetArrayLength());
        Assert.Contains("kept: refs/okstra/keep/shop/g/t-1/1", (await project.DoAsync("worktree", "show", "g/t-1")).Output, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ListAsync(CustodyProject project) => JsonElement.Parse((await project.DoAsync("worktree", "list", "--json")).Output).GetProperty("data");
}
