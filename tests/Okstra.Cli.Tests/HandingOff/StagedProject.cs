using System.Text.Json;
using System.Text.Json.Nodes;
using Okstra.Cli.Tests.Support;
using Okstra.Testing;

namespace Okstra.Cli.Tests.HandingOff;

/// <summary>A repository of forty files with an approved plan and branches of its stages, as runs of okstra would leave them.</summary>
internal sealed class StagedProject : IDisposable
{
    private const string At = "2026-01-02T03:04:05Z";

    private readonly TempFolder _folder = new();
    private readonly List<string> _stages = [];

    public StagedProject()
    {
        Home = _folder.CreateFolder("home");
        Repository = TestRepository.Create(_folder.CreateFolder("shop"), [.. Enumerable.Range(0, 40).Select(index => (Name(index), Text(index)))]);
        File.AppendAllText(Path.Combine(Repository.Folder, ".git", "info", "exclude"), ".okstra\n");
        Base = Head("main");
        Task = Path.Combine(Repository.Folder, ".okstra", "tasks", "g", "t-1");
        PlanRun = Directory.CreateDirectory(Path.Combine(Task, "runs", "implementation-planning")).FullName;
        Plan = Path.Combine(PlanRun, "reports", "final-report-implementation-planning-001.md");
        Write(Path.Combine(Task, "task-manifest.json"), """{ "schemaVersion": 1, "taskKey": "shop:g:t-1", "projectId": "shop" }""");
        Write(Path.Combine(PlanRun, "manifests", "run-manifest-implementation-planning-001.json"), """
            { "schemaVersion": 1, "taskKey": "shop:g:t-1", "taskType": "implementation-planning", "seq": "001",
              "sequences": { "reports": "001", "prompts": "001", "state": "001", "manifests": "001", "worker-results": "001", "status": "001", "sessions": "001" } }
            """);
        Write(Plan, "---\napproved: true\n---\n# Plan\n");
        Okstra = new OkstraProcess(Home, Repository.Folder);
    }

    public string Home { get; }

    public TestRepository Repository { get; }

    /// <summary>Tip of main when the stages began.</summary>
    public string Base { get; }

    public string Task { get; }

    public string PlanRun { get; }

    public string Plan { get; }

    public string Consumers => Path.Combine(PlanRun, "consumers.jsonl");

    public string Registry => Path.Combine(Home, ".okstra", "worktrees", "registry.json");

    public string TempPath => _folder.Path;

    public OkstraProcess Okstra { get; }

    public static string Name(int index) => $"src/part{index:00}.txt";

    /// <summary>Twelve lines; each may be changed without touching the others.</summary>
    public static string Text(int index, params (int Line, string Text)[] changes)
    {
        var lines = Enumerable.Range(0, 12).Select(line => $"part {index} line {line}").ToArray();
        foreach (var (line, text) in changes)
        {
            lines[line] = text;
        }

        return string.Join('\n', lines) + "\n";
    }

    /// <summary>Adds a stage to the plan.</summary>
    public StagedProject Planned(int stage, params int[] dependsOn)
    {
        _stages.Add($$"""{ "stage": {{stage}}, "title": "Part {{stage}}", "dependsOn": [{{string.Join(", ", dependsOn)}}] }""");
        Write(Path.ChangeExtension(Plan, ".data.json"), $$"""{ "schemaVersion": 1, "taskKey": "shop:g:t-1", "taskType": "implementation-planning", "plan": { "stages": [{{string.Join(", ", _stages)}}] } }""");
        return this;
    }

    /// <summary>Makes the stage's branch with one commit of these files; answers its head.</summary>
    public string Build(int stage, string from, params (string Path, string Text)[] files)
    {
        Repository.Git("checkout", "--quiet", "-b", $"feat-t-1-stage-{stage}", from);
        var head = Repository.Commit($"stage {stage}", files);
        Repository.Git("checkout", "--quiet", "main");
        return head;
    }

    public void Started(int stage, string from) => Record($$"""{"event":"started","stage":{{stage}},"baseSha":"{{from}}","branch":"feat-t-1-stage-{{stage}}","runDir":"{{Task}}/runs/implementation","at":"{{At}}"}""");

    public void Done(int stage, string head) => Record($$"""{"event":"done","stage":{{stage}},"headSha":"{{head}}","at":"{{At}}"}""");

    public void Verified(int stage, string head, string verdict = "accepted") => Record($$"""{"event":"verified","stage":{{stage}},"headSha":"{{head}}","reportPath":"/r.md","verdict":"{{verdict}}","scope":"single-stage","at":"{{At}}"}""");

    public void InPullRequest(int stage, string url = "https://example.org/pr/1") => Record($$"""{"event":"pr","stages":[{{stage}}],"branch":"b","url":"{{url}}","at":"{{At}}"}""");

    /// <summary>A planned stage with its branch, done and accepted; answers its head.</summary>
    public string Accepted(int stage, string from, int[] dependsOn, params (string Path, string Text)[] files)
    {
        Planned(stage, dependsOn);
        var head = Build(stage, from, files);
        Started(stage, from);
        Done(stage, head);
        Verified(stage, head);
        return head;
    }

    /// <summary>Stages 1 and 2 beside one another, stage 3 on both; answers their heads.</summary>
    public string[] ThreeStages()
    {
        var one = Accepted(1, Base, [], (Name(1), Text(1, (1, "one"))), (Name(3), Text(3, (1, "one"))), ("src/new1.txt", "1\n"));
        var two = Accepted(2, Base, [], (Name(2), Text(2, (1, "two"))), (Name(3), Text(3, (10, "two"))));
        Repository.Git("checkout", "--quiet", "--detach", one);
        Repository.Git("merge", "--quiet", "--no-edit", two);
        var both = Head("HEAD");
        Repository.Git("checkout", "--quiet", "main");
        var three = Accepted(3, both, [1, 2], (Name(3), Text(3, (1, "one"), (10, "two"), (5, "three"))), (Name(30), "three\n"));
        return [one, two, three];
    }

    /// <summary>The tree that merging by hand gives.</summary>
    public string TreeByHand(string from, params string[] heads)
    {
        Repository.Git("checkout", "--quiet", "--detach", from);
        foreach (var head in heads)
        {
            Repository.Git("merge", "--quiet", "--no-edit", head);
        }

        var tree = Head("HEAD^{tree}");
        Repository.Git("checkout", "--quiet", "main");
        return tree;
    }

    public string Head(string name) => Repository.Git("rev-parse", name).Trim();

    public Task<OkstraEnding> EligibleAsync(params string[] more) => Okstra.RunAsync(["handoff", "eligible", "--plan-run-root", PlanRun, "--approved-plan", Plan, .. more]);

    public Task<OkstraEnding> AssembleAsync(string stages, string onto = "main", params string[] more) => Okstra.RunAsync(
        ["handoff", "assemble", "--plan-run-root", PlanRun, "--approved-plan", Plan, "--project-root", Repository.Folder, "--project-id", "shop", "--task-group", "g", "--task-id", "t-1",
            "--work-category", "feature", "--stages", stages, $"--base={onto}", .. more]);

    public Task<OkstraEnding> RecordPullRequestAsync(string stages, string url, params string[] more) =>
        Okstra.RunAsync(["handoff", "record-pr", "--plan-run-root", PlanRun, "--stages", stages, "--branch", "feat-t-1-group-2", "--url", url, .. more]);

    /// <summary>Writes a verification and records it.</summary>
    public Task<OkstraEnding> RecordVerifiedAsync(int stage, string data)
    {
        var report = _folder.Write("verification.md", "# verified\n");
        return Okstra.RunAsync("handoff", "record-verified", "--plan-run-root", PlanRun, "--stage", $"{stage}", "--report-path", report, "--data-json", _folder.Write("verification.data.json", data));
    }

    public static JsonNode Json(OkstraEnding ending)
    {
        try
        {
            return JsonNode.Parse(ending.Output)!;
        }
        catch (JsonException failure)
        {
            throw new InvalidOperationException($"exit {ending.ExitCode}: {ending.Output}{ending.Error}", failure);
        }
    }

    /// <summary>Everything assembling could leave behind: refs, worktrees, registry, okstra's folder of worktrees, the main checkout.</summary>
    public string Traces()
    {
        var worktrees = Path.Combine(Home, ".okstra", "worktrees");
        var folders = Directory.Exists(worktrees)
            ? Directory.EnumerateFileSystemEntries(worktrees, "*", SearchOption.AllDirectories).Where(path => !path.Contains("registry.lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        return string.Join('\n', [Repository.Git("for-each-ref"), Repository.Git("worktree", "list"), Repository.Git("status", "--porcelain"), File.Exists(Registry) ? File.ReadAllText(Registry) : "", .. folders]);
    }

    public void Dispose() => _folder.Dispose();

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private void Record(string line) => File.AppendAllText(Consumers, line + "\n");

    /// <summary>Exit 1, said on both streams.</summary>
    public static void Refused(OkstraEnding ending, string because)
    {
        Assert.Equal(1, ending.ExitCode);
        var answer = StagedProject.Json(ending);
        Assert.False((bool)answer["ok"]!);
        Assert.Contains(answer["reasons"]!.AsArray(), reason => ((string)reason!).Contains(because, StringComparison.Ordinal));
        Assert.Contains("PrepareError: ", ending.Error, StringComparison.Ordinal);
        Assert.Contains("hint: ", ending.Error, StringComparison.Ordinal);
    }
}
