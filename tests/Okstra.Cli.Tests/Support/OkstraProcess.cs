using System.Diagnostics;
using Okstra.Testing;

namespace Okstra.Cli.Tests.Support;

/// <summary>The built okstra as a user starts it: a process of its own, a cleared environment, a home of its own.</summary>
internal sealed class OkstraProcess(string home, string workingDirectory)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public Dictionary<string, string> Environment { get; } = HermeticHost.Variables(home);

    public Task<OkstraEnding> RunAsync(params IEnumerable<string> arguments) => EndAsync(Start(arguments));

    /// <summary>The same with something on standard input.</summary>
    public Task<OkstraEnding> RunWithInputAsync(string input, params IEnumerable<string> arguments) => EndAsync(Start(BuiltProgram.Okstra, arguments, input));

    /// <summary>Another program under the same environment, in the same folder.</summary>
    public Task<OkstraEnding> RunProgramAsync(string program, params IEnumerable<string> arguments) => EndAsync(Start(program, arguments, input: null));

    /// <summary>Another program with something on standard input.</summary>
    public Task<OkstraEnding> RunProgramWithInputAsync(string program, string input, params IEnumerable<string> arguments) => EndAsync(Start(program, arguments, input));

    public Process Start(params IEnumerable<string> arguments) => Start(BuiltProgram.Okstra, arguments, input: null);

    private static async Task<OkstraEnding> EndAsync(Process process)
    {
        using var owned = process;
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

    private Process Start(string program, IEnumerable<string> arguments, string? input)
    {
        var start = new ProcessStartInfo(program, arguments)
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
        if (input is not null)
        {
            process.StandardInput.Write(input);
        }

        process.StandardInput.Close();
        return process;
    }
}
