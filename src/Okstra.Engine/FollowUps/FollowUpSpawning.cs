using System.Text;
using System.Text.Json;
using Okstra.Core.FollowUps;
using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.State.Documents;
using Okstra.State.Files;
using Okstra.State.Layout;

namespace Okstra.Engine.FollowUps;

/// <summary>Makes a task of every row of section 7 that asks for one (R-REP-60…64). All rows are checked before anything is written; a task that is there is never touched.</summary>
public sealed class FollowUpSpawning(RunServices services)
{
    private const int ShownMistakes = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <exception cref="UserErrorException">A row is not valid, or the parent does not belong to the project.</exception>
    public async Task<SpawnOutcome> SpawnAsync(FollowUpRequest request, CancellationToken cancellationToken)
    {
        if (request.Parent.Project != request.ProjectId || Segment.Of(request.TaskGroup) == "_" || request.TaskGroup.AsSpan().IndexOfAny(':', '/', '#') >= 0)
        {
            throw new UserErrorException("OKS0820", $"follow-ups of '{request.Parent}' in the group '{request.TaskGroup}' cannot be tasks of the project '{request.ProjectId}'", "name a task of this project with --parent-task-key, and a group without ':', '/' and '#'");
        }

        var report = ExactText.Read(request.Report);
        Bills.CollectedTokens.Require(report, request.Report);
        var rows = FollowUpTable.Of(report);
        if (FollowUpRules.Check(rows, request.Parent.Group == request.TaskGroup ? request.Parent.Task : "") is { Count: > 0 } mistakes)
        {
            var more = mistakes.Count > ShownMistakes ? $"\n… and {mistakes.Count - ShownMistakes} more" : "";
            throw new UserErrorException("OKS0821", $"section 7 of '{request.Report}' is not valid, nothing was made: {string.Join("; ", mistakes.Take(ShownMistakes))}{more}", "correct the rows; the report may not ship as it is");
        }

        if (rows.Count == 0)
        {
            return new SpawnOutcome([], []);
        }

        using var mutex = await services.Locks.AcquireAsync(services.Home.TaskLock(request.Parent), "make follow-up tasks", Patience, cancellationToken);
        IReadOnlyList<SpawnedTask> tasks = [.. rows.Select(row => Spawn(request, row))];
        await DiscoverAsync(request, tasks, cancellationToken);
        return new SpawnOutcome(tasks, [.. rows.Select(row => Step(request, row))]);
    }

    private static string Step(FollowUpRequest request, FollowUpLine row) => row["autoSpawn"] == "yes"
        ? FollowUpSteps.Line(request.TaskGroup, row["newTaskId"], row["suggested"])
        : $"By hand: `{row["newTaskId"]}` ({row["priority"]}) — {Core.Reports.MarkdownText.Line(row["title"])}";

    private SpawnedTask Spawn(FollowUpRequest request, FollowUpLine row)
    {
        var key = Key(request, row);
        var task = request.State.Task(key);
        if (row["autoSpawn"] != "yes")
        {
            return new SpawnedTask(row.Id, "skipped", key.ToString(), task.Root);
        }

        var aside = Path.Combine(request.State.Root, "spawning", $"{request.Parent.Slug}-{key.Slug}");
        var created = new NewTaskFolder(services.Writer).Create(aside, task.Root, Files(request, row, key, task));
        return new SpawnedTask(row.Id, created ? "created" : "existing", key.ToString(), task.Root);
    }

    private static TaskKey Key(FollowUpRequest request, FollowUpLine row) => TaskKey.TryParse($"{request.ProjectId}:{request.TaskGroup}:{row["newTaskId"]}", null, out var key, out var problem)
        ? key
        : throw new UserErrorException(problem);

    private Dictionary<string, byte[]> Files(FollowUpRequest request, FollowUpLine row, TaskKey key, TaskLayout task)
    {
        var brief = Path.Combine(task.Root, "brief.md");
        var manifest = new TaskManifest
        {
            TaskKey = key.ToString(),
            ProjectId = key.Project,
            TaskGroup = key.Group,
            TaskId = key.Task,
            Title = Core.Text.SafeText.OneLine(row["title"], 300),
            BriefPath = brief,
            RelatedTasks = [request.Parent.ToString()],
            CreatedAt = services.Now(),
            UpdatedAt = services.Now(),
            ParentTaskKey = request.Parent.ToString(),
            FollowUpOrigin = row["origin"],
            Priority = row["priority"],
            SuggestedTaskType = row["suggested"],
        };
        var link = Path.GetRelativePath(task.Root, request.Report).Replace('\\', '/');
        return new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [Path.GetFileName(brief)] = Encoding.UTF8.GetBytes(StubBrief.Render(row, key.ToString(), request.TaskGroup, request.Parent.ToString(), link)),
            [Path.GetFileName(task.ManifestFile)] = [.. JsonSerializer.SerializeToUtf8Bytes(manifest, StateJson.ForDocument(TasksJson.Default.TaskManifest)), (byte)'\n'],
        };
    }

    /// <summary>The project's list of tasks; also of tasks a killed call made without listing them.</summary>
    private async Task DiscoverAsync(FollowUpRequest request, IReadOnlyList<SpawnedTask> tasks, CancellationToken cancellationToken)
    {
        var own = tasks.Where(task => task.Status != "skipped").Select(task => new DiscoveredTask(task.TaskKey, new TaskLayout(task.Path).ManifestFile)).Where(task => DocumentStore.Exists(task.TaskManifestPath)).ToList();
        using var held = await services.Locks.AcquireAsync(services.Home.CentralLock, "register follow-up tasks", Patience, cancellationToken);
        var known = services.Documents.TryRead(request.State.TaskListFile, RunDocumentsJson.Default.DiscoveredTasksDocument)?.Tasks ?? [];
        var paths = known.Select(task => task.TaskManifestPath).ToHashSet(StringComparer.Ordinal);
        own.RemoveAll(task => paths.Contains(task.TaskManifestPath));
        if (own.Count > 0)
        {
            services.Documents.Write(request.State.TaskListFile, new DiscoveredTasksDocument { Tasks = [.. known.Concat(own).OrderBy(task => task.TaskKey, StringComparer.Ordinal)] }, RunDocumentsJson.Default.DiscoveredTasksDocument);
        }
    }
}
