using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Okstra.Core.Problems;
using Okstra.Core.Tasks;

namespace Okstra.Core.Worktrees;

/// <summary>
/// Who a worktree belongs to: a task, one stage of it, or a group of its stages. Also the registry's row key, made of segments that are never slugified again
/// (R-LAY-51, R-CON-11).
/// </summary>
public readonly record struct WorktreeKey
{
    private const string StageMark = "#stage-";
    private const string GroupMark = "#group-";

    private WorktreeKey(string project, string group, string task, int? stage, string? groupId) =>
        (Project, Group, Task, Stage, GroupId) = (project, group, task, stage, groupId);

    /// <summary>Segment.</summary>
    public string Project { get; }

    /// <summary>Segment.</summary>
    public string Group { get; }

    /// <summary>Segment.</summary>
    public string Task { get; }

    /// <summary>Stage number from 1; null for a task or a stage group.</summary>
    public int? Stage { get; }

    /// <summary>Stage numbers joined by <c>-</c> (R-OPN-12); null for a task or a stage.</summary>
    public string? GroupId { get; }

    /// <summary>The task's own worktree.</summary>
    public WorktreeKey OfTask => new(Project, Group, Task, null, null);

    /// <summary>Last part of path and branch (R-OPN-13).</summary>
    public string Leaf => (Stage, GroupId) switch
    {
        ({ } stage, _) => string.Create(CultureInfo.InvariantCulture, $"{Task}-stage-{stage}"),
        (_, { } id) => $"{Task}-group-{id}",
        _ => Task,
    };

    /// <summary>Where the commits kept for it live, below which numbers count from 1.</summary>
    public string KeepPrefix => $"refs/okstra/keep/{Project}/{Group}/{Task}{Scope('/')}/";

    public static WorktreeKey Of(TaskKey key) => new(key.ProjectSegment, key.GroupSegment, key.TaskSegment, null, null);

    /// <param name="key">The task.</param>
    /// <param name="stage">From 1; null with no group = the task itself.</param>
    /// <param name="groupId">Ascending stage numbers joined by <c>-</c>.</param>
    /// <exception cref="UserErrorException">Both are given (R-WT-43), or one is not valid.</exception>
    public static WorktreeKey Of(TaskKey key, int? stage, string? groupId)
    {
        if (stage is not null && groupId is not null)
        {
            throw new UserErrorException("OKS0600", "stage_number and group_id are mutually exclusive", "name a stage or a stage group, not both");
        }

        if (stage is < 1 or > StageGroups.HighestStage)
        {
            throw new UserErrorException("OKS0601", $"'{stage}' is not a stage number", $"stages are numbered from 1 to {StageGroups.HighestStage}");
        }

        return new WorktreeKey(key.ProjectSegment, key.GroupSegment, key.TaskSegment, stage, groupId is null ? null : StageGroups.IdOf(StageGroups.Parse(groupId)));
    }

    /// <summary>Reads a row key of the registry.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out WorktreeKey? key)
    {
        key = null;
        var mark = text.IndexOf('#', StringComparison.Ordinal);
        var parts = (mark < 0 ? text : text[..mark]).Split('/');
        if (parts.Length != 3 || parts.Any(part => part != Segment.Of(part)))
        {
            return false;
        }

        var scope = mark < 0 ? "" : text[mark..];
        if (scope.Length == 0)
        {
            key = new WorktreeKey(parts[0], parts[1], parts[2], null, null);
        }
        else if (scope.StartsWith(StageMark, StringComparison.Ordinal)
            && int.TryParse(scope[StageMark.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var stage)
            && stage is >= 1 and <= StageGroups.HighestStage)
        {
            key = new WorktreeKey(parts[0], parts[1], parts[2], stage, null);
        }
        else if (scope.StartsWith(GroupMark, StringComparison.Ordinal) && StageGroups.TryParseId(scope[GroupMark.Length..], out _))
        {
            key = new WorktreeKey(parts[0], parts[1], parts[2], null, scope[GroupMark.Length..]);
        }

        return key is not null;
    }

    /// <summary>Name of the branch: prefix of the work category and the leaf (R-WT-03, R-OPN-13).</summary>
    public string Branch(string? workCategory) => $"{WorkCategories.BranchPrefix(workCategory)}-{Leaf}";

    public override string ToString() => $"{Project}/{Group}/{Task}{Scope('#')}";

    private string Scope(char separator) => (Stage, GroupId) switch
    {
        ({ } stage, _) => string.Create(CultureInfo.InvariantCulture, $"{separator}stage-{stage}"),
        (_, { } id) => $"{separator}group-{id}",
        _ => "",
    };
}
