namespace Okstra.Core.FollowUps;

/// <summary>The line of section 6 that a task of section 7 gets (R-REP-26).</summary>
public static class FollowUpSteps
{
    public static string Line(string taskGroup, string newTaskId, string suggestedTaskType) =>
        $"Follow-up: `{taskGroup}/{newTaskId}` — `okstra --task-key {taskGroup}/{newTaskId} --task-type {suggestedTaskType}`";
}
