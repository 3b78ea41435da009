using Okstra.Core.Problems;
using Okstra.Core.Tasks;
using Okstra.State.Documents;
using Okstra.State.Layout;

namespace Okstra.Engine.Preparation;

/// <summary>Resolves related tasks from their manifests (R-LAY-68).</summary>
public static class RelatedTasks
{
    /// <summary>What stands for "no related task" (R-LAY-59).</summary>
    public const string None = "None";

    /// <summary>Keys in canonical form.</summary>
    /// <exception cref="UserErrorException">One is no task key.</exception>
    public static IReadOnlyList<string> Parse(IEnumerable<string> keys, string projectId) => [.. keys.Select(key =>
        TaskKey.TryParse(key, projectId, out var parsed, out var problem) ? parsed.ToString() : throw new UserErrorException(problem)).Distinct(StringComparer.Ordinal)];

    /// <summary>One bullet for each, with title, status, brief and report where its manifest is here; <c>None</c> without any.</summary>
    public static string Inline(IReadOnlyList<string> keys, StateLayout state, DocumentStore documents)
    {
        return keys.Count == 0 ? None : string.Join('\n', keys.Select(Line));

        string Line(string text)
        {
            if (!TaskKey.TryParse(text, null, out var key, out _) || documents.TryRead(state.Task(key).ManifestFile, TasksJson.Default.TaskManifest) is not { } task)
            {
                return $"- `{text}`: not known in this project";
            }

            var report = task.LatestReportPath is null ? "" : $", report `{task.LatestReportPath}`";
            var brief = task.BriefPath is null ? "" : $", brief `{task.BriefPath}`";
            return $"- `{text}`: {Prompts.DataFence.Line(task.Title)} ({task.CurrentStatus}{brief}{report})";
        }
    }
}
