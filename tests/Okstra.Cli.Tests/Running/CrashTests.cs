using System.Text.Json;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Running;

/// <summary>Kills the engine between any two durable writes in turn, resumes, and compares with a run nobody disturbed.</summary>
public sealed class CrashTests
{
    private const int Killed = 137;

    [Fact]
    [Trait("Req", "R-WRK-58")]
    public async Task A_run_killed_at_any_write_resumes_to_the_same_classes_and_error_log_without_repeating_finished_dispatches()
    {
        using var undisturbed = SampleProject.Committed();
        var scenario = undisturbed.Write("scenario.json", Scenarios.ThreeWorkersOneCareless);
        var trace = Path.Combine(undisturbed.TempPath, "writes.txt");
        undisturbed.Okstra.Environment["OKSTRA_TEST_FAULT"] = $"trace:{trace}";
        var reference = await undisturbed.Okstra.RunAsync(Arguments(undisturbed.Brief, scenario));
        Assert.True(reference.ExitCode == 0, reference.Error);
        var classes = ClassesOf(undisturbed.Root);
        var errors = ErrorsOf(undisturbed.Root);
        Assert.Equal(["cli-failure", "contract-violation", "contract-violation"], errors.Select(error => error.Split(' ')[0]));
        var writes = (File.ReadAllLines(trace)).Length;
        Assert.InRange(writes, 30, 200);

        // Nothing else of a scripted run is durable: after a write the disk is as it is before the next one.
        var points = Enumerable.Range(1, writes).Select(n => $"kill:{n}:before").Append($"kill:{writes}:after");
        await Parallel.ForEachAsync(points, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (point, _) => await KillAndResumeAsync(point, classes, errors));
    }

    private static async Task KillAndResumeAsync(string point, string classes, IReadOnlyList<string> errors)
    {
        using var project = SampleProject.Committed();
        var scenario = project.Write("scenario.json", Scenarios.ThreeWorkersOneCareless);
        project.Okstra.Environment["OKSTRA_TEST_FAULT"] = point;
        var killed = await project.Okstra.RunAsync(Arguments(project.Brief, scenario));
        Assert.True(killed.ExitCode == Killed, $"{point}: {killed.ExitCode} {killed.Error}");
        project.Okstra.Environment.Remove("OKSTRA_TEST_FAULT");
        var finishedBefore = FinishedDispatches(project.Root);
        var inFlight = StartedDispatches(project.Root).Except(finishedBefore).ToList();

        var prepared = Directory.Exists(Path.Combine(project.Root, ".okstra", "tasks")) && Directory.EnumerateFiles(Path.Combine(project.Root, ".okstra", "tasks"), "run-inputs-*", SearchOption.AllDirectories).Any();
        var resumed = prepared ? await project.Okstra.RunAsync("resume") : await project.Okstra.RunAsync(Arguments(project.Brief, scenario));

        Assert.True(resumed.ExitCode == 0, $"{point}: {resumed.Output}{resumed.Error}");
        Assert.Equal(classes, ClassesOf(project.Root));
        Assert.Equal((point, string.Join('\n', errors)), (point, string.Join('\n', ErrorsOf(project.Root))));
        AssertNothingRanTwice(project.Root, finishedBefore, inFlight, point);
    }

    private static void AssertNothingRanTwice(string root, IReadOnlyList<string> finishedBefore, IReadOnlyList<string> inFlight, string point)
    {
        var starts = StartedDispatches(root);
        Assert.All(starts.GroupBy(name => name), group =>
            Assert.True(group.Count() == (inFlight.Contains(group.Key) ? 2 : 1), $"{point}: {group.Key} was started {group.Count()} times"));
        Assert.DoesNotContain(starts.GroupBy(name => name), group => finishedBefore.Contains(group.Key) && group.Count() > 1);
        Assert.Equal(inFlight.Count, Journal(root).Count(entry => entry.GetProperty("kind").GetString() == "dispatch-superseded"));
    }

    private static string[] Arguments(string brief, string scenario) =>
        ["run", "--task-type", "error-analysis", "--brief", brief, "--task-group", "g", "--task-id", "t-1", "--workers", $"scripted:{scenario}", "--yes", "--json"];

    private static string ClassesOf(string root)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Single(root, "convergence-*.json")));
        var classes = document.RootElement.GetProperty("findings").EnumerateArray()
            .Select(finding => $"{finding.GetProperty("finding").GetProperty("id").GetString()} {finding.GetProperty("finding").GetProperty("title").GetString()} {finding.GetProperty("classification").GetString()}");
        return string.Join('\n', classes);
    }

    /// <summary>Type, agent and message of every event in the run's error log.</summary>
    private static List<string> ErrorsOf(string root) => [.. File.ReadAllLines(Single(root, "error-log-*.jsonl"))
        .Select(line => JsonElement.Parse(line))
        .Select(entry => $"{entry.GetProperty("errorType").GetString()} {entry.GetProperty("agent").GetString()} {entry.GetProperty("message").GetString()}")
        .Order(StringComparer.Ordinal)];

    /// <summary>Dispatches whose result was on disk: the document decides, not the journal.</summary>
    private static List<string> FinishedDispatches(string root) => [.. Journal(root)
        .Where(entry => entry.GetProperty("kind").GetString() == "dispatch-started")
        .Select(Name)
        .Distinct()
        .Where(name => File.Exists(Path.Combine(RunDirectory(root), "worker-results", DocumentName(name))))];

    private static List<string> StartedDispatches(string root) => [.. Journal(root).Where(entry => entry.GetProperty("kind").GetString() == "dispatch-started").Select(Name)];

    private static string Name(JsonElement entry) => $"{entry.GetProperty("worker").GetString()}/{entry.GetProperty("round").GetInt32()}/{entry.GetProperty("batch").GetInt32()}";

    private static string DocumentName(string name)
    {
        var parts = name.Split('/');
        return parts[1] is "0" or "-1" ? $"{parts[0]}-error-analysis-001.json" : $"{parts[0]}-reverify-r{parts[1]}-b{parts[2]}-error-analysis-001.json";
    }

    private static List<JsonElement> Journal(string root)
    {
        var file = Path.Combine(RunDirectory(root), "state", "journal-error-analysis-001.jsonl");
        return File.Exists(file) ? [.. File.ReadAllLines(file).Where(line => line.EndsWith('}')).Select(line => JsonDocument.Parse(line).RootElement)] : [];
    }

    private static string RunDirectory(string root) => Path.Combine(root, ".okstra", "tasks", "g", "t-1", "runs", "error-analysis");

    private static string Single(string root, string pattern) => Assert.Single(Directory.GetFiles(Path.Combine(RunDirectory(root), "state"), pattern));
}
