using Okstra.Processes.Native;

namespace Okstra.Processes.Custody;

/// <summary>Processes that work in a folder.</summary>
public static class FolderUsers
{
    /// <summary>Every other process of this user whose current folder is the folder or lies in it, as <c>pid command</c>.</summary>
    public static IReadOnlyList<string> Of(string folder)
    {
        var real = RealPath.Of(folder);
        var found = new List<string>();
        foreach (var row in ProcessTable.Snapshot().Where(row => !row.IsDead && row.Pid != OwnPid))
        {
            if (ProcessTable.CurrentFolderOf(row.Pid) is { } current && (current == real || current.StartsWith(real + "/", StringComparison.Ordinal)))
            {
                found.Add($"{row.Pid} {string.Join(' ', ProcessTable.CommandLineOf(row.Pid)).Trim()}");
            }
        }

        return found;
    }

    private static int OwnPid => Environment.ProcessId;
}
