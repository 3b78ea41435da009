using System.Diagnostics;
using System.Globalization;

namespace Okstra.Processes.Tests;

/// <summary>Waiting for a fact about real processes, with one generous shared limit.</summary>
internal static class Wait
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task UntilAsync(Func<bool> fact, string what)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!fact())
        {
            Assert.True(Stopwatch.GetElapsedTime(begun) < Limit, $"waited in vain until {what}");
            await Task.Delay(10);
        }
    }

    public static async Task<int> ForPidAsync(string file)
    {
        var pid = 0;
        await UntilAsync(() => File.Exists(file) && File.ReadAllText(file) is var text && text.EndsWith('\n') && int.TryParse(text, CultureInfo.InvariantCulture, out pid), $"{file} names a process");
        return pid;
    }

    public static Task UntilGoneAsync(int pid) => UntilAsync(() => !IsAlive(pid), $"process {pid} is gone");

    public static bool IsAlive(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException or IOException)
        {
            return false;
        }
    }

    public static void Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
    }
}
