using System.Text.Json;
using System.Text.Json.Nodes;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Timing;

/// <summary><c>okstra time</c> over what real runs leave behind.</summary>
public sealed class TimeCommandTests
{
    [Fact]
    [Trait("Req", "R-CLI-099")]
    public async Task Two_runs_and_the_time_between_them_are_read_from_their_documents()
    {
        using var project = SampleProject.Committed();
        foreach (var hour in (int[])[10, 12])
        {
            var run = await project.Okstra.RunAsync(project.Run("--task-key", "shop:g:t-1", "--workers", $"scripted:{project.Write("s.json", Scenarios.ThreeWorkersTwoRounds)}"));
            Assert.True(run.ExitCode == 0, run.Error);
            Move(project, hour == 10 ? "001" : "002", hour);
        }

        var all = Data(await project.Okstra.RunAsync("time", "g/t-1", "--json"));
        var one = Data(await project.Okstra.RunAsync("time", "g/t-1", "--run", "2", "--json"));
        var plain = await project.Okstra.RunAsync("time", "g/t-1");

        Assert.Equal((7800, 1200, 6600), (all.GetProperty("seconds").GetInt32(), all.GetProperty("inRunsSeconds").GetInt32(), all.GetProperty("betweenRunsSeconds").GetInt32()));
        var first = all.GetProperty("runs")[0];
        Assert.Equal((600, 180, 0), (first.GetProperty("seconds").GetInt32(), first.GetProperty("workersSeconds").GetInt32(), first.GetProperty("waitingSeconds").GetInt32()));
        Assert.Equal("over", first.GetProperty("activity").GetString());
        Assert.Equal([0, 1, 2], first.GetProperty("rounds").EnumerateArray().Select(round => round.GetProperty("round").GetInt32()));
        Assert.Equal(["ada", "bob", "cyd"], first.GetProperty("workers").EnumerateArray().Select(worker => worker.GetProperty("worker").GetString()!));
        Assert.Equal("002", Assert.Single(one.GetProperty("runs").EnumerateArray()).GetProperty("seq").GetString());
        Assert.Contains("shop:g:t-1: 02:10:00 from 2026-01-02T10:00:00Z to 2026-01-02T12:10:00Z\nin runs 00:20:00 + between runs, waiting for you 01:50:00 = 02:10:00\n", plain.Output, StringComparison.Ordinal);
        Assert.Contains("waited for you 01:50:00: after error-analysis 001, before error-analysis 002\n", plain.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_not_there_is_refused_with_those_that_are()
    {
        using var project = SampleProject.Committed();
        Assert.Equal(0, (await project.Okstra.RunAsync(project.Run("--task-key", "shop:g:t-1", "--workers", "auditor", "--render-only"))).ExitCode);

        var ending = await project.Okstra.RunAsync("time", "g/t-1", "--run", "7");

        Assert.Equal((1, ""), (ending.ExitCode, ending.Output));
        Assert.Contains("has no run 007\nhint: its runs: error-analysis 001", ending.Error, StringComparison.Ordinal);
        Assert.Equal(0, Data(await project.Okstra.RunAsync("time", "g/t-1", "--json")).GetProperty("seconds").GetInt32());
    }

    /// <summary>Moves a run to a full hour: ten minutes, each round one minute.</summary>
    private static void Move(SampleProject project, string seq, int hour)
    {
        var run = Path.Combine(project.StateRoot, "tasks", "g", "t-1", "runs", "error-analysis");
        Rewrite(Path.Combine(run, "manifests", $"run-manifest-error-analysis-{seq}.json"), document => (document["createdAt"], document["updatedAt"]) = ($"2026-01-02T{hour}:00:00Z", $"2026-01-02T{hour}:10:00Z"));
        foreach (var path in Directory.EnumerateFiles(Path.Combine(run, "worker-results"), $"*-error-analysis-{seq}.json").Where(path => !path.Contains("-errors-", StringComparison.Ordinal)))
        {
            Rewrite(path, document => (document["startedAt"], document["endedAt"]) = ($"2026-01-02T{hour}:0{(int)document["round"]! + 1}:00Z", $"2026-01-02T{hour}:0{(int)document["round"]! + 2}:00Z"));
        }

        var journal = Path.Combine(run, "state", $"journal-error-analysis-{seq}.jsonl");
        File.WriteAllLines(journal, File.ReadAllLines(journal).Select(line =>
        {
            var entry = JsonNode.Parse(line)!;
            entry["at"] = $"2026-01-02T{hour}:00:00Z";
            return entry.ToJsonString();
        }));
    }

    private static void Rewrite(string path, Action<JsonNode> change)
    {
        var document = JsonNode.Parse(File.ReadAllText(path))!;
        change(document);
        File.WriteAllText(path, document.ToJsonString());
    }

    private static JsonElement Data(OkstraEnding ending)
    {
        Assert.True(ending.ExitCode == 0, ending.Error);
        using var document = JsonDocument.Parse(ending.Output);
        return document.RootElement.GetProperty("data").Clone();
    }
}
