using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using Okstra.Core.Problems;

namespace Okstra.Processes;

/// <summary>The children this process started itself, so that orphans it was given can be told from them.</summary>
internal static class ChildRegistry
{
    private static readonly ConcurrentDictionary<int, byte> Known = new();

    // Starting takes the shared side, looking for orphans the exclusive one: between fork and registration nobody may judge a pid.
    private static readonly ReaderWriterLockSlim Gate = new();

    public static Process Start(ProcessStartInfo startInfo)
    {
        Gate.EnterReadLock();
        try
        {
            var process = Process.Start(startInfo)
                ?? throw new UserErrorException("OKS2001", $"'{startInfo.FileName}' could not be started", "check that it is an executable program");
            Known[process.Id] = 0;
            return process;
        }
        catch (Win32Exception refused)
        {
            throw new UserErrorException(
                new Problem("OKS2001", $"'{startInfo.FileName}' could not be started in '{startInfo.WorkingDirectory}': {refused.Message}", "check that it is an executable program for this machine"),
                refused);
        }
        finally
        {
            Gate.ExitReadLock();
        }
    }

    /// <summary>To be called after the child was reaped.</summary>
    public static void Forget(int pid) => Known.TryRemove(pid, out _);

    /// <summary>Runs a judgement during which no child can come into being.</summary>
    public static T WhileNothingStarts<T>(Func<Func<int, bool>, T> judge)
    {
        Gate.EnterWriteLock();
        try
        {
            return judge(Known.ContainsKey);
        }
        finally
        {
            Gate.ExitWriteLock();
        }
    }
}
