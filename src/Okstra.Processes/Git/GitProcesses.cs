using Okstra.Processes.Native;

namespace Okstra.Processes.Git;

/// <summary>Git commands that outlived the okstra that started them.</summary>
internal static class GitProcesses
{
    /// <summary>Pid of a living git that was given a path; null when there is none.</summary>
    public static int? Naming(string path)
    {
        foreach (var row in ProcessTable.Snapshot())
        {
            var arguments = ProcessTable.CommandLineOf(row.Pid);
            if (row.State is not 'Z' && arguments is [var name, ..] && Path.GetFileName(name) is "git" && arguments.Contains(path, StringComparer.Ordinal))
            {
                return row.Pid;
            }
        }

        return null;
    }
}
