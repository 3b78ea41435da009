using System.Diagnostics;

namespace Okstra.Testing;

/// <summary>A program run to its end with exactly the given environment.</summary>
public sealed record Child(int ExitCode, string Output, string Error)
{
    public static async Task<Child> RunAsync(string program, IReadOnlyList<string> arguments, string folder, IReadOnlyDictionary<string, string>? environment, TimeSpan budget)
    {
        using var process = Start(program, arguments, folder, environment);
        return await EndAsync(process, budget);
    }

    /// <summary>Starts it with standard input closed.</summary>
    public static Process Start(string program, IReadOnlyList<string> arguments, string folder, IReadOnlyDictionary<string, string>? environment)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (environment is not null)
        {
            start.Environment.Clear();
            foreach (var (name, value) in environment)
            {
                start.Environment[name] = value;
            }
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Waits for it; kills it and fails the test when the budget is used up.</summary>
    public static async Task<Child> EndAsync(Process process, TimeSpan budget)
    {
        ArgumentNullException.ThrowIfNull(process);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var timer = new CancellationTokenSource(budget);
        try
        {
            await process.WaitForExitAsync(timer.Token);
        }
        catch (OperationCanceledException cancelled)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} did not end within {budget}: {await error}", cancelled);
        }

        return new Child(process.ExitCode, await output, await error);
    }
}
