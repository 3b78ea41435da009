using Okstra.Processes.Native;

namespace Okstra.Processes.Supervision;

/// <summary>Descendants that a killed supervisor left to the engine.</summary>
internal static class Orphans
{
    /// <summary>Ends and reaps them with everything below; returns at once when this process is no subreaper.</summary>
    public static async Task ClearAsync()
    {
        if (Subreaper.IsOne)
        {
            await DescendantKiller.UntilNoneAsync(() => ChildRegistry.WhileNothingStarts(Pass));
        }
    }

    private static int Pass(Func<int, bool> isKnown)
    {
        var rows = ProcessTable.Snapshot();
        var own = LibC.OwnSession();

        // A supervisor leads a session of its own before it starts anything, and no process can come back into ours:
        // an unknown child in another session is an orphan, an unknown child in our session belongs to our caller.
        var orphans = rows.Where(row => row.Parent == Environment.ProcessId && row.Session != own && !isKnown(row.Pid)).ToList();
        foreach (var dead in orphans.Where(row => row.IsDead))
        {
            LibC.Reap(dead.Pid);
        }

        return DescendantKiller.KillLiving(orphans.Concat(ProcessTable.Below(rows, orphans.Select(row => row.Pid))));
    }
}
