using System.Globalization;

namespace Okstra.Cli.Tests.Custody;

/// <summary>Kills okstra before, in the middle of and after everything it writes, and before and after every git call that changes something; the same command again must lose nothing.</summary>
public sealed class KilledCustodyTests
{
    private const int Killed = 137;
    private static readonly string[][] Chain = [["worktree", "release", "g/t-1"], ["worktree", "prune", "--yes"], ["worktree", "restore", "g/t-1"]];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Work_is_all_there_when_a_command_was_killed_anywhere_and_is_run_again(int step)
    {
        var (calls, writes) = await CountAsync(step);
        Assert.True(calls.Count > 0 && writes > 0, $"{calls.Count} calls, {writes} writes");
        var points = calls.Index().SelectMany(call => new[] { $"git {call.Index + 1} before", $"git {call.Index + 1} after", call.Item.Contains(" remove ", StringComparison.Ordinal) ? $"git {call.Index + 1} half" : null }).OfType<string>()
            .Concat(Enumerable.Range(1, writes).Select(n => $"write {n} before")).Append($"write {writes} after").ToList();
        await Parallel.ForEachAsync(points, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (point, _) => await KillAsync(step, point));
    }

    private static async Task<(IReadOnlyList<string> Calls, int Writes)> CountAsync(int step)
    {
        using var project = await CustodyProject.CreateAsync();
        await UpToAsync(project, step);
        var trace = Path.Combine(project.Project.TempPath, "writes.txt");
        project.Project.Okstra.Environment["OKSTRA_TEST_FAULT"] = $"trace:{trace}";
        await project.DoAsync(Chain[step]);
        return (project.GitCalls, File.Exists(trace) ? (await File.ReadAllLinesAsync(trace)).Length : 0);
    }

    private static async Task KillAsync(int step, string point)
    {
        using var project = await CustodyProject.CreateAsync();
        var before = project.Everything();
        await UpToAsync(project, step);
        var parts = point.Split(' ');
        var environment = project.Project.Okstra.Environment;
        if (parts[0] == "git")
        {
            (environment["KILL_AT"], environment["KILL_SIDE"]) = (parts[1], parts[2]);
        }
        else
        {
            environment["OKSTRA_TEST_FAULT"] = string.Create(CultureInfo.InvariantCulture, $"kill:{parts[1]}:{parts[2]}");
        }

        var killed = await project.Project.Okstra.RunAsync(Chain[step]);
        Assert.True(killed.ExitCode == Killed, $"{point}: {killed.ExitCode} {killed.Output}{killed.Error}");

        project.Calm();
        foreach (var command in Chain.Skip(step))
        {
            var ending = await project.Project.Okstra.RunAsync(command);
            Assert.True(ending.ExitCode == 0, $"{point}: {string.Join(' ', command)}: {ending.Output}{ending.Error}");
        }

        Assert.Equal((point, before), (point, project.Everything()));
        Assert.DoesNotContain((await project.DoAsync("worktree", "repair")).Output.Split('\n'), line => line.StartsWith("left", StringComparison.Ordinal));
    }

    private static async Task UpToAsync(CustodyProject project, int step)
    {
        foreach (var command in Chain.Take(step))
        {
            await project.DoAsync(command);
        }

        project.Calm();
    }
}
