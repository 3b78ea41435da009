using Okstra.Core.Hosting;
using Okstra.Core.Usage.Logs;
using Okstra.State.Layout;
using Okstra.State.Writing;

namespace Okstra.State.Usage;

/// <summary>The session logs of every agent CLI of this user.</summary>
/// <param name="host">Where they are.</param>
/// <param name="writer">Writes what is kept for the next time.</param>
/// <param name="home">Where that is kept.</param>
/// <param name="time">To tell files that were written just now.</param>
public sealed class UsageLogs(HostEnvironment host, StateWriter writer, HomeLayout home, TimeProvider time)
{
    /// <summary>Those of a host.</summary>
    public static UsageLogs For(HostEnvironment host, TimeProvider time) => new(host, StateWriter.For(host), HomeLayout.Of(host), time);

    /// <summary>Reads what is new and counts everything.</summary>
    public UsageScan Read(CancellationToken cancellationToken)
    {
        var started = time.GetUtcNow();
        var scans = new AgentScan[UsageAgents.All.Count];
        LogWorkers.Run(scans.Length, (number, _) => scans[number] = new AgentScan(UsageAgents.All[number], UsageAgents.All[number].Folders(host), home, writer), cancellationToken);
        LogWorkers.Run([.. scans.SelectMany(scan => scan.Work).Where(work => !work.IsDone)], cancellationToken);
        var ended = time.GetUtcNow();
        return new UsageScan([.. scans.Select(scan => scan.Finish(started, ended))]);
    }
}
