using Okstra.Core.FollowUps;
using Okstra.Core.Problems;
using Okstra.Core.Tasks;
using Okstra.State.Layout;

namespace Okstra.Engine.FollowUps;

/// <summary>The order of phase 7 (R-REP-78): tasks of section 7 are made and named in section 6 before anything else is persisted.</summary>
internal static class FollowUpsMade
{
    /// <exception cref="UserErrorException">A row that asks for a task has none, or section 6 does not name it.</exception>
    public static void Require(StateLayout state, string report, string path)
    {
        var wanted = FollowUpTable.Of(report).Where(row => row["autoSpawn"] == "yes").Select(row => row["newTaskId"]).Where(id => id.Length > 0).ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        var made = state.Tasks().ToLookup(task => Path.GetFileName(task.Root), task => Path.GetFileName(Path.GetDirectoryName(task.Root))!, StringComparer.Ordinal);
        foreach (var id in wanted)
        {
            var groups = made[Segment.Of(id)].ToList();
            if (groups.Count == 0)
            {
                throw new UserErrorException("OKS0947", $"section 7 of '{path}' asks for the task '{id}', and it was not made yet", "first okstra spawn-followups, then its lines into section 6, then this command again");
            }

            if (!groups.Exists(group => report.Contains($"`{group}/{id}`", StringComparison.Ordinal)))
            {
                throw new UserErrorException("OKS0948", $"section 6 of '{path}' does not name the follow-up '{groups[0]}/{id}'", "take the line that okstra spawn-followups prints into section 6, then this command again");
            }
        }
    }
}
