using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>Processes of one fixture, found by the home folder in their environment, and everything started by them.</summary>
internal static class LiveProcesses
{
    /// <summary>Issue text: no descendant is alive 5 seconds later.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromSeconds(5);

    public static IReadOnlyList<LiveProcess> OfHome(string home)
    {
        var all = All();
        var marked = all.Where(process => HasHome(process.Pid, home)).Select(process => process.Pid).ToHashSet();
        for (var grew = true; grew;)
        {
            grew = all.Aggregate(false, (any, process) => marked.Contains(process.Parent) && marked.Add(process.Pid) || any);
        }

        return [.. all.Where(process => marked.Contains(process.Pid))];
    }

    /// <summary>Those of a snapshot that still run; a reused pid does not count.</summary>
    public static IReadOnlyList<LiveProcess> StillAlive(IEnumerable<LiveProcess> snapshot) => [.. All().Intersect(snapshot, LiveProcess.ByIdentity)];

    /// <summary>Waits until nothing of the snapshot and nothing with that home is alive; what is left after <see cref="Grace"/> is returned.</summary>
    public static async Task<IReadOnlyList<LiveProcess>> SurvivorsAsync(IReadOnlyList<LiveProcess> snapshot, string home)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            IReadOnlyList<LiveProcess> left = [.. StillAlive(snapshot), .. OfHome(home)];
            if (left.Count == 0 || Stopwatch.GetElapsedTime(begun) > Grace)
            {
                return left;
            }

            await Task.Delay(50);
        }
    }

    /// <summary>Ends one process at once.</summary>
    public static void Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
    }

    private static List<LiveProcess> All()
    {
        var all = new List<LiveProcess>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && Read($"{folder}/stat") is { Length: > 0 } stat)
            {
                // pid (name) state ppid … starttime is field 22
                var fields = Encoding.UTF8.GetString(stat) is var text ? text[(text.LastIndexOf(')') + 2)..].Split(' ') : [];
                if (fields[0] is not ("Z" or "X"))
                {
                    var command = Encoding.UTF8.GetString(Read($"{folder}/cmdline")).Replace('\0', ' ').Trim();
                    all.Add(new LiveProcess(pid, int.Parse(fields[1], CultureInfo.InvariantCulture), long.Parse(fields[19], CultureInfo.InvariantCulture), command));
                }
            }
        }

        return all;
    }

    private static bool HasHome(int pid, string home) => $"\0{Encoding.UTF8.GetString(Read($"/proc/{pid}/environ"))}".Contains($"\0HOME={home}\0", StringComparison.Ordinal);

    private static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
