using System.Text.Json;
using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Stages;
using Okstra.Core.Tasks;
using Okstra.Engine.Auditing;
using Okstra.Engine.Preparation;
using Okstra.Engine.Stages;
using Okstra.State.Layout;
using Okstra.State.Stages;
using Okstra.State.Worktrees;
using Okstra.Testing;

namespace Okstra.Engine.Tests.Phases;

/// <summary>A real repository whose task went through planning: a prepared planning run, its report written by hand and approved. Stage 2 is built on 1, stage 3 stands alone.</summary>
internal sealed class PhaseRig : IDisposable
{
    public const string Chain = """{ "stage": 1, "title": "Add up", "dependsOn": [] }, { "stage": 2, "title": "Print", "dependsOn": [1] }""";

    public const string Wide = """{ "stage": 1, "title": "Add up", "dependsOn": [] }, { "stage": 2, "title": "Print", "dependsOn": [] }, { "stage": 3, "title": "Round", "dependsOn": [] }""";

    private readonly TempFolder _temp = new();

    private PhaseRig(Dictionary<string, string>? variables)
    {
        Project = _temp.CreateFolder("shop");
        Main = TestRepository.Create(Project, ("cart.py", "def total(items):\n    return 0\n"), ("notes.txt", "one\n"));
        Services = RunServices.For(HermeticHost.Create(_temp.CreateFolder("home"), variables) with { CurrentDirectory = Project }, TimeProvider.System, IdSource.Seeded(7));
        Brief = _temp.Write("briefs/total.md", "# Total is wrong\n\nThe total of a cart is 0.\n");
    }

    public static AvailableWorkers Everybody { get; } = AvailableWorkers.Of(_ => null, Auditors.All.Select(auditor => auditor.Worker));

    public string Project { get; }

    public TestRepository Main { get; }

    public RunServices Services { get; }

    public string Brief { get; }

    public string Plan { get; private set; } = "";

    public TaskLayout Task => StateLayout.Resolve(Project).Task(Key);

    public ConsumersFile Consumers => new(Task.RunDirectory(TaskType.ImplementationPlanning), Services.Writer);

    public WorktreeRegistry Registry => new(Services.Home, Services.Documents, Services.Locks, Services.Time);

    public static TaskKey Key => TaskKey.TryParse("shop:g:t-1", null, out var key, out _) ? key : default;

    public static PrepareRequest Implementation => new() { TaskType = "implementation", RenderOnly = true };

    public static PrepareRequest Verification => new() { TaskType = "final-verification", RenderOnly = true };

    public static PrepareRequest HandOff => new() { TaskType = "release-handoff", RenderOnly = true };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>After planning, with the plan approved.</summary>
    public static async Task<PhaseRig> PlannedAsync(string stages = Chain, bool approved = true, Dictionary<string, string>? variables = null)
    {
        var rig = new PhaseRig(variables);
        var planning = (await rig.PrepareAsync(new PrepareRequest { TaskType = "implementation-planning", WorkCategory = "feature" })).Bundle;
        rig.Plan = planning.Layout.ReportMarkdown;
        rig.Services.Writer.Write(rig.Plan, $"---\ntaskKey: shop:g:t-1\napproved: {(approved ? "true" : "false")}\n---\n# Plan\n");
        rig.Services.Writer.Write(planning.Layout.ReportDocument, $$"""{ "schemaVersion": 1, "taskKey": "shop:g:t-1", "taskType": "implementation-planning", "plan": { "stages": [ {{stages}} ] } }""");
        return rig;
    }

    public Task<PreparedRun> PrepareAsync(PrepareRequest request, AvailableWorkers? available = null) => new RunPreparation(Services).PrepareAsync(
        request with { BriefPath = request.BriefPath ?? Brief, TaskKey = request.TaskKey ?? "shop:g:t-1" }, available ?? Everybody, Token);

    public async Task<Problem> RefusedAsync(PrepareRequest request) => (await Assert.ThrowsAsync<UserErrorException>(() => PrepareAsync(request))).Problem;

    public Task<PreparedRun> ImplementAsync(string? stage = null, string? executor = null) => PrepareAsync(Implementation with { ApprovedPlan = Plan, Stage = stage, Executor = executor });

    /// <summary>Carries a stage out as its lead would: commits, the report, the record that it is done.</summary>
    public async Task<RunBundle> FinishAsync(int stage, params (string Path, string Text)[] commits)
    {
        var bundle = (await ImplementAsync($"{stage}")).Bundle;
        var worktree = new TestRepository(bundle.Manifest.Worktree.Path);
        List<string> ids = [.. commits.Select(commit => worktree.Commit($"feat: {commit.Path}", commit))];
        WriteReport(bundle, ids, commits.Select(commit => commit.Path));
        await new StageCompletion(Services, await StageTask.FindAsync(Services, Key, Project, Token), Consumers).RecordDoneAsync(stage, Token);
        return bundle;
    }

    public void WriteReport(RunBundle bundle, IEnumerable<string> commits, IEnumerable<string> files, string without = "none") => Services.Writer.Write(
        bundle.Layout.ReportMarkdown,
        string.Join('\n', ((string[])[
            "# Report", "### Plan link & approval evidence", "yes",
            "### Commit list", "| Commit | Message |", "|---|---|", .. commits.Select(id => $"| `{id[..10]}` | feat |"),
            "### Diff summary", "| Path | Change |", "|---|---|", .. files.Distinct(StringComparer.Ordinal).Select(file => $"| `{file}` | +1 |"),
            "### Validation evidence", "### Routing recommendation for final-verification", ""]).Where(line => !line.Contains(without, StringComparison.Ordinal))));

    /// <summary>Both stages of the chain, done and reported.</summary>
    public async Task<(RunBundle One, RunBundle Two)> ImplementedAsync() =>
        (await FinishAsync(1, ("cart.py", "def total(items):\n    return sum(items)\n")), await FinishAsync(2, ("print.py", "print(1)\n")));

    /// <summary>A verification with its report and data document.</summary>
    public async Task<RunBundle> VerifyAsync(PrepareRequest request, string token = "accepted", string? data = null)
    {
        var bundle = (await PrepareAsync(request)).Bundle;
        Services.Writer.Write(bundle.Layout.ReportMarkdown, $"# Report\n\n## 2. Final Verdict\n\n| 항목 | 값 |\n|---|---|\n| Verdict Token | `{token}` |\n");
        var phase = bundle.Inputs.Phase!;
        Services.Writer.Write(bundle.Layout.ReportDocument, data ?? $$"""
            { "taskKey": "shop:g:t-1", "verdictToken": "{{token}}", "verificationScope": "{{phase.VerificationScope}}", "stage": {{phase.Stage?.ToString() ?? "null"}}, "headSha": "{{bundle.Manifest.Inputs.InspectedCommit}}" }
            """);
        return bundle;
    }

    public Task<RunBundle> VerifiedAsync((RunBundle One, RunBundle Two) done, string token = "accepted", string? data = null) =>
        VerifyAsync(Verification with { SourceReports = [done.One.Layout.ReportMarkdown, done.Two.Layout.ReportMarkdown] }, token, data);

    public void Record(ConsumerEvent entry) => Consumers.Append(entry);

    public string Write(string name, string text) => _temp.Write(name, text);

    public string Instruction(RunBundle bundle, string name) => File.ReadAllText(Path.Combine(bundle.Layout.InstructionSet, name));

    public JsonElement Json(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }

    public void Dispose() => _temp.Dispose();
}
