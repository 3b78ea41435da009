using System.Diagnostics;
using Okstra.Testing;

namespace Okstra.Engine.Tests.Worktrees;

/// <summary>A process that makes, counts and releases worktrees until it is done or killed.</summary>
internal sealed class ChurnProcess(Process process, string log) : IDisposable
{
    public Process Process => process;

    public static ChurnProcess Start(WorktreeRig rig, int number, int seed, int steps, string keyFile)
    {
        var log = rig.At($"log-{number}");
        var start = new ProcessStartInfo(BuiltProgram.Of("Okstra.Engine.Tests.Host", "Okstra.Engine.Tests.Host"), ["churn", rig.Repository.Folder, rig.Home, $"{seed}", $"{steps}", keyFile, log])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_TieredPGO"] = "0";
        return new ChurnProcess(Process.Start(start)!, log);
    }

    public IReadOnlyList<string> Lines => File.Exists(log) ? File.ReadAllLines(log) : [];

    public async Task<string> WaitAsync()
    {
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0 ? "" : $"{process.ExitCode}: {error}";
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }
}
