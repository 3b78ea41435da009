using Okstra.Processes.Native;
using Okstra.Processes.Supervision;

namespace Okstra.Processes;

/// <summary>Ends what a dead engine left behind, for <c>resume</c> and <c>doctor</c>.</summary>
public static class ProcessSweep
{
    private const string Variable = SupervisorCommand.LabelVariable + "=";

    /// <summary>
    /// Kills, with everything below them, the processes that carry one of the labels in their environment, and the journalled ones.
    /// A journalled pid counts only when its start time matches and it is a supervised process at all: pids are reused, and start times repeat after a restart of the machine.
    /// </summary>
    /// <param name="labels">Labels of dispatches that must not run any more; unique on the machine.</param>
    /// <param name="identities">Supervisors as they were journalled.</param>
    /// <returns>What was found alive.</returns>
    public static async Task<IReadOnlyList<ProcessIdentity>> KillSurvivorsAsync(IReadOnlyCollection<string> labels, IReadOnlyCollection<ProcessIdentity> identities)
    {
        var wanted = labels.Where(label => label.Length > 0).Select(label => Variable + label).ToHashSet(StringComparer.Ordinal);
        var journalled = identities.Where(identity => identity.StartTime > 0).ToHashSet();
        var found = new HashSet<ProcessIdentity>();

        // Something that only calls itself a supervisor is spared for so many passes, no longer.
        var patience = 100;
        await DescendantKiller.UntilNoneAsync(() => Pass(wanted, journalled, found, patience = Math.Max(0, patience - 1)));
        return [.. found];
    }

    private static int Pass(HashSet<string> wanted, HashSet<ProcessIdentity> journalled, HashSet<ProcessIdentity> found, int patience)
    {
        var rows = ProcessTable.Snapshot();
        var spared = WithAncestors(rows);
        var roots = rows.Where(row => !row.IsDead && !spared.Contains(row.Pid) && IsSurvivor(row, wanted, journalled)).ToList();
        var rootPids = roots.Select(row => row.Pid).ToHashSet();
        var below = ProcessTable.Below(rows, rootPids).Where(row => !row.IsDead && !spared.Contains(row.Pid)).ToList();
        found.UnionWith(roots.Concat(below).Select(row => new ProcessIdentity(row.Pid, row.StartTime)));

        // A living supervisor keeps its orphans below it: it goes last, so that none of them gets away to init unseen.
        return DescendantKiller.KillLiving(roots.Concat(below).Where(row => below.Count == 0 || patience == 0 || !ProcessTable.CommandLineOf(row.Pid).Contains(Supervisor.Verb, StringComparer.Ordinal)));
    }

    private static bool IsSurvivor(ProcessRow row, HashSet<string> wanted, HashSet<ProcessIdentity> journalled)
    {
        var isJournalled = journalled.Contains(new ProcessIdentity(row.Pid, row.StartTime));
        if (!isJournalled && wanted.Count == 0)
        {
            return false;
        }

        var environment = ProcessTable.EnvironmentOf(row.Pid);
        return environment.Any(wanted.Contains) || (isJournalled && environment.Any(entry => entry.StartsWith(Variable, StringComparison.Ordinal)));
    }

    /// <summary>This process and those it descends from: an agent may itself call okstra.</summary>
    private static HashSet<int> WithAncestors(IReadOnlyList<ProcessRow> rows)
    {
        var parents = rows.ToDictionary(row => row.Pid, row => row.Parent);
        var line = new HashSet<int>();
        for (var pid = Environment.ProcessId; line.Add(pid) && parents.TryGetValue(pid, out var parent); pid = parent)
        {
        }

        return line;
    }
}
