using System.Diagnostics;
using System.Text;
using Okstra.Core.Hosting;
using Okstra.Core.Problems;

namespace Okstra.Processes;

/// <summary>Starts children on this machine.</summary>
public sealed partial class ProcessRunner(HostEnvironment host, TimeProvider time) : IProcessRunner
{
    /// <summary>How long output may stay open after the child has ended; something else holds it then.</summary>
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(2);

    public async Task<ProcessExit> RunAsync(ProcessSpec spec, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var begun = time.GetTimestamp();
        using var process = ChildRegistry.Start(Describe(Executable(spec), spec.Arguments, spec.WorkingDirectory, spec.Environment));
        var ending = new EndingSwitch(() => KillTree(process));
        using var budget = Timer(spec.TimeBudget, () => ending.Turn(ProcessEnding.TimedOut));
        await using var stop = cancellationToken.Register(() => ending.Turn(ProcessEnding.Cancelled));

        var input = FeedAsync(process.StandardInput.BaseStream, spec.StandardInputBytes ?? (spec.StandardInput is { } text ? Encoding.UTF8.GetBytes(text) : default));
        using var abandon = new CancellationTokenSource();
        var output = new OutputPump(spec.OutputSink, spec.OutputSink is null ? OutputKeeping.Everything : OutputKeeping.Tail, spec.OutputLimit, () => ending.Turn(ProcessEnding.OutputLimit));
        var errors = new OutputPump(null, OutputKeeping.HeadAndTail, spec.OutputLimit, () => ending.Turn(ProcessEnding.OutputLimit));
        var reading = Task.WhenAll(output.RunAsync(process.StandardOutput.BaseStream, abandon.Token), errors.RunAsync(process.StandardError.BaseStream, abandon.Token));

        await process.WaitForExitAsync(CancellationToken.None);
        ChildRegistry.Forget(process.Id);
        await FinishAsync(reading, abandon);
        await input.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var exit = new ProcessExit(ending.Value, process.ExitCode, output.Text, errors.Text, time.GetElapsedTime(begun));
        cancellationToken.ThrowIfCancellationRequested();
        return exit;
    }

    private static string Executable(ProcessSpec spec)
    {
        if (!Path.Exists(spec.WorkingDirectory))
        {
            throw new UserErrorException("OKS2002", $"'{spec.Executable}' cannot be started: the folder '{spec.WorkingDirectory}' does not exist", "check the path");
        }

        return ExecutableFinder.Locate(spec.Executable, spec.Environment)
            ?? throw new UserErrorException("OKS2003", $"the program '{spec.Executable}' was not found or may not be executed", "install it, or put its folder on the PATH");
    }

    private static ProcessStartInfo Describe(string executable, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(executable, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static async Task FeedAsync(Stream standardInput, ReadOnlyMemory<byte> bytes)
    {
        await using (standardInput)
        {
            try
            {
                await standardInput.WriteAsync(bytes);
            }
            catch (IOException)
            {
                // A child may end or close its standard input without reading it; that is its right.
            }
        }
    }

    private static void KillTree(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It ended between the decision and the signal.
        }
    }

    private async Task FinishAsync(Task reading, CancellationTokenSource abandon)
    {
        try
        {
            await reading.WaitAsync(OutputGrace, time);
        }
        catch (TimeoutException)
        {
            // Somebody who outlived the child holds the pipe; what has arrived so far is the output.
            await abandon.CancelAsync();
        }
    }

    private ITimer? Timer(TimeSpan? budget, Action due) =>
        budget is { } span ? time.CreateTimer(static state => ((Action)state!)(), due, span, Timeout.InfiniteTimeSpan) : null;
}
