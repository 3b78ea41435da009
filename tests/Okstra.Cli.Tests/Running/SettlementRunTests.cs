using System.Text.Json.Nodes;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Running;

/// <summary>Executable settlement through the real command: from a veto to the class, the report, and a kill in between.</summary>
public sealed class SettlementRunTests
{
    private const int Killed = 137;

    [Fact]
    public async Task Contested_findings_are_settled_by_their_commands_and_the_report_says_so()
    {
        using var project = await SettledProject.CreateAsync();
        var before = Content(project.Project.Root);

        var run = await project.RunAsync();

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("settle (2 in the queue)", run.Error, StringComparison.Ordinal);
        Assert.Equal(["-q -k empty", "-q -k total", "-q -k total"], project.Calls);
        var state = project.State("convergence");
        var vetoed = Finding(state, "overwritten");
        Assert.Equal(("partial-consensus", "REPRODUCED"), (Text(vetoed, "classification"), Text(vetoed["settlement"]!, "outcome")));
        Assert.Contains(vetoed["votes"]!.AsArray(), vote => Text(vote!, "worker") == "bob" && Text(vote!, "counted") == "DISAGREE");
        Assert.Equal(("contested", "NOT_REPRODUCED"), (Text(Finding(state, "divide"), "classification"), Text(Finding(state, "divide")["settlement"]!, "outcome")));
        Assert.Equal(("worker-unique", "REPRODUCED"), (Text(Finding(state, "Currency"), "classification"), Text(Finding(state, "Currency")["settlement"]!, "outcome")));
        Assert.Equal("contested", Text(Finding(state, "plugin"), "classification"));
        Assert.Equal("selector refused: '-p' is no selector of pytest", Text(Finding(state, "plugin")["settlement"]!, "reason"));
        Assert.Equal(4, state["finalClassificationCounts"]!.AsObject().Sum(count => count.Value!.GetValue<int>()));
        Assert.Contains("state/settlements-error-analysis-001.json", state["inputs"]!.AsObject().Select(input => input.Key));

        var report = await File.ReadAllTextAsync(Path.Combine(project.Run, "reports", "final-report-error-analysis-001.md"), TestContext.Current.CancellationToken);
        Assert.Contains("Settled by running it: reproduced (REPRODUCED) — `pytest -q -k total` (exit code cited 1, got 1, runs 2).", report, StringComparison.Ordinal);
        Assert.Contains("Settled by running it: not run — `pytest -q -p evil`.", report, StringComparison.Ordinal);
        var page = await File.ReadAllTextAsync(Path.Combine(project.Run, "reports", "final-report-error-analysis-001.html"), TestContext.Current.CancellationToken);
        Assert.Contains("E  assert 3 == 5", page, StringComparison.Ordinal);
        var show = JsonNode.Parse((await project.Project.Okstra.RunAsync("show", "g/t-1", "--json")).Output)!;
        Assert.Equal("""{"REPRODUCED":2,"NOT_REPRODUCED":1,"UNDECIDABLE":0}""", show["data"]!["runs"]![0]!["settlements"]!.ToJsonString());
        Assert.Contains("2 REPRODUCED", (await project.Project.Okstra.RunAsync("show", "g/t-1")).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await project.Project.Okstra.RunAsync("resume", "g/t-1")).ExitCode);
        var replay = await project.Project.Okstra.RunAsync("converge", "replay", "g/t-1", "--policy", "evidence");
        Assert.True(replay.ExitCode == 0, replay.Error);
        Assert.Equal(3, project.Calls.Count);
        Assert.Equal(before, Content(project.Project.Root));
        Assert.Equal(["t-1"], Directory.EnumerateDirectories(Path.Combine(project.Project.Root, ".git", "worktrees")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Nothing_is_run_without_convergence_or_while_the_command_is_only_proposed()
    {
        using var project = await SettledProject.CreateAsync();
        var off = await project.RunAsync("--no-convergence");
        var document = Path.Combine(project.Project.StateRoot, "project.json");
        await File.WriteAllTextAsync(document, (await File.ReadAllTextAsync(document, TestContext.Current.CancellationToken)).Replace("\"confirmed\"", "\"proposed\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var proposed = await project.Project.Okstra.RunAsync(project.Project.Run("--task-group", "g", "--task-id", "t-2", "--json", "--workers", $"scripted:{project.Project.Write("scenario.json", SettledProject.Scenario)}"));

        Assert.Equal((0, 0), (off.ExitCode, proposed.ExitCode));
        Assert.Empty(project.Calls);
        Assert.Empty(Directory.GetFiles(project.Project.StateRoot, "settlements-*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Run_killed_while_it_settles_resumes_to_the_same_classes_without_running_a_settled_command_again()
    {
        using var undisturbed = await SettledProject.CreateAsync();
        var trace = Path.Combine(undisturbed.Project.TempPath, "writes.txt");
        undisturbed.Project.Okstra.Environment["OKSTRA_TEST_FAULT"] = $"trace:{trace}";
        Assert.Equal(0, (await undisturbed.RunAsync()).ExitCode);
        var expected = Classes(undisturbed);
        var writes = await File.ReadAllLinesAsync(trace, TestContext.Current.CancellationToken);
        var first = Array.FindIndex(writes, write => write.Contains("settlement-001", StringComparison.Ordinal)) + 1;
        var last = Array.FindLastIndex(writes, write => write.Contains("settlements-", StringComparison.Ordinal)) + 1;
        Assert.Equal(5, last - first + 1);

        var points = Enumerable.Range(first, last - first + 1).SelectMany(write => new[] { $"kill:{write}:before", $"kill:{write}:after" });
        await FinishedByAnotherLeadAsync($"kill:{first}:before", expected);
        await Parallel.ForEachAsync(points, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken }, async (point, _) => await KillAndResumeAsync(point, expected));
    }

    private static async Task FinishedByAnotherLeadAsync(string point, string expected)
    {
        using var project = await SettledProject.CreateAsync();
        project.Project.Okstra.Environment["OKSTRA_TEST_FAULT"] = point;
        Assert.Equal(Killed, (await project.RunAsync()).ExitCode);
        project.Project.Okstra.Environment.Remove("OKSTRA_TEST_FAULT");

        var finish = await project.Project.Okstra.RunAsync("converge", "finish", "g/t-1");

        Assert.True(finish.ExitCode == 0, finish.Error);
        Assert.Equal(expected, Classes(project));
    }

    private static async Task KillAndResumeAsync(string point, string expected)
    {
        using var project = await SettledProject.CreateAsync();
        project.Project.Okstra.Environment["OKSTRA_TEST_FAULT"] = point;
        var killed = await project.RunAsync();
        Assert.True(killed.ExitCode == Killed, $"{point}: {killed.ExitCode} {killed.Error}");
        project.Project.Okstra.Environment.Remove("OKSTRA_TEST_FAULT");
        var settled = File.Exists(project.StatePath("settlements")) ? project.State("settlements")["commands"]!.AsArray().Select(command => string.Join(' ', command!["argv"]!.AsArray().Skip(1))).ToList() : [];
        var before = project.Calls.Count;

        var resumed = await project.Project.Okstra.RunAsync("resume");

        Assert.True(resumed.ExitCode == 0, $"{point}: {resumed.Error}");
        Assert.Equal(expected, Classes(project));
        Assert.DoesNotContain(project.Calls.Skip(before), settled.Contains);
        Assert.Equal(2, project.Calls.Skip(before).Concat(settled).Distinct(StringComparer.Ordinal).Count());
    }

    private static string Classes(SettledProject project) => string.Join('\n', project.State("convergence")["findings"]!.AsArray()
        .Select(finding => $"{finding!["finding"]!["id"]} {finding["classification"]} {finding["reason"]} {finding["settlement"]?["outcome"]}"));

    private static JsonNode Finding(JsonNode state, string title) =>
        state["findings"]!.AsArray().Single(finding => Text(finding!["finding"]!, "title").Contains(title, StringComparison.Ordinal))!;

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();

    private static string Content(string root) => string.Join('\n', Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/.git/", StringComparison.Ordinal) && !path.Contains("/.okstra/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(path => $"{path} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))}"));
}
