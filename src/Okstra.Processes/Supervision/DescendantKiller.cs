using System.Diagnostics;
using Okstra.Processes.Native;

namespace Okstra.Processes.Supervision;

/// <summary>Ends processes below a root, again and again, until the kernel lists none.</summary>
internal static class DescendantKiller
{
    /// <summary>What the kernel cannot end in this time waits for hardware or belongs to another user.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Kills and reaps everything below this process.</summary>
    /// <param name="waitedFor">A child whose exit status somebody else takes; it is killed but not reaped.</param>
    public static Task KillOwnAsync(int waitedFor) => UntilNoneAsync(() =>
    {
        var below = ProcessTable.Below(ProcessTable.Snapshot(), [Environment.ProcessId]);
        ReapOwn(below, waitedFor);
        return KillLiving(below);
    });

    /// <summary>Reaps what is dead below this process and answers whether anything lives there.</summary>
    public static bool AnyOwnAlive(int waitedFor)
    {
        var below = ProcessTable.Below(ProcessTable.Snapshot(), [Environment.ProcessId]);
        ReapOwn(below, waitedFor);
        return below.Any(row => !row.IsDead);
    }

    /// <summary>Repeats until a pass finds nothing alive; true when it came to that.</summary>
    /// <param name="pass">Signals what it finds and answers how many were alive.</param>
    public static async Task<bool> UntilNoneAsync(Func<int> pass)
    {
        // Real time on purpose: this waits for the kernel, not for a budget.
        var begun = Stopwatch.GetTimestamp();
        var previous = 0;
        while (pass() is > 0 and var alive)
        {
            if (Stopwatch.GetElapsedTime(begun) > Limit)
            {
                return false;
            }

            // More than before means somebody forks faster than we list: no pause then.
            if (alive <= previous)
            {
                await Task.Delay(Pause, TimeProvider.System);
            }

            previous = alive;
        }

        return true;
    }

    public static int KillLiving(IEnumerable<ProcessRow> rows)
    {
        var alive = 0;
        foreach (var row in rows.Where(row => !row.IsDead))
        {
            LibC.Kill(row.Pid, LibC.SigKill);
            alive++;
        }

        return alive;
    }

    private static void ReapOwn(IEnumerable<ProcessRow> rows, int waitedFor)
    {
        foreach (var row in rows.Where(row => row.IsDead && row.Parent == Environment.ProcessId && row.Pid != waitedFor))
        {
            LibC.Reap(row.Pid);
        }
    }
}
