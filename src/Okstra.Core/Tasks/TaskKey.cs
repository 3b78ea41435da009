using Okstra.Core.Problems;

namespace Okstra.Core.Tasks;

/// <summary>Identity of one task over all its phases: project, group, task (R-CON-10).</summary>
public readonly record struct TaskKey
{
    private TaskKey(string project, string group, string task) => (Project, Group, Task) = (project, group, task);

    /// <summary>Project id as written.</summary>
    public string Project { get; }

    /// <summary>Task group as written.</summary>
    public string Group { get; }

    /// <summary>Task id as written.</summary>
    public string Task { get; }

    public string ProjectSegment => Segment.Of(Project);

    public string GroupSegment => Segment.Of(Group);

    public string TaskSegment => Segment.Of(Task);

    /// <summary>The task-key as one safe file or team name: every segment slugified, joined by <c>-</c> (R-OPN-14).</summary>
    public string Slug => $"{ProjectSegment}-{GroupSegment}-{TaskSegment}";

    /// <summary>Accepts <c>p:g:t</c>, <c>p/g/t</c>, <c>g/t</c> and <c>g:t</c>; a missing project comes from the registered project (R-OPN-11).</summary>
    public static bool TryParse(string? text, string? registeredProject, out TaskKey key, out Problem problem)
    {
        problem = new Problem("OKS0102", $"'{text}' is not a task key", "write <project-id>:<task-group>:<task-id>, or <task-group>/<task-id> inside a registered project");
        key = default;
        var parts = (text ?? "").Split([':', '/'], StringSplitOptions.TrimEntries);
        if (parts.Length is < 2 or > 3 || parts.Any(part => part.Length == 0 || part.Length > 200 || part.Any(char.IsControl)))
        {
            return false;
        }

        if (parts.Length == 2 && string.IsNullOrWhiteSpace(registeredProject))
        {
            problem = new Problem("OKS0103", $"task key '{text}' names no project and this folder is not a registered project", "add the project id: <project-id>:<task-group>:<task-id>");
            return false;
        }

        key = parts.Length == 3 ? new TaskKey(parts[0], parts[1], parts[2]) : new TaskKey(registeredProject!, parts[0], parts[1]);
        return true;
    }

    public override string ToString() => $"{Project}:{Group}:{Task}";
}
