using System.Diagnostics;
using Okstra.Core.Problems;

namespace Okstra.Processes;

/// <summary>A program that takes the terminal over until its user is done: an editor.</summary>
public static class TerminalProgram
{
    /// <summary>Runs it with okstra's own standard streams; answers its exit code. It ends when its user says so: a key that stops other programs may mean something to it.</summary>
    /// <exception cref="UserErrorException">The executable does not exist or may not be executed.</exception>
    public static async Task<int> RunAsync(ProcessSpec spec)
    {
        var executable = ExecutableFinder.Locate(spec.Executable, spec.Environment)
            ?? throw new UserErrorException("OKS2003", $"the program '{spec.Executable}' was not found or may not be executed", "install it, or put its folder on the PATH");
        var start = new ProcessStartInfo(executable, spec.Arguments) { WorkingDirectory = spec.WorkingDirectory, UseShellExecute = false };
        start.Environment.Clear();
        foreach (var (name, value) in spec.Environment)
        {
            start.Environment[name] = value;
        }

        using var process = ChildRegistry.Start(start);
        await process.WaitForExitAsync(CancellationToken.None);
        ChildRegistry.Forget(process.Id);
        return process.ExitCode;
    }
}
