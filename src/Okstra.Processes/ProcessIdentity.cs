using System.Diagnostics;
using Okstra.Processes.Native;

namespace Okstra.Processes;

/// <summary>A process that stays recognisable after its pid was reused.</summary>
/// <param name="Pid">Process id.</param>
/// <param name="StartTime">Start in clock ticks since boot, field 22 of <c>/proc/&lt;pid&gt;/stat</c>; 0 when unknown.</param>
public readonly record struct ProcessIdentity(int Pid, long StartTime)
{
    /// <summary>The process this code runs in.</summary>
    public static ProcessIdentity OfThisProcess => Of(Environment.ProcessId);

    /// <summary>The process that has this pid now; start time 0 when there is none or it can't be known.</summary>
    public static ProcessIdentity Of(int pid) => new(pid, ProcessTable.Find(pid)?.StartTime ?? 0);

    /// <summary>Whether exactly this process is still running; a dead child nobody waited for is not.</summary>
    public bool IsAlive => OperatingSystem.IsLinux()
        ? ProcessTable.Find(Pid) is { IsDead: false } row && row.StartTime == StartTime
        : ExistsElsewhere(Pid);

    // Without /proc there is no start time: a living pid is believed.
    private static bool ExistsElsewhere(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
