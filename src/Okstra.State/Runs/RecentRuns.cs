using Okstra.Core.Runs;
using Okstra.State.Documents;
using Okstra.State.Layout;
using Okstra.State.Locks;
using Okstra.State.Writing;

namespace Okstra.State.Runs;

/// <summary>The machine-wide, append-only list of runs (R-LAY-06, R-OPN-22), appended under the central lock (R-LAY-09, R-OPN-05).</summary>
public sealed class RecentRuns(HomeLayout home, StateWriter writer, StateLocks locks)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly JsonLines<RecentRun> _lines = new(home.RecentFile, RunsJson.Default.RecentRun, writer);

    public async Task AppendAsync(RecentRun run, CancellationToken cancellationToken)
    {
        using var held = await locks.AcquireAsync(home.CentralLock, "recents", Patience, cancellationToken);
        _lines.Append(run);
    }

    /// <summary>The last line of every (taskKey, taskType, stage, seq), newest last.</summary>
    public IReadOnlyList<RecentRun> Read()
    {
        var latest = new Dictionary<(string, string, int?, string), (int Order, RecentRun Run)>();
        foreach (var (order, run) in _lines.Read().Values.Index())
        {
            latest[(run.TaskKey, run.TaskType, run.Stage, run.Seq)] = (order, run);
        }

        return [.. latest.Values.OrderBy(entry => entry.Order).Select(entry => entry.Run)];
    }
}
