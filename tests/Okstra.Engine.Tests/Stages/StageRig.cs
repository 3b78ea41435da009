using Okstra.Core.Reconciling;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;
using Okstra.Engine.Reconciling;
using Okstra.Engine.Stages;
using Okstra.Engine.Worktrees;
using Okstra.Processes;
using Okstra.Processes.Git;
using Okstra.State.Documents;
using Okstra.State.Layout;
using Okstra.State.Locks;
using Okstra.State.Stages;
using Okstra.State.Worktrees;
using Okstra.State.Writing;
using Okstra.Testing;

namespace Okstra.Engine.Tests.Stages;

/// <summary>A real repository, a task with its worktree, and an approved plan: 1 and 2 stand alone, 3 is built on 1, 4 on 1 and 2.</summary>
internal sealed class StageRig : IDisposable
{
    public const string FourStages = """
        { "stage": 1, "title": "Parse", "dependsOn": [] },
        { "stage": 2, "title": "Sum", "dependsOn": [] },
        { "stage": 3, "title": "Print", "dependsOn": [1] },
        { "stage": 4, "title": "Join", "dependsOn": [2, 1] }
        """;

    private readonly TempFolder _temp = new();

    private StageRig(string stages, bool approved)
    {
        Project = _temp.CreateFolder("Bob's shop");
        Home = _temp.CreateFolder("home");
        Main = TestRepository.Create(Project, ("cart.py", "def total(items):\n    result = 0\n    for item in items:\n        result = item.price\n    return result\n"), ("notes.txt", "one\ntwo\nthree\n"));
        _temp.Write("Bob's shop/.git/info/exclude", "/.okstra\n");
        Assert.True(TaskKey.TryParse("shop:g:t-1", null, out var key, out _));
        Key = key;
        Services = With(null);
        Plan = Path.Combine(PlanRunRoot, "reports", "final-report-implementation-planning-001.md");
        Directory.CreateDirectory(Path.GetDirectoryName(Plan)!);
        File.WriteAllText(Plan, $"---\ntaskKey: shop:g:t-1\napproved: {(approved ? "true" : "false")}\n---\n# Plan\n");
        File.WriteAllText(Path.ChangeExtension(Plan, "data.json"), $$"""{ "schemaVersion": 1, "taskKey": "shop:g:t-1", "taskType": "implementation-planning", "unknown": [1], "plan": { "stages": [ {{stages}} ] } }""");
    }

    public string Project { get; }

    public string Home { get; }

    public TestRepository Main { get; }

    public TaskKey Key { get; }

    public RunServices Services { get; }

    public string Plan { get; }

    public string PlanRunRoot => StateLayout.Resolve(Project).Task(Key).RunDirectory(TaskType.ImplementationPlanning);

    public ConsumersFile Consumers => new(PlanRunRoot, Services.Writer);

    public WorktreeRegistry Registry => new(Services.Home, Services.Documents, Services.Locks, Services.Time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<StageRig> CreateAsync(string stages = FourStages, bool approved = true)
    {
        var rig = new StageRig(stages, approved);
        await new WorktreeProvisioning(rig.Services).ProvisionAsync(new ProvisionRequest { Key = WorktreeKey.Of(rig.Key), ProjectRoot = rig.Project, Phase = "implementation", WorkCategory = "feature" }, Token);
        return rig;
    }

    /// <summary>Services whose n-th durable write fails or is counted.</summary>
    public RunServices With(string? fault)
    {
        var clock = new ManualClock();
        var host = HermeticHost.Create(Home, fault is null ? null : new Dictionary<string, string>(StringComparer.Ordinal) { ["OKSTRA_TEST_FAULT"] = fault }) with { CurrentDirectory = Project };
        var writer = StateWriter.For(host);
        var runner = new ProcessRunner(host, TimeProvider.System);
        return new RunServices
        {
            Host = host,
            Time = clock,
            Ids = IdSource.Seeded(7),
            Writer = writer,
            Documents = new DocumentStore(writer, clock),
            Locks = new StateLocks(host, writer, TimeProvider.System),
            Home = HomeLayout.Of(host),
            Runner = runner,
            Git = new GitCommand(runner, host),
        };
    }

    public Task<PreparedStage> PrepareAsync(string stage = "auto", RunServices? services = null) => new StagePreparation(services ?? Services).PrepareAsync(
        new StageRequest { Task = Key, ProjectRoot = Project, ApprovedPlan = Plan, Stage = stage, WorkCategory = "feature" }, Token);

    public async Task<string> DoneAsync(int stage, RunServices? services = null)
    {
        var with = services ?? Services;
        return await new StageCompletion(with, await StageTask.FindAsync(with, Key, Project, Token), new ConsumersFile(PlanRunRoot, with.Writer)).RecordDoneAsync(stage, Token);
    }

    /// <summary>Prepares a stage, commits each change in its worktree, records it as done.</summary>
    public async Task<TestRepository> FinishAsync(int stage, params (string Path, string Text)[] commits)
    {
        var prepared = await PrepareAsync($"{stage}");
        var worktree = new TestRepository(prepared.WorktreePath);
        foreach (var (path, text) in commits)
        {
            worktree.Commit($"stage {stage}: {path}", (path, text));
        }

        await DoneAsync(stage);
        return worktree;
    }

    public Task<ReconcileReport> ReconcileAsync(bool apply = false, int? stage = null, string? useRef = null, string? resetAnchor = null, bool check = false, RunServices? services = null) =>
        new GitReconcile(services ?? Services).RunAsync(
            new ReconcileRequest { Task = Key, PlanRunRoot = PlanRunRoot, ProjectRoot = Project, Apply = apply, Stage = stage, UseRef = useRef, ResetAnchor = resetAnchor, Check = check },
            Token);

    public async Task<WorktreeRow> RowAsync(int? stage = null) => (await Registry.LookupAsync(WorktreeKey.Of(Key, stage, null), Token))!;

    /// <summary>What git and nobody else still remembers of removed commits is thrown away.</summary>
    public void CollectGarbage()
    {
        Main.Git("reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all");
        Main.Git("gc", "--quiet", "--prune=now");
    }

    public void Dispose() => _temp.Dispose();
}
