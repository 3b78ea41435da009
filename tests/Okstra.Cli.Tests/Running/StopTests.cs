using System.Diagnostics;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Running;

/// <summary>Stopping a run, and two processes at one run.</summary>
public sealed class StopTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static string Hanging => $$"""
        { "workers": [
          { "name": "ada", "vendor": "one", "rounds": { "0": { "answer": {{Scenarios.Answer("ada")}} } } },
          { "name": "bob", "vendor": "two", "rounds": { "0": { "hangs": true } } } ] }
        """;

    private static string Answering => Hanging.Replace("\"hangs\": true", $"\"answer\": {Scenarios.Answer("bob")}", StringComparison.Ordinal);

    [Fact]
    public async Task Interrupting_once_stops_politely_and_resume_goes_on_without_asking_the_finished_worker_again()
    {
        using var project = SampleProject.Committed();
        var scenario = project.Write("scenario.json", Hanging);
        using var run = project.Okstra.Start(project.Run("--task-group", "g", "--task-id", "t-1", "--workers", $"scripted:{scenario}"));
        await SeenAsync(run, "ada completed");

        Kill("-INT", run.Id);
        var error = await run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(130, run.ExitCode);
        Assert.Contains("okstra resume shop:g:t-1", error, StringComparison.Ordinal);
        File.WriteAllText(scenario, Answering);
        var resumed = await project.Okstra.RunAsync("resume", "g/t-1");
        Assert.True(resumed.ExitCode == 0, resumed.Error);
        Assert.Contains("ada already on disk", resumed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_process_on_one_run_is_refused_with_who_holds_it()
    {
        using var project = SampleProject.Committed();
        var scenario = project.Write("scenario.json", Hanging);
        using var run = project.Okstra.Start(project.Run("--task-group", "g", "--task-id", "t-1", "--workers", $"scripted:{scenario}"));
        await SeenAsync(run, "ada completed");

        var second = await project.Okstra.RunAsync("resume", "g/t-1");
        var status = await project.Okstra.RunAsync("status", "--json");
        Kill("-KILL", run.Id);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        var after = await project.Okstra.RunAsync("status", "--json");

        Assert.Equal(1, second.ExitCode);
        Assert.Contains($"held by okstra run (pid {run.Id}", second.Error, StringComparison.Ordinal);
        Assert.Contains("\"runStatus\": \"running\"", status.Output, StringComparison.Ordinal);
        Assert.Contains("\"runStatus\": \"interrupted\"", after.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_writes_into_its_tree_loses_its_result_and_the_patch_is_kept()
    {
        using var project = SampleProject.Committed();
        var scenario = project.Write("scenario.json", Hanging.Replace("\"hangs\": true", $"\"writes\": \"evil.txt\", \"answer\": {Scenarios.Answer("bob")}", StringComparison.Ordinal));

        var ending = await project.Okstra.RunAsync(project.Run("--workers", $"scripted:{scenario}", "--json"));

        Assert.True(ending.ExitCode == 0, ending.Error);
        Assert.Contains("contract-violation: it wrote into the tree", ending.Output, StringComparison.Ordinal);
        var patch = Directory.GetFiles(project.StateRoot, "bob-*.patch", SearchOption.AllDirectories).Single();
        Assert.Contains("evil.txt", File.ReadAllText(patch), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(project.Root, "evil.txt")));
    }

    [Fact]
    public async Task A_worker_that_cannot_be_recorded_stops_the_run_without_waiting_for_one_that_hangs()
    {
        using var trial = SampleProject.Committed();
        var trace = Path.Combine(trial.TempPath, "writes.txt");
        trial.Okstra.Environment["OKSTRA_TEST_FAULT"] = $"trace:{trace}";
        await trial.Okstra.RunAsync(trial.Run("--workers", $"scripted:{trial.Write("scenario.json", Answering)}"));
        var write = Array.FindIndex(File.ReadAllLines(trace), line => line.EndsWith("ada-error-analysis-001.json", StringComparison.Ordinal)) + 1;
        Assert.True(write > 0);
        using var project = SampleProject.Committed();
        project.Okstra.Environment["OKSTRA_TEST_FAULT"] = $"fail:{write}";

        var ending = await project.Okstra.RunAsync(project.Run("--workers", $"scripted:{project.Write("scenario.json", Hanging)}"));

        Assert.Equal(1, ending.ExitCode);
        Assert.Contains("no space left", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resumed_run_leaves_no_worktree_but_its_tasks_behind_not_even_those_of_the_killed_engine()
    {
        using var project = SampleProject.Committed();
        var repository = new Okstra.Testing.TestRepository(project.Root);
        var needsTrees = $"{{ \"writes\": \"evil.txt\", \"answer\": {Scenarios.Answer("eve")} }}";
        var third = $", {{ \"name\": \"eve\", \"vendor\": \"three\", \"rounds\": {{ \"0\": {needsTrees} }} }} ] }}";
        var scenario = project.Write("scenario.json", Hanging.TrimEnd()[..^1].TrimEnd()[..^1] + third);
        using var run = project.Okstra.Start(project.Run("--task-group", "g", "--task-id", "t-1", "--workers", $"scripted:{scenario}"));
        await SeenAsync(run, "ada completed");
        Kill("-KILL", run.Id);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.True(repository.Git("worktree", "list").Trim().Split('\n').Length > 2);
        File.WriteAllText(scenario, Answering.TrimEnd()[..^1].TrimEnd()[..^1] + third);

        var resumed = await project.Okstra.RunAsync("resume", "g/t-1");

        Assert.True(resumed.ExitCode == 0, resumed.Error);
        Assert.Equal(2, repository.Git("worktree", "list").Trim().Split('\n').Length);
    }

    private static async Task SeenAsync(Process run, string text)
    {
        while (await run.StandardError.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"the run ended without saying '{text}'");
    }

    private static void Kill(string signal, int pid)
    {
        using var kill = Process.Start("kill", [signal, pid.ToString()]);
        kill.WaitForExit();
    }
}
