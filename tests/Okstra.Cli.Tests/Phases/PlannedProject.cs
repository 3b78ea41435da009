using System.Text.Json;
using Okstra.Cli.Tests.Support;
using Okstra.Testing;

namespace Okstra.Cli.Tests.Phases;

/// <summary>A sample project whose task has a planning run with a report written by hand: three stages that stand alone, approved.</summary>
internal sealed class PlannedProject : IDisposable
{
    private PlannedProject(SampleProject project) => Project = project;

    public SampleProject Project { get; }

    public string Task => Path.Combine(Project.StateRoot, "tasks", "g", "t-1");

    public string Plan => Path.Combine(Task, "runs", "implementation-planning", "reports", "final-report-implementation-planning-001.md");

    public static async Task<PlannedProject> CreateAsync()
    {
        var planned = new PlannedProject(SampleProject.Committed());
        var prepared = await planned.DoAsync("render-bundle", "--task-type", "implementation-planning", "--brief", planned.Project.Brief, "--task-key", "shop:g:t-1", "--work-category", "feature", "--workers", "auditor");
        Assert.True(prepared.ExitCode == 0, prepared.Error);
        await File.WriteAllTextAsync(planned.Plan, "---\napproved: true\n---\n# Plan\n");
        await File.WriteAllTextAsync(
            Path.ChangeExtension(planned.Plan, ".data.json"),
            """{ "schemaVersion": 1, "taskKey": "shop:g:t-1", "taskType": "implementation-planning", "plan": { "stages": [ { "stage": 1, "title": "a", "dependsOn": [] }, { "stage": 2, "title": "b", "dependsOn": [] }, { "stage": 3, "title": "c", "dependsOn": [2] } ] } }""");
        return planned;
    }

    public Task<OkstraEnding> DoAsync(params IEnumerable<string> arguments) => Project.Okstra.RunAsync(arguments);

    /// <summary><c>render-bundle</c> of implementation.</summary>
    public Task<OkstraEnding> ImplementAsync(params IEnumerable<string> more) =>
        DoAsync(["render-bundle", "--task-type", "implementation", "--brief", Project.Brief, "--task-key", "g/t-1", "--approved-plan", Plan, .. more]);

    /// <summary>Commits in the stage's worktree and records the stage as done, as its run will.</summary>
    public string Finish(int stage, string path)
    {
        var worktree = new TestRepository(Path.Combine(Project.OkstraHome, "worktrees", "shop", "g", $"t-1-stage-{stage}"));
        var head = worktree.Commit($"feat: {path}", (path, "x = 1\n"));
        File.AppendAllText(Path.Combine(Task, "runs", "implementation-planning", "consumers.jsonl"), $$"""{"event":"done","stage":{{stage}},"headSha":"{{head}}","at":"2026-01-02T03:04:05Z"}""" + "\n");
        return head;
    }

    public static JsonElement Data(OkstraEnding ending)
    {
        Assert.True(ending.ExitCode == 0, ending.Error);
        using var document = JsonDocument.Parse(ending.Output);
        return document.RootElement.GetProperty("data").Clone();
    }

    public void Dispose() => Project.Dispose();
}
