using System.Diagnostics;
using Okstra.Testing;

namespace Okstra.Cli.Tests.Support;

/// <summary>The built okstra as a user starts it: a process of its own, a cleared environment, a home of its own.</summary>
internal sealed class OkstraProcess(string home, string workingDirectory)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public Dictionary<string, string> Environment { get; } = HermeticHost.Variables(home);

    public async Task<OkstraEnding> RunAsync(params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new OkstraEnding(process.ExitCode, await output, await error);
    }

    public Process Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(BuiltProgram.Okstra, arguments)
        {
            WorkingDirectory = workingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
