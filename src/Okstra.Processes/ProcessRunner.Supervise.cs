using System.Diagnostics;
using System.Text;
using Okstra.Processes.Supervision;

namespace Okstra.Processes;

public sealed partial class ProcessRunner
{
    /// <summary>What a supervisor needs on top of the grace period to clear a large tree; after that it is itself ended.</summary>
    private static readonly TimeSpan ClearingTime = TimeSpan.FromSeconds(15);

    public async Task<ProcessExit> SuperviseAsync(
        ProcessSpec spec,
        string label,
        Stream? standardOutput,
        Stream? standardError,
        Action<ProcessIdentity> started,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        var begun = time.GetTimestamp();
        var frame = Request(spec, label).ToFrame();
        var command = SupervisorCommand.Create(host, label);
        if (cancellationToken.IsCancellationRequested)
        {
            return new ProcessExit(ProcessEnding.Cancelled, 128 + spec.StopSignal, "", "", TimeSpan.Zero);
        }

        using var process = ChildRegistry.Start(Describe(command.Executable, command.Arguments, Path.GetPathRoot(spec.WorkingDirectory)!, command.Environment));
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ending = new EndingSwitch(() => asked.TrySetResult());
        using var abandon = new CancellationTokenSource();
        var output = new OutputPump(standardOutput, standardOutput is null ? OutputKeeping.Everything : OutputKeeping.Tail, spec.OutputLimit, () => ending.Turn(ProcessEnding.OutputLimit));
        var errors = new OutputPump(standardError, OutputKeeping.HeadAndTail, spec.OutputLimit, () => ending.Turn(ProcessEnding.OutputLimit));
        var reading = Task.WhenAll(
            output.RunOrEndAsync(process.StandardOutput.BaseStream, ending, abandon.Token),
            errors.RunOrEndAsync(process.StandardError.BaseStream, ending, abandon.Token));
        try
        {
            // The supervisor waits for its request, so whoever journals the identity does it before the agent exists.
            started(ProcessIdentity.Of(process.Id));
            using var budget = Timer(spec.TimeBudget, () => ending.Turn(ProcessEnding.TimedOut));
            await using var stop = cancellationToken.Register(() => ending.Turn(ProcessEnding.Cancelled));
            await SendAsync(process.StandardInput.BaseStream, frame);
            await AwaitEndAsync(process, asked.Task, spec.GracePeriod);
        }
        finally
        {
            // Whatever threw above, closing the lifeline makes the supervisor end everything below it.
            await CloseAsync(process.StandardInput.BaseStream);
            await AwaitOrKillAsync(process, ClearingTime);
            ChildRegistry.Forget(process.Id);
            await Orphans.ClearAsync();
        }

        await FinishAsync(reading, abandon);
        return new ProcessExit(ending.Value, process.HasExited ? process.ExitCode : 137, output.Text, errors.Text, time.GetElapsedTime(begun));
    }

    private static SuperviseRequest Request(ProcessSpec spec, string label) => new(
        Executable(spec),
        spec.Arguments,
        spec.WorkingDirectory,
        new Dictionary<string, string>(spec.Environment, StringComparer.Ordinal) { [SupervisorCommand.LabelVariable] = label },
        spec.StandardInput is null ? [] : Encoding.UTF8.GetBytes(spec.StandardInput),
        spec.StopSignal,
        spec.GracePeriod);

    private static async Task SendAsync(Stream lifeline, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await lifeline.WriteAsync(bytes);
            await lifeline.FlushAsync();
        }
        catch (IOException)
        {
            // The supervisor is gone; its exit code says more than the broken pipe.
        }
    }

    private static async Task CloseAsync(Stream lifeline)
    {
        try
        {
            await lifeline.DisposeAsync();
        }
        catch (IOException)
        {
            // As above.
        }
    }

    private async Task AwaitEndAsync(Process process, Task asked, TimeSpan grace)
    {
        var exited = process.WaitForExitAsync(CancellationToken.None);
        if (await Task.WhenAny(exited, asked) == exited)
        {
            return;
        }

        await SendAsync(process.StandardInput.BaseStream, new[] { Lifeline.StopCommand });
        await AwaitOrKillAsync(process, grace + ClearingTime);
    }

    private async Task AwaitOrKillAsync(Process process, TimeSpan patience)
    {
        try
        {
            await process.WaitForExitAsync(CancellationToken.None).WaitAsync(patience, time);
        }
        catch (TimeoutException)
        {
            // A supervisor that does not end is stopped or broken; its descendants come to the engine and are cleared there.
            KillTree(process);
        }
    }
}
