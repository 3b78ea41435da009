using System.Globalization;
using System.Text;

namespace Okstra.Processes.Native;

/// <summary>The kernel's view of all processes; empty where there is no <c>/proc</c>.</summary>
internal static class ProcessTable
{
    private const string Root = "/proc";

    public static IReadOnlyList<ProcessRow> Snapshot()
    {
        var rows = new List<ProcessRow>(256);
        foreach (var pid in Pids())
        {
            if (Find(pid) is { } row)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    public static ProcessRow? Find(int pid) => TryParse(ReadText($"{Root}/{pid}/stat"), pid, out var row) ? row : null;

    /// <summary>The environment a process was started with, <c>NAME=value</c>; empty when it may not be read.</summary>
    public static IReadOnlyList<string> EnvironmentOf(int pid) => ReadText($"{Root}/{pid}/environ").Split('\0', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The arguments a process was started with, its own name first.</summary>
    public static IReadOnlyList<string> CommandLineOf(int pid) => ReadText($"{Root}/{pid}/cmdline").Split('\0');

    /// <summary>The folder a process is in; null when it may not be read or is gone.</summary>
    public static string? CurrentFolderOf(int pid)
    {
        const string Gone = " (deleted)";
        var target = RealPath.LinkTarget($"{Root}/{pid}/cwd");
        return target is null || !target.EndsWith(Gone, StringComparison.Ordinal) ? target : null;
    }

    /// <summary>Everything below the roots, the roots themselves not included.</summary>
    public static IReadOnlyList<ProcessRow> Below(IReadOnlyList<ProcessRow> rows, IEnumerable<int> roots)
    {
        var children = rows.ToLookup(row => row.Parent);
        var found = new Dictionary<int, ProcessRow>();
        var open = new Queue<int>(roots);
        var seen = new HashSet<int>(open);
        while (open.TryDequeue(out var parent))
        {
            foreach (var child in children[parent].Where(child => seen.Add(child.Pid)))
            {
                found.Add(child.Pid, child);
                open.Enqueue(child.Pid);
            }
        }

        return [.. found.Values];
    }

    /// <summary>Sample: <c>4711 (a (b) c) S 1 4711 4711 0 -1 4194560 … 22nd field = start time</c>; the name may contain spaces and brackets.</summary>
    internal static bool TryParse(string stat, int pid, out ProcessRow row)
    {
        row = default;
        var name = stat.LastIndexOf(')');
        if (name < 0 || name + 2 >= stat.Length)
        {
            return false;
        }

        var fields = stat[(name + 2)..].Split(' ');
        if (fields.Length < 20
            || !int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var parent)
            || !int.TryParse(fields[3], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var session)
            || !long.TryParse(fields[19], NumberStyles.None, CultureInfo.InvariantCulture, out var start))
        {
            return false;
        }

        row = new ProcessRow(pid, parent, session, fields[0][0], start);
        return true;
    }

    // The file ban is lifted here for /proc alone: this is the kernel's view of processes, not state of okstra.
#pragma warning disable RS0030
    private static IEnumerable<int> Pids()
    {
        if (!OperatingSystem.IsLinux() || !Directory.Exists(Root))
        {
            yield break;
        }

        foreach (var folder in Directory.EnumerateDirectories(Root))
        {
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
            {
                yield return pid;
            }
        }
    }

    private static string ReadText(string path)
    {
        try
        {
            return OperatingSystem.IsLinux() ? Encoding.UTF8.GetString(File.ReadAllBytes(path)) : "";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It ended while we looked, or belongs to somebody else.
            return "";
        }
    }
#pragma warning restore RS0030
}
