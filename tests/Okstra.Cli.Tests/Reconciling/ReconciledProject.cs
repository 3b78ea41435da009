using System.Text.Json.Nodes;
using Okstra.Cli.Tests.Support;
using Okstra.Testing;

namespace Okstra.Cli.Tests.Reconciling;

/// <summary>A sample project with a task worktree and two finished stages on branches of their own.</summary>
internal sealed class ReconciledProject : IDisposable
{
    private ReconciledProject(SampleProject project)
    {
        Project = project;
        Main = new TestRepository(project.Root);
        PlanRunRoot = Path.Combine(project.StateRoot, "tasks", "g", "t-1", "runs", "implementation-planning");
    }

    public SampleProject Project { get; }

    public TestRepository Main { get; }

    public string PlanRunRoot { get; }

    public string Journal => Path.Combine(PlanRunRoot, "consumers.jsonl");

    public static async Task<ReconciledProject> CreateAsync()
    {
        var made = new ReconciledProject(SampleProject.Committed());
        await made.OkAsync("setup", "--yes", "--project-id", "shop");
        await made.OkAsync("worktree", "provision", "g/t-1", "--work-category", "feature");
        Directory.CreateDirectory(made.PlanRunRoot);
        await made.OkAsync([.. made.Arguments, "--reset-anchor", "main"]);
        made.Finish(1);
        made.Finish(2);
        return made;
    }

    /// <summary>The stage's checkout.</summary>
    public TestRepository Stage(int number) => new(Path.Combine(Project.TempPath, $"stage-{number}"));

    public Task<OkstraEnding> ReconcileAsync(params IEnumerable<string> more) => Project.Okstra.RunAsync([.. Arguments, .. more]);

    public void Amend(int stage, string text)
    {
        var repository = Stage(stage);
        File.WriteAllText(Path.Combine(repository.Folder, $"stage{stage}.py"), text);
        repository.Git("commit", "--quiet", "--all", "--amend", "--message", "for review");
    }

    public string Tip(int stage) => Stage(stage).Git("rev-parse", "HEAD").Trim();

    /// <summary>Another stage is under way on that commit, with a worktree in the registry.</summary>
    public void StartOn(int stage, string start)
    {
        var registry = JsonNode.Parse(File.ReadAllText(Registry))!;
        var row = registry["tasks"]!["shop/g/t-1"]!.DeepClone();
        (row["stage"], row["base_ref"], row["branch"], row["worktree_path"]) = (stage, start, $"feat-t-1-stage-{stage}", $"{row["worktree_path"]}-stage-{stage}");
        registry["tasks"]![$"shop/g/t-1#stage-{stage}"] = row;
        File.WriteAllText(Registry, registry.ToJsonString());
        File.AppendAllText(Journal, $$"""{"event":"started","at":"2026-01-02T03:04:05Z","stage":{{stage}},"baseSha":"{{start}}","branch":"feat-t-1-stage-{{stage}}","runDir":"/r"}""" + "\n");
    }

    public string? BaseOf(int stage) => (string?)JsonNode.Parse(File.ReadAllText(Registry))!["tasks"]![$"shop/g/t-1#stage-{stage}"]!["base_ref"];

    public void Dispose() => Project.Dispose();

    private string Registry => Path.Combine(Project.OkstraHome, "worktrees", "registry.json");

    private string[] Arguments => ["git-reconcile", "--plan-run-root", PlanRunRoot, "--project-id", "shop", "--task-group", "g", "--task-id", "t-1", "--work-category", "feature"];

    private async Task OkAsync(params string[] arguments)
    {
        var ending = await Project.Okstra.RunAsync(arguments);
        Assert.True(ending.ExitCode == 0, ending.Error + ending.Output);
    }

    private void Finish(int number)
    {
        var start = Main.Git("rev-parse", "main").Trim();
        Main.Git("worktree", "add", "--quiet", "-b", $"feat-t-1-stage-{number}", Path.Combine(Project.TempPath, $"stage-{number}"), "main");
        var head = Stage(number).Commit($"stage {number}", ($"stage{number}.py", "done = 1\n"));
        File.AppendAllText(Journal, $$"""
            {"event":"started","at":"2026-01-02T03:04:05Z","stage":{{number}},"baseSha":"{{start}}","branch":"feat-t-1-stage-{{number}}","runDir":"/r"}
            {"event":"done","at":"2026-01-02T03:04:05Z","stage":{{number}},"headSha":"{{head}}"}

            """.ReplaceLineEndings("\n"));
    }
}
