using Okstra.Core.Tasks;
using Okstra.State.Documents;

namespace Okstra.Engine.Preparation;

/// <summary><c>task-index.md</c>, rendered from the task manifest (R-LAY-26).</summary>
public static class TaskIndex
{
    public static string Render(RunBundle bundle, TaskManifest task, DocumentStore documents)
    {
        var context = RunContext.Of(bundle, task, RelatedTasks.Inline(task.RelatedTasks, bundle.State, documents));
        context["TASK_DATE"] = task.UpdatedAt.Replace('T', ' ').TrimEnd('Z');
        return RunTexts.Fill(RunTexts.TaskIndexTemplate, context);
    }
}
