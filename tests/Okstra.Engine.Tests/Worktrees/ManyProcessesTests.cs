using Okstra.Core.Worktrees;
using Okstra.Processes.Git;

namespace Okstra.Engine.Tests.Worktrees;

/// <summary>Many processes work on one registry and one repository; some are killed.</summary>
public sealed class ManyProcessesTests
{
    private const int Seed = 20261126;

    [Fact]
    [Trait("Req", "R-WT-05")]
    [Trait("Req", "R-WT-34")]
    public async Task Sixteen_processes_on_two_hundred_keys_lose_no_update_and_share_no_branch_or_path()
    {
        const int Processes = 16;
        using var rig = new WorktreeRig();
        var keyFile = WriteKeys(rig, 200);

        var children = Enumerable.Range(0, Processes).Select(number => ChurnProcess.Start(rig, number, Seed + number, 40, keyFile)).ToList();
        foreach (var child in children)
        {
            Assert.Equal("", await child.WaitAsync());
        }

        var lines = children.SelectMany(child => child.Lines).ToList();
        children.ForEach(child => child.Dispose());
        Assert.Equal(Processes * 40, lines.Count(line => line.StartsWith("counted", StringComparison.Ordinal) || line.StartsWith("refused", StringComparison.Ordinal)));

        // A key is made once; after a release its folder is still there and nobody makes it again.
        Assert.All(lines.Where(line => line.StartsWith("created", StringComparison.Ordinal)).GroupBy(line => line.Split(' ')[1]), made => Assert.Single(made));
        var registry = await ConsistentAsync(rig);
        Assert.Equal(lines.Count(line => line.StartsWith("counted", StringComparison.Ordinal)), registry.Tasks.Values.Sum(Count));
        var refusals = lines.Where(line => line.StartsWith("refused", StringComparison.Ordinal)).ToList();
        Assert.All(refusals, line => Assert.Matches("belongs to '|exists (already )?.*is not registered", line));
        Assert.Contains(refusals, line => line.Contains("belongs to '", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Processes_killed_a_hundred_times_at_random_leave_a_readable_registry_that_the_next_one_heals()
    {
        const int Kills = 100;
        const int AtOnce = 4;
        using var rig = new WorktreeRig();
        for (var number = 0; number < 60; number++)
        {
            await File.WriteAllTextAsync(Path.Combine(rig.Repository.Folder, $"file-{number}.txt"), new string('x', 5000), WorktreeRig.Token);
        }

        rig.Repository.Commit("enough files to be cut off in");
        var keyFile = WriteKeys(rig, 400);
        var random = new Random(Seed);
        var alive = Enumerable.Range(0, AtOnce).Select(number => ChurnProcess.Start(rig, number, random.Next(), 500, keyFile)).ToList();
        for (var kill = 0; kill < Kills; kill++)
        {
            // A random moment is the very thing under test; nothing is waited for.
            await Task.Delay(random.Next(20, 250), WorktreeRig.Token);
            var victim = random.Next(AtOnce);
            alive[victim].Process.Kill(entireProcessTree: random.Next(2) == 0);
            await alive[victim].Process.WaitForExitAsync(WorktreeRig.Token);
            alive[victim].Dispose();
            _ = await rig.Registry.ReadAsync(WorktreeRig.Token);
            alive[victim] = ChurnProcess.Start(rig, AtOnce + kill, random.Next(), 500, keyFile);
        }

        alive.ForEach(child => child.Dispose());
        var pending = (await rig.Registry.ReadAsync(WorktreeRig.Token)).Pending?.Keys.ToList() ?? [];
        foreach (var key in pending)
        {
            Assert.True(WorktreeKey.TryParse(key, out var parsed));
            var made = await new Engine.Worktrees.WorktreeProvisioning(rig.Services).ProvisionAsync(rig.Request() with { Key = parsed.Value }, WorktreeRig.Token);
            Assert.Equal("created", made.Status);
        }

        var registry = await ConsistentAsync(rig);
        Assert.True(registry.Tasks.Count > 20, $"only {registry.Tasks.Count} worktrees were made");
        foreach (var (key, row) in registry.Tasks.Where(entry => !entry.Value.IsReleased))
        {
            Assert.Equal((key, ""), (key, rig.In(row.WorktreePath).Git("status", "--porcelain")));
        }
    }

    /// <summary>Registry, folders, branches and git's own list say the same.</summary>
    private static async Task<RegistryDocument> ConsistentAsync(WorktreeRig rig)
    {
        var registry = await rig.Registry.ReadAsync(WorktreeRig.Token);
        Assert.Null(registry.Pending);
        Assert.Equal(registry.Tasks.Count, registry.Tasks.Values.Select(row => row.WorktreePath).Distinct().Count());
        Assert.Equal(registry.Tasks.Count, registry.Tasks.Values.Select(row => row.Branch).Distinct().Count());
        Assert.Equal(
            registry.Tasks.Where(entry => !entry.Value.IsReleased).ToDictionary(entry => entry.Value.Branch, entry => entry.Key).OrderBy(entry => entry.Key, StringComparer.Ordinal),
            registry.Branches.ToDictionary().OrderBy(entry => entry.Key, StringComparer.Ordinal));
        var listed = WorktreeEntry.ParseList(rig.Repository.Git("worktree", "list", "--porcelain", "-z")).Skip(1).ToList();
        Assert.Equal(
            registry.Tasks.Select(entry => $"{entry.Value.WorktreePath} refs/heads/{entry.Value.Branch} okstra {entry.Key}").Order(StringComparer.Ordinal),
            listed.Select(entry => $"{entry.Path} {entry.Branch} {entry.LockReason}").Order(StringComparer.Ordinal));
        Assert.Equal(
            registry.Tasks.Values.Select(row => row.Branch).Append("main").Order(StringComparer.Ordinal),
            rig.Repository.Git("for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads").Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        return registry;
    }

    private static int Count(WorktreeRow row) => row.Unknown?.TryGetValue("count", out var count) == true ? count.GetInt32() : 0;

    /// <summary>Some compete for a branch, some for a path, some are released on the way (those ending in r).</summary>
    private static string WriteKeys(WorktreeRig rig, int count) => rig.Write("keys", string.Join('\n', Enumerable.Range(0, count).Select(number => (number % 10) switch
    {
        0 => $"shop:a:t-{number}",
        1 => $"shop:b:t-{number - 1}",
        2 => $"shop:a:s-{number}#2",
        3 => $"shop:a:s-{number - 1}-stage-2",
        4 => $"shop:a:t-{number}r",
        _ => $"shop:a:t-{number}",
    })));
}
