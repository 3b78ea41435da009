using Okstra.Core.Runs;
using Okstra.Core.Tasks;

namespace Okstra.Engine.Preparation;

/// <summary>A run as one line of the recents (R-OPN-22).</summary>
public static class RunLines
{
    public static RecentRun Recent(RunBundle bundle, RunStatus status, string at) => new()
    {
        At = at,
        ProjectId = bundle.Key.Project,
        ProjectRoot = bundle.Manifest.ProjectRoot,
        TaskGroup = bundle.Key.Group,
        TaskId = bundle.Key.Task,
        TaskKey = bundle.Key.ToString(),
        TaskType = bundle.Type.Token(),
        Stage = bundle.Layout.Stage,
        Seq = bundle.Manifest.Seq,
        Status = status.Token(),
        TaskRoot = bundle.Task.Root,
        RunDir = bundle.Layout.Root,
    };
}
