using System.Globalization;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;

namespace Okstra.State.Layout;

/// <summary>Run directory of one stage: <c>runs/implementation/stage-&lt;N&gt;</c> (R-LAY-30).</summary>
public static class StageRunDirectory
{
    private const string Prefix = "stage-";

    /// <param name="task">The task.</param>
    /// <param name="stage">From 1.</param>
    public static string Of(TaskLayout task, int stage) => Path.Combine(task.RunDirectory(TaskType.Implementation), Prefix + stage.ToString(CultureInfo.InvariantCulture));

    /// <summary>Number of the stage a run directory belongs to; null when it is no stage run.</summary>
    // …/runs/implementation/stage-2
    public static int? StageOf(string runDirectory)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(runDirectory));
        var name = Path.GetFileName(folder);
        return name.StartsWith(Prefix, StringComparison.Ordinal)
            && string.Equals(Path.GetFileName(Path.GetDirectoryName(folder)), TaskType.Implementation.Token(), StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var stage)
            && stage <= StageGroups.HighestStage
                ? stage
                : null;
    }

    /// <summary>Whether a living process works on a run in it now.</summary>
    public static bool IsWorkedOn(string runDirectory)
    {
        var state = Path.Combine(runDirectory, RunLayout.StateName);
        return Directory.Exists(state) && Directory.EnumerateFiles(state, "run-*.lock").Any(Locks.StateLocks.IsHeld);
    }
}
