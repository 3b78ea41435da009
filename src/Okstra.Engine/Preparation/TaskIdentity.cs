using Okstra.Core.Problems;
using Okstra.Core.Tasks;

namespace Okstra.Engine.Preparation;

/// <summary>Which task a request means.</summary>
public static class TaskIdentity
{
    /// <summary>Group of a task whose brief and command line name none.</summary>
    public const string DefaultGroup = "default";

    /// <param name="request">Flags win over the brief.</param>
    /// <param name="brief">Its frontmatter, tickets and title.</param>
    /// <param name="briefFileName">Last resort of the task id.</param>
    /// <param name="briefSha256">Names a task that nothing else can.</param>
    /// <param name="projectId">Registered or future project id.</param>
    /// <exception cref="UserErrorException">An id that cannot stand in a task key, or two that disagree.</exception>
    public static TaskKey Resolve(PrepareRequest request, Brief brief, string briefFileName, string briefSha256, string projectId)
    {
        if (request.TaskKey is { } text)
        {
            if (!TaskKey.TryParse(text, projectId, out var given, out var problem))
            {
                throw new UserErrorException(problem);
            }

            RefuseOther("--project-id", request.ProjectId, given.Project);
            RefuseOther("--task-group", request.TaskGroup, given.Group);
            RefuseOther("--task-id", request.TaskId, given.Task);
            return Slugged(given, projectId);
        }

        var group = request.TaskGroup ?? brief.TaskGroup ?? DefaultGroup;
        var task = request.TaskId ?? BriefParser.TaskIdFor(brief, briefFileName, briefSha256);
        foreach (var (option, value) in (ReadOnlySpan<(string, string)>)[("--task-group", group), ("--task-id", task)])
        {
            if (value.AsSpan().IndexOfAny(':', '/', '#') >= 0)
            {
                throw new UserErrorException("OKS0145", $"'{value}' cannot be a task group or task id", $"give {option} without ':', '/' and '#'");
            }
        }

        return TaskKey.TryParse($"{projectId}:{group}:{task}", null, out var key, out var refused) ? Slugged(key, projectId) : throw new UserErrorException(refused);
    }

    /// <summary>A folder belongs to one task: names that differ in more than case but share their segments are refused (R-CON-08).</summary>
    public static void RefuseCollision(TaskKey key, TaskManifest? known)
    {
        if (known is not null && !string.Equals(known.TaskKey, key.ToString(), StringComparison.OrdinalIgnoreCase))
        {
            throw new UserErrorException("OKS0146", $"task key '{key}' has the same folder as the task '{known.TaskKey}'", "choose another --task-id");
        }
    }

    private static TaskKey Slugged(TaskKey key, string projectId)
    {
        if (key.Project != projectId)
        {
            throw new UserErrorException("OKS0147", $"task key '{key}' names the project '{key.Project}', but this folder is the project '{projectId}'", "start okstra in that project, or correct the key");
        }

        return key.GroupSegment != "_" && key.TaskSegment != "_"
            ? key
            : throw new UserErrorException("OKS0148", $"task key '{key}' leaves nothing for a folder name", "use at least one letter a-z or digit in --task-group and --task-id");
    }

    private static void RefuseOther(string option, string? value, string inKey)
    {
        if (value is not null && value != inKey)
        {
            throw new UserErrorException("OKS0149", $"{option} '{value}' and the task key ('{inKey}') disagree", $"give one of them");
        }
    }
}
